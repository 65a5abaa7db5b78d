"""Reads maps and map projections."""

from __future__ import annotations

from cypher.syntax.cursor import Cursor
from cypher.syntax.tree.expressions import Expression, MapLiteral, MapProjection, Property, Variable


def read_map(cursor: Cursor) -> MapLiteral:
    """``{name: value, …}``; of two equal names the later one counts."""
    start = cursor.token.start
    cursor.expect_sign("{")
    items: dict[str, Expression] = {}
    while not cursor.token.is_sign("}"):
        name = cursor.name("a property name")
        cursor.expect_sign(":")
        items[name] = cursor.expression()
        if not cursor.take_sign(","):
            break
    cursor.expect_sign("}")
    return MapLiteral(tuple(items.items()), start=start, end=cursor.last_end)


def read_map_projection(cursor: Cursor) -> MapProjection:
    """``name {.property, name: value, …}``."""
    token = cursor.advance()
    cursor.expect_sign("{")
    items: list[tuple[str, Expression | None]] = []
    while not cursor.token.is_sign("}"):
        items.append(_projected(cursor, token.text))
        if not cursor.take_sign(","):
            break
    cursor.expect_sign("}")
    of = Variable(token.text, start=token.start, end=token.end)
    return MapProjection(of, tuple(items), start=token.start, end=cursor.last_end)


def _projected(cursor: Cursor, of: str) -> tuple[str, Expression | None]:
    start = cursor.token.start
    if cursor.take_sign("."):
        if cursor.take_sign("*"):
            return "*", None
        name = cursor.name("a property name")
        return name, Property(Variable(of, start=start, end=start), name, start=start, end=cursor.last_end)
    name = cursor.name("a property name")
    if cursor.take_sign(":"):
        return name, cursor.expression()
    return name, Variable(name, start=start, end=cursor.last_end)
