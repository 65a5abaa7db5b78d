"""Reads functions, and what is written like one: quantifiers, ``reduce``."""

from __future__ import annotations

from cypher.syntax.cursor import Cursor
from cypher.syntax.tree.expressions import Call, Expression, Quantifier, Reduce

_QUANTIFIERS = ("all", "any", "none", "single")


def is_call(cursor: Cursor) -> bool:
    """Whether a function's name, perhaps with dots, and a parenthesis come next."""
    ahead = 0
    while cursor.peek(ahead).kind in ("word", "name") and cursor.peek(ahead + 1).is_sign("."):
        ahead += 2
    return cursor.peek(ahead).kind in ("word", "name") and cursor.peek(ahead + 1).is_sign("(")


def read_call(cursor: Cursor) -> Expression:
    """A function, or what is written like one: a quantifier, ``reduce``."""
    start = cursor.token.start
    parts = [cursor.name("a function")]
    while cursor.take_sign("."):
        parts.append(cursor.name("a function"))
    name = ".".join(parts)
    lower = name.lower()
    cursor.expect_sign("(")
    if lower in _QUANTIFIERS and cursor.peek().is_word("IN"):
        return _quantifier(cursor, lower, start)
    if lower == "reduce":
        return _reduce(cursor, start)
    if lower in ("shortestpath", "allshortestpaths"):
        raise cursor.unsupported(f"{name}() in an expression (write MATCH path = {name}(…))")
    if lower == "count" and cursor.take_sign("*"):
        cursor.expect_sign(")")
        return Call("count", (), star=True, start=start, end=cursor.last_end)
    distinct = cursor.take_word("DISTINCT")
    arguments = []
    if lower == "trim" and cursor.token.is_word("BOTH", "LEADING", "TRAILING"):
        raise cursor.unsupported("trim(BOTH … FROM …)")
    while not cursor.token.is_sign(")"):
        arguments.append(cursor.expression())
        if not cursor.take_sign(","):
            break
    cursor.expect_sign(")")
    return Call(name, tuple(arguments), distinct=distinct, start=start, end=cursor.last_end)


def _quantifier(cursor: Cursor, kind: str, start: int) -> Quantifier:
    variable = cursor.name("a variable")
    cursor.expect_word("IN")
    source = cursor.expression()
    cursor.expect_word("WHERE")
    where = cursor.expression()
    cursor.expect_sign(")")
    return Quantifier(kind, variable, source, where, start=start, end=cursor.last_end)


def _reduce(cursor: Cursor, start: int) -> Reduce:
    accumulator = cursor.name("a variable")
    cursor.expect_sign("=")
    initial = cursor.expression()
    cursor.expect_sign(",")
    variable = cursor.name("a variable")
    cursor.expect_word("IN")
    source = cursor.expression()
    cursor.expect_sign("|")
    value = cursor.expression()
    cursor.expect_sign(")")
    return Reduce(accumulator, initial, variable, source, value, start=start, end=cursor.last_end)
