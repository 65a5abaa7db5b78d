"""Reads patterns: nodes, relationships, paths and the shortest ones."""

from __future__ import annotations

from cypher.syntax.cursor import Cursor
from cypher.syntax.labels import read_labels
from cypher.syntax.maps import read_map
from cypher.syntax.numbers import integer
from cypher.syntax.tree.expressions import Expression, MapLiteral, Parameter
from cypher.syntax.tree.patterns import NodePattern, PathPattern, RelationshipPattern


def read_pattern(cursor: Cursor) -> PathPattern:
    """One path of a MATCH, perhaps named, perhaps in ``shortestPath``."""
    name = None
    if cursor.token.kind in ("word", "name") and cursor.peek().is_sign("="):
        name = cursor.advance().text
        cursor.expect_sign("=")
    token = cursor.token
    if token.is_word("SHORTESTPATH", "ALLSHORTESTPATHS") and cursor.peek().is_sign("("):
        cursor.at += 2
        chain = read_chain(cursor, name)
        cursor.expect_sign(")")
        kind = "shortestPath" if token.is_word("SHORTESTPATH") else "allShortestPaths"
        return PathPattern(name, chain.elements, kind)
    if token.is_word("SHORTEST", "ANY", "ALL"):
        raise cursor.unsupported("path selectors (`SHORTEST k`, `ANY`, `ALL SHORTEST`); write shortestPath(…)")
    return read_chain(cursor, name)


def read_chain(cursor: Cursor, name: str | None) -> PathPattern:
    """Nodes and relationships in turn."""
    elements: list[NodePattern | RelationshipPattern] = [_node(cursor)]
    while cursor.token.is_sign("-", "<") or cursor.token.kind == "dash":
        elements.append(_relationship(cursor))
        elements.append(_node(cursor))
    if cursor.token.is_sign("(") or (len(elements) > 1 and cursor.token.is_sign("{", "+", "*")):
        raise cursor.unsupported("quantified paths (`((a)-->(b)){1,3}`); write a variable length such as `-[*1..3]->`")
    return PathPattern(name, tuple(elements))


def _variable(cursor: Cursor) -> str | None:
    if cursor.token.kind == "name" or (cursor.token.kind == "word" and not cursor.token.is_word("WHERE")):
        return cursor.advance().text
    return None


def _properties(cursor: Cursor) -> MapLiteral | Parameter | None:
    if cursor.token.is_sign("{"):
        return read_map(cursor)
    if cursor.token.kind == "param":
        token = cursor.advance()
        return Parameter(token.text, start=token.start, end=token.end)
    return None


def _where(cursor: Cursor) -> Expression | None:
    return cursor.expression() if cursor.take_word("WHERE") else None


def _node(cursor: Cursor) -> NodePattern:
    position = cursor.token.start
    cursor.expect_sign("(")
    if cursor.token.is_sign("("):
        raise cursor.unsupported(
            "quantified or parenthesized paths (`((a)-->(b))`); write a variable length `-[*1..3]->`"
        )
    variable = _variable(cursor)
    if cursor.token.is_word("IS"):
        raise cursor.unsupported("`IS Label` in a pattern (write `:Label`)")
    labels = read_labels(cursor)
    node = NodePattern(variable, labels, _properties(cursor), _where(cursor), position=position)
    cursor.expect_sign(")")
    return node


def _relationship(cursor: Cursor) -> RelationshipPattern:
    position = cursor.token.start
    left = cursor.take_sign("<")
    if not cursor.take_dash():
        raise cursor.fail("`-` expected")
    variable = types = properties = where = None
    variable_length, low, high = False, None, None
    if cursor.take_sign("["):
        variable = _variable(cursor)
        types = read_labels(cursor)
        if cursor.take_sign("*"):
            variable_length = True
            low, high = _length(cursor)
        properties = _properties(cursor)
        where = _where(cursor)
        cursor.expect_sign("]")
    if not cursor.take_dash():
        raise cursor.fail("`-` expected")
    right = cursor.take_sign(">")
    if cursor.token.is_sign("+", "*", "{"):
        if variable_length:
            raise cursor.fail("a node expected after a path of variable length")
        variable_length = True
        low, high = _quantifier(cursor)
    direction = "-" if left == right else "<" if left else ">"
    return RelationshipPattern(
        variable, types, properties, where, direction, variable_length, low, high, position=position
    )


def _quantifier(cursor: Cursor) -> tuple[int, int | None]:
    """``+``, ``*``, ``{2}``, ``{1,3}``, ``{1,}`` or ``{,3}`` after a relationship."""
    if cursor.take_sign("+"):
        return 1, None
    if cursor.take_sign("*"):
        return 0, None
    cursor.expect_sign("{")
    low = _bound(cursor)
    high = low
    if cursor.take_sign(","):
        high = _bound(cursor)
    elif low is None:
        raise cursor.fail("a number expected")
    cursor.expect_sign("}")
    return low or 0, high


def _length(cursor: Cursor) -> tuple[int | None, int | None]:
    low = _bound(cursor)
    if cursor.take_sign(".."):
        return low, _bound(cursor)
    return low, low


def _bound(cursor: Cursor) -> int | None:
    if cursor.token.kind != "int":
        return None
    token = cursor.advance()
    return integer(token.text, cursor, token.start)
