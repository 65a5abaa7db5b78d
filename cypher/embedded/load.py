"""Loads nodes and relationships into kglite, and says what the graph holds."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, Protocol

import kglite

from cypher.elements import Node, Relationship
from cypher.errors import EngineError
from cypher.grouped import grouped
from cypher.translate.schema import INDEXED, Schema
from cypher.translate.spelling import UNLABELLED, quoted, stored
from cypher.translate.types import Type, property_types

MARK = "\ue000"  # opens the engine's own id of a node, so that no value of the graph is taken for one
KEY = "_k"  # the key of a relationship whose properties do not hold it
_BATCH = 5_000
Ends = tuple[str, str, str]


class Elements(Protocol):
    """A graph that gives its elements by key, as often as it is asked."""

    def nodes(self) -> Iterable[Node]:
        """All nodes."""

    def relationships(self) -> Iterable[Relationship]:
        """All relationships."""


class Listed:
    """Elements at hand, in any order."""

    def __init__(self, nodes: Iterable[Node], relationships: Iterable[Relationship]) -> None:
        """Hold ``nodes`` and ``relationships``."""
        self._nodes = sorted(nodes, key=lambda node: node.key)
        self._links = sorted(relationships, key=lambda relationship: relationship.key)
        self._by_type = _grouped(self._links, lambda link: link.type)

    def nodes(self) -> Iterable[Node]:
        """All nodes, by key."""
        return self._nodes

    def relationships(self, *kinds: str) -> Iterable[Relationship]:
        """All relationships, or those of types ``kinds``, by key."""
        return chain.from_iterable(self._by_type.get(kind, ()) for kind in kinds) if kinds else self._links


def load(elements: Elements) -> tuple[Any, Schema]:
    """A kglite graph of these elements, and its schema; in memory meanwhile are their keys, and some batches.

    Raises:
        EngineError: a key twice, a relationship whose end is not there, a value that no store can hold.
    """
    graph = kglite.KnowledgeGraph()
    seen = _Seen()
    passing = chain[Node | Relationship](
        map(seen.node, elements.nodes()), map(seen.relationship, elements.relationships())
    )
    try:
        types = property_types(passing)
    except TypeError as error:
        raise EngineError(f"a property holds a value of the type {error}, which no store can hold") from error
    nodes = ((node.labels, node) for node in elements.nodes())
    for labels, some in grouped(nodes, _BATCH):
        _create_nodes(graph, labels, seen.names(labels), some)
    links = ((seen.group(link), link) for link in elements.relationships())
    for (kind, start, end), those in grouped(links, _BATCH):
        names = tuple(sorted(seen.properties[kind]))
        _create_relationships(graph, kind, start, end, names, those, seen.groups[kind, start, end])
    _index(graph, {labels[0]: seen.names(labels) for labels in seen.labelled if labels})
    return graph, seen.schema(types)


class _Seen:
    """What is learnt of the elements as they pass: their labels, types, properties and ends."""

    def __init__(self) -> None:
        self._primary: dict[str, str] = {}
        self._labels: Counter[str] = Counter()
        self._types: Counter[str] = Counter()
        self._of_label: dict[str, Counter[str]] = {}
        self._names: dict[str, set[str]] = {}
        self.labelled: dict[tuple[str, ...], None] = {}
        """The labels that nodes have, each set of them by its first node."""
        self.properties: dict[str, Counter[str]] = {}
        self.groups: dict[Ends, bool] = {}
        """Whether some relationship of each group does not hold its key."""

    def node(self, node: Node) -> Node:
        """Take note of ``node``.

        Raises:
            EngineError: its key is another node's, or a number that it holds is none.
        """
        if node.key in self._primary:
            raise EngineError(f"the node key {node.key!r} is there twice; keys must be unique over the graph")
        self._primary[node.key] = node.label or UNLABELLED
        _check_numbers(node)
        self._labels.update(node.labels)
        self.labelled.setdefault(node.labels)
        self._names.setdefault(node.label, set()).update(node.properties)
        for label in node.labels:
            self._of_label.setdefault(label, Counter()).update(node.properties.keys())
        return node

    def names(self, labels: tuple[str, ...]) -> tuple[str, ...]:
        """All property names of the first label: the engine refuses later what its first element does not name."""
        return tuple(sorted(self._names[labels[0] if labels else ""]))

    def relationship(self, link: Relationship) -> Relationship:
        """Take note of ``link``.

        Raises:
            EngineError: no node is at one of its ends.
        """
        for end in (link.start, link.end):
            if end not in self._primary:
                raise EngineError(f"the relationship {link.key!r} ends at {end!r}, and no node has that key")
        _check_numbers(link)
        self._types[link.type] += 1
        self.properties.setdefault(link.type, Counter()).update(link.properties.keys())
        group = self.group(link)
        self.groups[group] = self.groups.get(group, False) or link.properties.get("key") != link.key
        return link

    def group(self, link: Relationship) -> Ends:
        """Type and labels of both ends."""
        return link.type, self._primary[link.start], self._primary[link.end]

    def schema(self, types: Mapping[str, Type]) -> Schema:
        """What the graph holds."""
        return Schema(
            properties=dict(sorted(types.items())),
            labels=dict(sorted(self._labels.items())),
            types=dict(sorted(self._types.items())),
            nodes=len(self._primary),
            unlabelled=() in self.labelled,
            label_properties=_held(self._of_label, self._labels),
            type_properties=_held(self.properties, self._types),
            ends=sorted((start, kind, end) for kind, start, end in self.groups if UNLABELLED not in (start, end)),
        )


def _held(properties: Mapping[str, Counter[str]], totals: Mapping[str, int]) -> dict[str, dict[str, bool]]:
    """The properties of each label or type, and whether all that have it hold it."""
    return {
        name: {key: count == totals[name] for key, count in sorted(found.items())}
        for name, found in sorted(properties.items())
    }


def _check_numbers(element: Node | Relationship) -> None:
    for name, value in element.properties.items():
        if value.__class__ is float and not math.isfinite(value):
            raise EngineError(f"{element.key!r} has the value {value} in `{name}`; a number must be finite")


def _index(graph: Any, names: Mapping[str, tuple[str, ...]]) -> None:
    """Finds nodes by key and by name without looking at all of a label."""
    for label, properties in sorted(names.items()):
        for name in INDEXED:
            if label and name in properties:
                graph.create_index(label, stored(name))


def _grouped(elements: Iterable[Any], key: Callable[[Any], Any]) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = {}
    for element in elements:
        groups.setdefault(key(element), []).append(element)
    return groups


def _entries(names: tuple[str, ...]) -> str:
    return "".join(f", {stored(name)}: row.p[{i}]" for i, name in enumerate(names))


def _create_nodes(graph: Any, labels: tuple[str, ...], names: tuple[str, ...], group: list[Node]) -> None:
    listed = ":".join(quoted(label) for label in labels or (UNLABELLED,))
    text = f"UNWIND $rows AS row CREATE (:{listed} {{id: row.i, title: row.i{_entries(names)}}})"
    _run(graph, text, [{"i": MARK + node.key, "p": _values(node, names)} for node in group])


def _create_relationships(
    graph: Any, kind: str, start: str, end: str, names: tuple[str, ...], group: list[Relationship], keyed: bool
) -> None:
    own = f"{KEY}: row.k" if keyed else ""
    entries = (own + _entries(names)).removeprefix(", ")
    text = (
        f"UNWIND $rows AS row MATCH (a:{quoted(start)} {{id: row.a}}) MATCH (b:{quoted(end)} {{id: row.b}}) "
        f"CREATE (a)-[:{quoted(kind)} {{{entries}}}]->(b)"
    )
    rows = [
        {"k": r.key, "a": MARK + r.start, "b": MARK + r.end, "p": _values(r, names)} for r in group
    ]  # fmt: skip
    _run(graph, text, rows)


def _values(element: Node | Relationship, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(map(element.properties.get, names))


def _run(graph: Any, text: str, rows: list[dict[str, Any]]) -> None:
    try:
        graph.cypher(text, params={"rows": rows}, timeout_ms=0)
    except kglite.KgError as error:
        raise EngineError(f"the graph could not be loaded into the embedded engine: {error}") from error
