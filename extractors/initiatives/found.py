"""Where a pattern is found in a text, looked up again and again."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractors.text.starts import count_between


class Found:
    """The places of ``pattern`` in ``text``, sought once."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        """Seek ``pattern`` in all of ``text``."""
        spans = [match.span() for match in pattern.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def any(self, low: int, high: int) -> bool:
        """Whether one stands wholly between ``low`` and ``high``."""
        index = bisect_left(self._starts, low)
        return index < len(self._ends) and self._ends[index] <= high

    def count(self, low: int, high: int) -> int:
        """How many begin between ``low`` and ``high``."""
        return count_between(self._starts, low, high)
