"""Reads expressions, with the precedence of Neo4j 5: OR, XOR, AND, NOT, comparison, IN and its like, +, *, ^, sign."""

from __future__ import annotations

from collections.abc import Callable

from cypher.errors import CypherSyntaxError
from cypher.syntax.atoms import read_atom
from cypher.syntax.cursor import Cursor
from cypher.syntax.labels import read_labels
from cypher.syntax.numbers import integer
from cypher.syntax.tree.expressions import (
    Binary,
    Comparison,
    Expression,
    Index,
    IsNull,
    Literal,
    Property,
    Slice,
    Unary,
)
from cypher.syntax.tree.patterns import HasLabels

_COMPARISONS = ("=", "<>", "<=", ">=", "<", ">")


def read_expression(cursor: Cursor) -> Expression:
    """The expression that comes next."""
    return _words(cursor, "OR", lambda c: _words(c, "XOR", lambda d: _words(d, "AND", _negation)))


def _words(cursor: Cursor, word: str, operand: Callable[[Cursor], Expression]) -> Expression:
    start = cursor.token.start
    left = operand(cursor)
    while cursor.take_word(word):
        left = Binary(word, left, operand(cursor), start=start, end=cursor.last_end)
    return left


def _negation(cursor: Cursor) -> Expression:
    start = cursor.token.start
    if cursor.take_word("NOT"):
        return Unary("NOT", _negation(cursor), start=start, end=cursor.last_end)
    return _comparison(cursor)


def _comparison(cursor: Cursor) -> Expression:
    start = cursor.token.start
    operands, operators = [_tests(cursor)], []
    while cursor.token.is_sign(*_COMPARISONS, "!="):
        if cursor.token.is_sign("!="):
            raise cursor.fail("`<>` expected for `is not equal`")
        operators.append(cursor.advance().text)
        operands.append(_tests(cursor))
    if not operators:
        return operands[0]
    return Comparison(tuple(operands), tuple(operators), start=start, end=cursor.last_end)


def read_test_of(cursor: Cursor, subject: Expression) -> Expression | None:
    """What stands after ``CASE subject WHEN`` in place of a value: a test that lacks its left side, or None."""
    start = cursor.token.start
    if cursor.token.is_sign(*_COMPARISONS):
        operator = cursor.advance().text
        return Comparison((subject, _tests(cursor)), (operator,), start=start, end=cursor.last_end)
    if cursor.token.is_sign("=~") or cursor.token.is_word("IS", "STARTS", "ENDS"):
        tested = _tested(cursor, subject, start)
        return None if tested is subject else tested
    return None


def _tests(cursor: Cursor) -> Expression:
    start = cursor.token.start
    return _tested(cursor, _sum(cursor), start)


def _tested(cursor: Cursor, left: Expression, start: int) -> Expression:
    while True:
        operator = _test_operator(cursor)
        if operator:
            left = Binary(operator, left, _sum(cursor), start=start, end=cursor.last_end)
        elif cursor.take_word("IS", "NULL"):
            left = IsNull(left, False, start=start, end=cursor.last_end)
        elif cursor.take_word("IS", "NOT", "NULL"):
            left = IsNull(left, True, start=start, end=cursor.last_end)
        elif cursor.token.is_word("IS") or cursor.token.is_sign("::"):
            raise cursor.unsupported("type and normalization predicates (`IS :: INTEGER`, `IS NORMALIZED`)")
        else:
            return left


def _test_operator(cursor: Cursor) -> str:
    if cursor.take_sign("=~"):
        return "=~"
    for words in (("STARTS", "WITH"), ("ENDS", "WITH"), ("CONTAINS",), ("IN",)):
        if cursor.take_word(*words):
            return " ".join(words)
    return ""


def _sum(cursor: Cursor) -> Expression:
    return _signs(cursor, ("+", "-", "||"), lambda c: _signs(c, ("*", "/", "%"), lambda d: _signs(d, ("^",), _signed)))


def _signs(cursor: Cursor, signs: tuple[str, ...], operand: Callable[[Cursor], Expression]) -> Expression:
    start = cursor.token.start
    left = operand(cursor)
    while cursor.token.is_sign(*signs):
        operator = cursor.advance().text
        left = Binary(operator, left, operand(cursor), start=start, end=cursor.last_end)
    return left


def _signed(cursor: Cursor) -> Expression:
    start = cursor.token.start
    if cursor.token.is_sign("-", "+"):
        operator = cursor.advance().text
        if operator == "-" and cursor.token.kind == "int":
            token = cursor.advance()
            number = integer("-" + token.text.replace("_", ""), cursor, token.start)
            return _postfixes(cursor, Literal(number, start=start, end=cursor.last_end), start)
        return Unary(operator, _signed(cursor), start=start, end=cursor.last_end)
    return _postfixes(cursor, read_atom(cursor), start)


def _postfixes(cursor: Cursor, of: Expression, start: int) -> Expression:
    while True:
        if cursor.take_sign("."):
            name = cursor.name("a property name")
            of = Property(of, name, start=start, end=cursor.last_end)
        elif cursor.take_sign("["):
            of = _bracket(cursor, of, start)
        elif cursor.token.is_sign(":") and cursor.peek().kind in ("word", "name", "sign"):
            labels = read_labels(cursor)
            if labels is None:
                raise CypherSyntaxError("a label expected", cursor.query, cursor.token.start)
            of = HasLabels(of, labels, start=start, end=cursor.last_end)
        else:
            return of


def _bracket(cursor: Cursor, of: Expression, start: int) -> Expression:
    low = None if cursor.token.is_sign("..") else read_expression(cursor)
    if not cursor.take_sign(".."):
        cursor.expect_sign("]")
        if low is None:
            raise cursor.fail("an index expected")
        return Index(of, low, start=start, end=cursor.last_end)
    high = None if cursor.token.is_sign("]") else read_expression(cursor)
    cursor.expect_sign("]")
    return Slice(of, low, high, start=start, end=cursor.last_end)
