"""A value in the cell of a table: short and on one line for people to read."""

from __future__ import annotations

import json
from typing import Any

from cypher.elements import Node, Path, Relationship
from cypher.plain import plain


def cell(value: Any) -> str:
    """A value as text: nothing for null, the name of a node, a path as its names and arrows, lists with ``; ``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Node):
        return _name(value)
    if isinstance(value, Relationship):
        return f"[:{value.type}]"
    if isinstance(value, Path):
        return _path(value)
    if isinstance(value, list | tuple):
        return "; ".join(cell(item) for item in value)
    if isinstance(value, dict):
        return json.dumps(plain(value), ensure_ascii=False)
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return str(value)


def _name(node: Node) -> str:
    return str(node.properties.get("name", node.key))


def _path(path: Path) -> str:
    parts = [_name(path.nodes[0])] if path.nodes else []
    for node, relationship in zip(path.nodes[1:], path.relationships, strict=True):
        forward = relationship.end == node.key and relationship.start != node.key
        loop = relationship.start == relationship.end
        parts.append(f"-[:{relationship.type}]->" if forward or loop else f"<-[:{relationship.type}]-")
        parts.append(_name(node))
    return "".join(parts)
