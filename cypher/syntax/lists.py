"""Reads what stands in brackets: lists, list comprehensions, pattern comprehensions."""

from __future__ import annotations

from cypher.errors import CypherSyntaxError
from cypher.syntax.cursor import Cursor
from cypher.syntax.patterns import read_chain
from cypher.syntax.tree.expressions import Expression, ListComprehension, ListLiteral
from cypher.syntax.tree.patterns import PatternComprehension

_MOST_BARS = 6


def read_list(cursor: Cursor) -> Expression:
    """What an opening bracket begins: a list, a list comprehension or a pattern comprehension."""
    start = cursor.token.start
    cursor.expect_sign("[")
    if cursor.token.kind in ("word", "name") and cursor.peek().is_word("IN"):
        comprehension = cursor.attempt(lambda c: _list_comprehension(c, start))
        if comprehension is not None:
            return comprehension
    pattern = cursor.attempt(lambda c: _pattern_comprehension(c, start))
    if pattern is not None:
        return pattern
    items = []
    if not cursor.token.is_sign("]"):
        items.append(cursor.expression())
        while cursor.take_sign(","):
            items.append(cursor.expression())
    cursor.expect_sign("]")
    return ListLiteral(tuple(items), start=start, end=cursor.last_end)


def _list_comprehension(cursor: Cursor, start: int) -> ListComprehension:
    variable = cursor.name("a variable")
    cursor.expect_word("IN")
    source = cursor.expression()
    where, value = _where_and_value(cursor)
    return ListComprehension(variable, source, where, value, start=start, end=cursor.last_end)


def _pattern_comprehension(cursor: Cursor, start: int) -> PatternComprehension:
    name = None
    if cursor.token.kind in ("word", "name") and cursor.peek().is_sign("="):
        name = cursor.advance().text
        cursor.expect_sign("=")
    pattern = read_chain(cursor, name)
    if len(pattern.elements) == 1:
        raise cursor.fail("a relationship expected")
    where, value = _where_and_value(cursor)
    if value is None:
        raise cursor.fail("`|` and a value expected before this")
    return PatternComprehension(pattern, where, value, start=start, end=cursor.last_end)


def _where_and_value(cursor: Cursor) -> tuple[Expression | None, Expression | None]:
    """``WHERE … | …]``, where a label expression takes as few of the bars as leave a value behind the last one."""
    outer, at = cursor.bars, cursor.at
    for bars in range(_MOST_BARS):
        cursor.at, cursor.bars = at, bars
        try:
            where = cursor.expression() if cursor.take_word("WHERE") else None
            cursor.bars = None
            value = cursor.expression() if cursor.take_sign("|") else None
            cursor.expect_sign("]")
            return where, value
        except CypherSyntaxError:
            if bars == _MOST_BARS - 1 or not any(token.is_sign("|") for token in cursor.tokens[at : cursor.at + 1]):
                raise
        finally:
            cursor.bars = outer
    raise cursor.fail("`]` expected")
