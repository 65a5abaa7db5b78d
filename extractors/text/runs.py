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


class Runs:
    """The runs of a text, from left to right: a long one may hold thousands of cues, and is looked for once."""

    def __init__(self, text: str) -> None:
        """Of ``text``."""
        self._text = text
        self._run = 0, 0

    def around(self, start: int, end: int, low: int, high: int) -> tuple[int, int]:
        """Where the run begins and ends that holds ``start:end``, within the sentence ``low:high``."""
        if not self._run[0] <= start < self._run[1]:
            stop = RUN_END.search(self._text, end, high)
            self._run = run_start(self._text, low, start), stop.start() if stop else high
        return self._run
