"""Loads nodes and relationships into kglite, and says what the graph holds."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, islice
from typing import Any

import kglite

from cypher.elements import Node, Relationship
from cypher.errors import EngineError
from cypher.translate.schema import INDEXED, Schema
from cypher.translate.spelling import UNLABELLED, quoted, stored
from cypher.translate.types import property_types

MARK = "\ue000"  # opens the engine's own id of a node, so that no value of the graph is taken for one
KEY = "_k"  # the key of a relationship whose properties do not hold it
_BATCH = 10_000


def load(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> tuple[Any, Schema]:
    """A kglite graph of these elements, and its schema.

    Raises:
        EngineError: a key twice, a relationship whose end is not there, a value that no store can hold.
    """
    graph = kglite.KnowledgeGraph()
    ordered = sorted(nodes, key=lambda node: node.key)
    links = sorted(relationships, key=lambda relationship: relationship.key)
    primary = {node.key: node.label or UNLABELLED for node in ordered}
    _check(ordered, links, primary)
    schema = _schema(ordered, links, primary)
    names_of_label = {label: _names(group) for label, group in _grouped(ordered, lambda node: node.label).items()}
    for labels, group in _grouped(ordered, lambda node: node.labels).items():
        _create_nodes(graph, labels, names_of_label[labels[0] if labels else ""], group)
    names_of_type = {kind: _names(group) for kind, group in _grouped(links, lambda link: link.type).items()}
    groups = _grouped(links, lambda link: (link.type, primary[link.start], primary[link.end]))
    for (kind, start, end), group in groups.items():
        _create_relationships(graph, kind, start, end, names_of_type[kind], group)
    _index(graph, names_of_label)
    return graph, schema


def _index(graph: Any, names: Mapping[str, tuple[str, ...]]) -> None:
    """Finds nodes by key and by name without looking at all of a label."""
    for label, properties in sorted(names.items()):
        for name in INDEXED:
            if label and name in properties:
                graph.create_index(label, stored(name))


def _check(nodes: list[Node], relationships: list[Relationship], primary: Mapping[str, str]) -> None:
    if len(primary) != len(nodes):
        twice = next(key for key, count in Counter(node.key for node in nodes).items() if count > 1)
        raise EngineError(f"the node key {twice!r} is there twice; keys must be unique over the graph")
    for relationship in relationships:
        for end in (relationship.start, relationship.end):
            if end not in primary:
                raise EngineError(f"the relationship {relationship.key!r} ends at {end!r}, and no node has that key")
    elements: Iterable[Node | Relationship] = chain(nodes, relationships)
    for element in elements:
        for name, value in element.properties.items():
            if value.__class__ is float and not math.isfinite(value):
                raise EngineError(f"{element.key!r} has the value {value} in `{name}`; a number must be finite")


def _schema(nodes: list[Node], relationships: list[Relationship], primary: Mapping[str, str]) -> Schema:
    try:
        types = property_types(chain(nodes, relationships))
    except TypeError as error:
        raise EngineError(f"a property holds a value of the type {error}, which no store can hold") from error
    return Schema(
        properties=dict(sorted(types.items())),
        labels=dict(sorted(Counter(label for node in nodes for label in node.labels).items())),
        types=dict(sorted(Counter(relationship.type for relationship in relationships).items())),
        nodes=len(nodes),
        unlabelled=any(not node.labels for node in nodes),
        label_properties=_properties((label, node) for node in nodes for label in node.labels),
        type_properties=_properties((link.type, link) for link in relationships),
        ends=_ends(relationships, primary),
    )


def _ends(relationships: Iterable[Relationship], primary: Mapping[str, str]) -> list[tuple[str, str, str]]:
    found = {(primary[link.start], link.type, primary[link.end]) for link in relationships}
    return sorted(ends for ends in found if UNLABELLED not in ends)


def _properties(elements: Iterable[tuple[str, Node | Relationship]]) -> dict[str, dict[str, bool]]:
    """The properties of each label or type, and whether all that have it hold it."""
    totals: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = {}
    for name, element in elements:
        totals[name] += 1
        counts.setdefault(name, Counter()).update(element.properties.keys())
    return {
        name: {key: count == totals[name] for key, count in sorted(found.items())}
        for name, found in sorted(counts.items())
    }


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


def _create_nodes(graph: Any, labels: tuple[str, ...], names: tuple[str, ...], group: list[Node]) -> None:
    listed = ":".join(quoted(label) for label in labels or (UNLABELLED,))
    text = f"UNWIND $rows AS row CREATE (:{listed} {{id: row.i, title: row.i{_entries(names)}}})"
    _run(graph, text, ({"i": MARK + node.key, "p": _values(node, names)} for node in group))


def _create_relationships(
    graph: Any, kind: str, start: str, end: str, names: tuple[str, ...], group: list[Relationship]
) -> None:
    own = f"{KEY}: row.k" if any(r.properties.get("key") != r.key for r in group) else ""
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
