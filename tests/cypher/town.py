"""A small graph outside of the ontology: several labels or none, values of all kinds, loops and parallel relationships."""

from __future__ import annotations

import datetime
from typing import Any

from cypher.elements import Node, Path, Relationship


def town() -> tuple[list[Node], list[Relationship]]:
    """The nodes and relationships; each has a property ``key``."""
    nodes = [
        _node("p1", ("Person", "Admin"), name="Ann", age=34, born=datetime.date(1980, 5, 6), title="Dr", id=7, type="T",
              label="L"),
        _node("p2", ("Person",), name="Bob", age=25, born=datetime.date(1990, 1, 2)),
        _node("p3", ("Person",), name="Cid"),
        _node("p4", ("Person",), name="Dan", age=25, here=True),
        _node("c1", ("City",), name="Rome"),
        _node("c2", ("City",), name="Oslo", here=False),
        _node("x1", (), name="None"),
        _node("x2", ()),
        _node("n1", ("Num",), v=1, w="a", l=["a", "b"]),
        _node("n2", ("Num",), v=1.0, w=2, l=[]),
        _node("n3", ("Num",), v=2.5, w=True),
        _node("n4", ("Num",), v=2, w=1.5, l=["c"]),
    ]  # fmt: skip
    relationships = [
        _link("r1", "KNOWS", "p1", "p2", since=2010),
        _link("r2", "KNOWS", "p2", "p3", since=2012),
        _link("r3", "KNOWS", "p3", "p4", since=2015, name="q"),
        _link("r4", "KNOWS", "p1", "p3", since=2010),
        _link("r5", "KNOWS", "p4", "p1", since=2020),
        _link("r6", "LIVES_IN", "p1", "c1"),
        _link("r7", "LIVES_IN", "p2", "c1", moved=2000),
        _link("r8", "LIVES_IN", "p4", "c2"),
        _link("r9", "LIKES", "p1", "p1"),
        _link("ra", "LIKES", "p1", "x1"),
        _link("rb", "KNOWS", "p1", "p2", since=2011),
    ]
    return nodes, relationships


def _node(key: str, labels: tuple[str, ...], **properties: Any) -> Node:
    return Node(key, labels[0] if labels else "", {"key": key, **properties}, labels[1:])


def _link(key: str, kind: str, start: str, end: str, **properties: Any) -> Relationship:
    return Relationship(key, kind, start, end, {"key": key, **properties})


def shown(value: Any) -> str:
    """A value as text that tells types apart: ``1``, ``1.0``, ``'1'``, ``(p1)``, ``[r1]``, ``<(p1)[r1](p2)>``."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, float):
        return f"{value:.12g}" if "." in f"{value:.12g}" or "e" in f"{value:.12g}" else f"{value:.12g}.0"
    if isinstance(value, str):
        return f"'{value}'"
    if isinstance(value, Node):
        return f"({value.key})"
    if isinstance(value, Relationship):
        return f"[{value.key}]"
    if isinstance(value, Path):
        parts = [shown(value.nodes[0])]
        for relationship, node in zip(value.relationships, value.nodes[1:], strict=True):
            parts += [shown(relationship), shown(node)]
        return f"<{''.join(parts)}>"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(shown(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {shown(item)}" for name, item in sorted(value.items())) + "}"
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return str(value)
