"""Runs: what commas, colons and the ends of sentences and lines cut a text into."""

from __future__ import annotations

import re

from extractors.text.marks import PHRASE_MARKS

_NEAR = 100
RUN_END = re.compile(f"[{PHRASE_MARKS}\n]")


def run_start(text: str, low: int, position: int) -> int:
    """Where the run begins that holds ``position``, at ``low`` at the earliest."""
    reach = _NEAR  # from ``low`` on, it would be sought through all runs of a long sentence again and again
    while True:
        first = max(low, position - reach)
        marks = [match.end() for match in RUN_END.finditer(text, first, position)]
        if marks or first == low:
            return marks[-1] if marks else low
        reach *= 4
