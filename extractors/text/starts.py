"""The things that are found in a text, by where they begin: how many stand in a part of it, and which."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar


class _Mention(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class _Named(Protocol):
    @property
    def mention(self) -> _Mention: ...


T = TypeVar("T", bound=_Named)


def count_between(starts: Sequence[int], low: int, high: int) -> int:
    """How many of the ascending ``starts`` lie from ``low`` to before ``high``."""
    return bisect_left(starts, high) - bisect_left(starts, low)


def named_between(mentions: Sequence[T], low: int, high: int) -> Sequence[T]:
    """Those of ``mentions``, which are in the order of the text, that begin from ``low`` to before ``high``."""
    first, last = (bisect_left(mentions, place, key=lambda named: named.mention.start) for place in (low, high))
    return mentions[first:last]


def named_within(mentions: Sequence[T], low: int, high: int) -> list[T]:
    """Those of ``mentions``, which are in the order of the text, that stand in ``low:high`` whole."""
    return [named for named in named_between(mentions, low, high) if named.mention.end <= high]


def named_over(mentions: Sequence[T], low: int, high: int) -> Sequence[T]:
    """Those of ``mentions`` that share a character with ``low:high``.

    They are in the order of the text, and none reaches into one that begins behind it.
    """
    first = last = bisect_left(mentions, high, key=lambda named: named.mention.start)
    while first and mentions[first - 1].mention.end > low:
        first -= 1
    return mentions[first:last]
