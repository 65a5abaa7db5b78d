"""Elements that come in any order, by group: what goes to a store goes by label or by type, and many at a time."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

_WAITING = 4  # batches
G = TypeVar("G", bound=Hashable)
T = TypeVar("T")


def grouped(rows: Iterable[tuple[G, T]], size: int) -> Iterator[tuple[G, list[T]]]:
    """``rows`` by the group that each belongs to, ``size`` at most at a time; few wait for others of their group."""
    waiting: dict[G, list[T]] = {}
    count = 0
    for group, row in rows:
        own = waiting.setdefault(group, [])
        own.append(row)
        count += 1
        if len(own) == size or count == size * _WAITING:
            fullest = max(waiting, key=lambda each: len(waiting[each]))
            part = waiting.pop(fullest)
            count -= len(part)
            yield fullest, part
    yield from waiting.items()
