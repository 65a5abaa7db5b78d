"""Where the statements of all documents come together: votes on what a node is like, and relationships by key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from cypher.elements import Node, Relationship
from kg.assemble.evidence import Evidence
from kg.keys import relationship_key
from kg.model import canonical_row
from kg.resolve.conflicts import Conflict

# Properties on which sources may contradict each other, so that every witness is kept.
CONTESTED = {("Agency", "established"), ("Agency", "abolished")}


@dataclass(slots=True)
class _Votes:
    label: str
    values: dict[str, dict[Any, int]] = field(default_factory=dict)
    witnesses: dict[str, dict[Any, set[str]]] = field(default_factory=dict)
    lists: dict[str, set[str]] = field(default_factory=dict)


class Sink:
    """Collects; nothing in it depends on the order in which documents come."""

    def __init__(self) -> None:
        """Start empty."""
        self._nodes: dict[str, _Votes] = {}
        self._relationships: dict[str, Relationship] = {}
        self.conflicts: set[Conflict] = set()

    def node(self, label: str, key: str, witness: str = "", **properties: Any) -> str:
        """Say that there is a node; a property that is not None is a vote, a list adds to the list. Gives its key."""
        votes = self._nodes.setdefault(key, _Votes(label))
        for name, value in properties.items():
            if isinstance(value, list):
                votes.lists.setdefault(name, set()).update(value)
            elif value is not None:
                tally = votes.values.setdefault(name, {})
                tally[value] = tally.get(value, 0) + 1
                if (label, name) in CONTESTED:
                    votes.witnesses.setdefault(name, {}).setdefault(value, set()).add(witness)
        return key

    def relate(self, kind: str, start: str, end: str, evidence: Evidence, **own: Any) -> str:
        """Say that a source states a relationship; own properties that are None are left out. Gives its key."""
        first, last = (evidence.start, evidence.end) if evidence.start is not None else evidence.years
        key = relationship_key(kind, start, end, evidence.source, first, last, evidence.rule)
        stated = {name: value for name, value in own.items() if value is not None}
        relationship = Relationship(key, kind, start, end, {"key": key} | stated | evidence.properties())
        known = self._relationships.get(key)
        if known is None or canonical_row(relationship) < canonical_row(known):
            self._relationships[key] = relationship
        return key

    def has_node(self, key: str) -> bool:
        """Whether the node was said to be there."""
        return key in self._nodes

    def nodes(self) -> Iterator[Node]:
        """The nodes, by key: of each property the value with most votes, of equals the smallest."""
        for key in sorted(self._nodes):
            votes = self._nodes[key]
            chosen: dict[str, Any] = {"key": key}
            for name in sorted(votes.values.keys() | votes.lists.keys()):
                if name in votes.lists:
                    chosen[name] = sorted(votes.lists[name])
                else:
                    chosen[name] = _winner(votes.values[name])
            yield Node(key, votes.label, {name: value for name, value in chosen.items() if value != []})

    def relationships(self) -> Iterator[Relationship]:
        """The relationships, by key; they leave the sink, which would hold them twice otherwise."""
        return (self._relationships.pop(key) for key in sorted(self._relationships))

    def contested(self) -> Iterator[Conflict]:
        """One conflict for every contested property with several values."""
        for key, votes in sorted(self._nodes.items()):
            for name, witnesses in sorted(votes.witnesses.items()):
                if len(witnesses) > 1:
                    first = _winner(votes.values[name])
                    values = [first, *sorted(value for value in witnesses if value != first)]
                    statements = sorted(set().union(*witnesses.values()))
                    kind = f"{votes.label.lower()}.{name}"
                    yield Conflict(kind, key, tuple(map(str, values)), tuple(statements))


def _winner(tally: dict[Any, int]) -> Any:
    return min(tally, key=lambda value: (-tally[value], value))
