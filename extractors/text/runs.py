"""Runs: what commas, colons and the ends of sentences and lines cut a text into."""

from __future__ import annotations

import re

from extractors.text.marks import PHRASE_MARKS

RUN_END = re.compile(f"[{PHRASE_MARKS}\n]")


def run_start(text: str, low: int, position: int) -> int:
    """Where the run begins that holds ``position``, at ``low`` at the earliest."""
    marks = [match.end() for match in RUN_END.finditer(text, low, position)]
    return marks[-1] if marks else low
