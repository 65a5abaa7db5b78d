"""How many of the things that are found in a text, by where they begin, stand in a part of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def count_between(starts: Sequence[int], low: int, high: int) -> int:
    """How many of the ascending ``starts`` lie from ``low`` to before ``high``."""
    return bisect_left(starts, high) - bisect_left(starts, low)
