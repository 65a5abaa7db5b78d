"""Values as the Neo4j driver gives them, turned into ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from neo4j import graph, spatial, time

from cypher.elements import Node, Path, Relationship

_PLAIN = frozenset({str, int, float, bool, type(None)})


def unknown_ends(rows: Iterable[Any]) -> set[str]:
    """The server's ids of nodes that only stand at the end of a relationship in ``rows``: their keys are not there."""
    held = (value for value in rows if value.__class__ not in _PLAIN)
    return {end.element_id for value in held for end in _ends(value) if "key" not in end}


def to_value(raw: Any, keys: Mapping[str, str]) -> Any:
    """One value; ``keys`` gives the keys of the nodes of :func:`unknown_ends` by the server's id."""
    if raw.__class__ in _PLAIN:
        return raw
    if isinstance(raw, graph.Node):
        labels = sorted(raw.labels)
        return Node(_key(raw, keys), labels[0] if labels else "", _properties(raw), tuple(labels[1:]))
    if isinstance(raw, graph.Relationship):
        start, end = (_key(node, keys) if node is not None else "" for node in raw.nodes)
        return Relationship(str(raw.get("key", raw.element_id)), raw.type, start, end, _properties(raw))
    if isinstance(raw, graph.Path):
        nodes = tuple(to_value(node, keys) for node in raw.nodes)
        return Path(nodes, tuple(to_value(relationship, keys) for relationship in raw.relationships))
    if isinstance(raw, time.Duration):  # a tuple to Python, as are points
        return raw.iso_format()
    if isinstance(raw, spatial.Point):
        return {"srid": raw.srid, "coordinates": list(raw)}
    if isinstance(raw, time.Date | time.Time | time.DateTime):
        return raw.to_native()
    if isinstance(raw, list | tuple):
        return [to_value(item, keys) for item in raw]
    if isinstance(raw, Mapping):
        return {name: to_value(item, keys) for name, item in raw.items()}
    return raw


def _properties(element: graph.Node | graph.Relationship) -> dict[str, Any]:
    return {name: to_value(element[name], {}) for name in sorted(element)}


def _key(node: graph.Node, keys: Mapping[str, str]) -> str:
    return str(node.get("key") or keys.get(node.element_id) or node.element_id)


def _ends(value: Any) -> Iterator[graph.Node]:
    if isinstance(value, graph.Relationship):
        yield from (node for node in value.nodes if node is not None)
    elif isinstance(value, graph.Path):
        for relationship in value.relationships:
            yield from _ends(relationship)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _ends(item)
    elif isinstance(value, Mapping) and not isinstance(value, graph.Node):
        for item in value.values():
            yield from _ends(item)
