"""What all parts of a query's tree have in common: that other parts stand in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

_P = TypeVar("_P", bound="Part")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a query: an expression, a pattern, a clause, or a part of one of these."""


def children(part: Part) -> Iterator[Part]:
    """The parts that stand directly in ``part``, in the order of its fields."""
    for field in fields(part):
        yield from _parts(getattr(part, field.name))


def _parts(value: Any) -> Iterator[Part]:
    if isinstance(value, Part):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _parts(item)


def walk(part: Part, into: Callable[[Part], bool] = lambda _: True) -> Iterator[Part]:
    """``part`` and all that stands in it, each part before its children.

    Args:
        part: where to begin.
        into: whether to go on into the children of a part, which is given itself in any case.
    """
    waiting = [part]
    while waiting:
        first = waiting.pop()
        yield first
        if into(first):
            waiting.extend(reversed(tuple(children(first))))


def rebuilt(part: _P, change: Callable[[Part], Part]) -> _P:
    """A copy of ``part`` in which each child is what ``change`` makes of it."""
    return replace(part, **{field.name: _changed(getattr(part, field.name), change) for field in fields(part)})


def _changed(value: Any, change: Callable[[Part], Part]) -> Any:
    if isinstance(value, Part):
        return change(value)
    return tuple(_changed(item, change) for item in value) if isinstance(value, tuple) else value
