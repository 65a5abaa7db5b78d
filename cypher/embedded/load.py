"""Loads nodes and relationships into kglite, and says what the graph holds."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, islice
from typing import Any, Protocol

import kglite

from cypher.elements import Node, Relationship
from cypher.errors import EngineError
from cypher.translate.schema import INDEXED, Schema
from cypher.translate.spelling import UNLABELLED, quoted, stored
from cypher.translate.types import Type, property_types

MARK = "\ue000"  # opens the engine's own id of a node, so that no value of the graph is taken for one
KEY = "_k"  # the key of a relationship whose properties do not hold it
_BATCH = 10_000


class Elements(Protocol):
    """A graph that gives its elements by key, as often as it is asked."""

    def nodes(self) -> Iterable[Node]:
        """All nodes."""

    def relationships(self, *kinds: str) -> Iterable[Relationship]:
        """All relationships, or those of types ``kinds``."""


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
    """A kglite graph of these elements, and its schema; the nodes are in memory meanwhile, the relationships are not.

    Raises:
        EngineError: a key twice, a relationship whose end is not there, a value that no store can hold.
    """
    graph = kglite.KnowledgeGraph()
    ordered = list(elements.nodes())
    primary = {node.key: node.label or UNLABELLED for node in ordered}
    if len(primary) != len(ordered):
        twice = next(key for key, count in Counter(node.key for node in ordered).items() if count > 1)
        raise EngineError(f"the node key {twice!r} is there twice; keys must be unique over the graph")
    seen = _Seen(primary)
    try:
        types = property_types(chain(map(seen.node, ordered), map(seen.relationship, elements.relationships())))
    except TypeError as error:
        raise EngineError(f"a property holds a value of the type {error}, which no store can hold") from error
    names_of_label = _create_all_nodes(graph, ordered)
    nodes = len(ordered)
    del ordered
    for (kind, start, end), own in seen.groups.items():
        links = (
            link for link in elements.relationships(kind) if primary[link.start] == start and primary[link.end] == end
        )
        _create_relationships(graph, kind, start, end, tuple(sorted(seen.properties[kind])), links, own)
    _index(graph, names_of_label)
    return graph, seen.schema(types, nodes)


class _Seen:
    """What is learnt of the elements as they pass: their labels, types, properties and ends."""

    def __init__(self, primary: Mapping[str, str]) -> None:
        self._primary = primary
        self._labels: Counter[str] = Counter()
        self._unlabelled = False
        self._types: Counter[str] = Counter()
        self._of_label: dict[str, Counter[str]] = {}
        self.properties: dict[str, Counter[str]] = {}
        self.groups: dict[tuple[str, str, str], bool] = {}
        """Type and labels of both ends, by first relationship; whether some relationship does not hold its key."""

    def node(self, node: Node) -> Node:
        """Take note of ``node``."""
        _check_numbers(node)
        self._labels.update(node.labels)
        self._unlabelled = self._unlabelled or not node.labels
        for label in node.labels:
            self._of_label.setdefault(label, Counter()).update(node.properties.keys())
        return node

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
        ends = link.type, self._primary[link.start], self._primary[link.end]
        self.groups[ends] = self.groups.get(ends, False) or link.properties.get("key") != link.key
        return link

    def schema(self, types: Mapping[str, Type], nodes: int) -> Schema:
        """What the graph holds."""
        return Schema(
            properties=dict(sorted(types.items())),
            labels=dict(sorted(self._labels.items())),
            types=dict(sorted(self._types.items())),
            nodes=nodes,
            unlabelled=self._unlabelled,
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


def _names(elements: Iterable[Any]) -> tuple[str, ...]:
    """All property names: the engine refuses later what the first element of a label does not name."""
    return tuple(sorted({name for element in elements for name in element.properties}))


def _entries(names: tuple[str, ...]) -> str:
    return "".join(f", {stored(name)}: row.p[{i}]" for i, name in enumerate(names))


def _create_all_nodes(graph: Any, nodes: list[Node]) -> dict[str, tuple[str, ...]]:
    """Make ``nodes``; the names of their properties, by label."""
    names = {label: _names(group) for label, group in _grouped(nodes, lambda node: node.label).items()}
    for labels, group in _grouped(nodes, lambda node: node.labels).items():
        _create_nodes(graph, labels, names[labels[0] if labels else ""], group)
    return names


def _create_nodes(graph: Any, labels: tuple[str, ...], names: tuple[str, ...], group: list[Node]) -> None:
    listed = ":".join(quoted(label) for label in labels or (UNLABELLED,))
    text = f"UNWIND $rows AS row CREATE (:{listed} {{id: row.i, title: row.i{_entries(names)}}})"
    _run(graph, text, ({"i": MARK + node.key, "p": _values(node, names)} for node in group))


def _create_relationships(
    graph: Any, kind: str, start: str, end: str, names: tuple[str, ...], group: Iterable[Relationship], keyed: bool
) -> None:
    own = f"{KEY}: row.k" if keyed else ""
    entries = (own + _entries(names)).removeprefix(", ")
    text = (
        f"UNWIND $rows AS row MATCH (a:{quoted(start)} {{id: row.a}}) MATCH (b:{quoted(end)} {{id: row.b}}) "
        f"CREATE (a)-[:{quoted(kind)} {{{entries}}}]->(b)"
    )
    rows = (
        {"k": r.key, "a": MARK + r.start, "b": MARK + r.end, "p": _values(r, names)} for r in group
    )  # fmt: skip
    _run(graph, text, rows)


def _values(element: Node | Relationship, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(map(element.properties.get, names))


def _run(graph: Any, text: str, rows: Iterable[dict[str, Any]]) -> None:
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        try:
            graph.cypher(text, params={"rows": batch}, timeout_ms=0)
        except kglite.KgError as error:
            raise EngineError(f"the graph could not be loaded into the embedded engine: {error}") from error
