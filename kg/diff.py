"""What changed between two graphs, element by element."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cypher.elements import Node, Relationship
from kg.errors import GraphError

COLUMNS = ("change", "what", "kind", "key", "from", "to", "detail")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: ``added``, ``removed`` or ``changed``; of a change, the properties that differ."""

    change: str
    old: Node | Relationship | None
    new: Node | Relationship | None

    @property
    def element(self) -> Node | Relationship:
        """The element as it is now, or as it was."""
        found = self.new or self.old
        assert found is not None
        return found

    def row(self) -> tuple[Any, ...]:
        """A row under ``COLUMNS``."""
        element = self.element
        if isinstance(element, Node):
            return self.change, "node", element.label, element.key, None, None, self._detail()
        ends = (element.start, element.end)
        return self.change, "relationship", element.type, element.key, *ends, self._detail()

    def _detail(self) -> str:
        if self.old is None or self.new is None:
            shown = self.element.properties
            return str(shown.get("quote") or shown.get("name") or "")
        before, after = self.old.properties, self.new.properties
        names = sorted(n for n in before.keys() | after.keys() if before.get(n) != after.get(n))
        return "; ".join(f"{name}: {before.get(name)} → {after.get(name)}" for name in names)


def diff(
    old: tuple[Iterable[Node], Iterable[Relationship]], new: tuple[Iterable[Node], Iterable[Relationship]]
) -> Iterator[Change]:
    """The changes that turn ``old`` into ``new``: nodes by key, then relationships by key.

    All four come by key, as a graph gives them; of each, one element at a time is in memory.

    Raises:
        GraphError: when one of them does not.
    """
    yield from _changes(old[0], new[0])
    yield from _changes(old[1], new[1])


def _changes(old: Iterable[Node | Relationship], new: Iterable[Node | Relationship]) -> Iterator[Change]:
    before, after = _by_key(old), _by_key(new)
    was, now = next(before, None), next(after, None)
    while was or now:
        if now is None or (was is not None and was.key < now.key):
            yield Change("removed", was, None)
            was = next(before, None)
        elif was is None or now.key < was.key:
            yield Change("added", None, now)
            now = next(after, None)
        else:
            if was.properties != now.properties or _place(was) != _place(now):
                yield Change("changed", was, now)
            was, now = next(before, None), next(after, None)


def _by_key(elements: Iterable[Node | Relationship]) -> Iterator[Node | Relationship]:
    last = ""
    for element in elements:
        if element.key <= last:
            raise GraphError(f"{element.key} comes after {last}, where a graph has its keys in order; build it again")
        last = element.key
        yield element


def _place(element: Node | Relationship) -> tuple[str, ...]:
    return element.labels if isinstance(element, Node) else (element.type, element.start, element.end)
