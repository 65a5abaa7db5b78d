"""Reads what an expression is built from: literals, names, CASE, subqueries, and what begins with a parenthesis."""

from __future__ import annotations

from cypher.syntax.calls import is_call, read_call
from cypher.syntax.cursor import Cursor
from cypher.syntax.lists import read_list
from cypher.syntax.maps import read_map, read_map_projection
from cypher.syntax.numbers import floating, integer
from cypher.syntax.patterns import read_chain
from cypher.syntax.tree.clauses import Subquery
from cypher.syntax.tree.expressions import Case, Comparison, Expression, Literal, Parameter, Variable
from cypher.syntax.tree.patterns import PatternPredicate


def read_atom(cursor: Cursor) -> Expression:
    """The smallest whole expression that comes next."""
    token = cursor.token
    start = token.start
    if token.kind == "int":
        cursor.advance()
        return Literal(integer(token.text, cursor, start), start=start, end=token.end)
    if token.kind == "float":
        cursor.advance()
        return Literal(floating(token.text, cursor, start), start=start, end=token.end)
    if token.kind == "string":
        cursor.advance()
        return Literal(token.text, start=start, end=token.end)
    if token.kind == "param":
        cursor.advance()
        return Parameter(token.text, start=start, end=token.end)
    if token.is_sign("("):
        return _parenthesis(cursor)
    if token.is_sign("["):
        return read_list(cursor)
    if token.is_sign("{"):
        return read_map(cursor)
    if token.kind in ("word", "name"):
        return _word(cursor)
    raise cursor.fail("an expression expected")


def _parenthesis(cursor: Cursor) -> Expression:
    predicate = cursor.attempt(_pattern_predicate)
    if predicate is not None:
        return predicate
    cursor.expect_sign("(")
    inner = cursor.expression()
    cursor.expect_sign(")")
    return inner


def _pattern_predicate(cursor: Cursor) -> PatternPredicate:
    start = cursor.token.start
    pattern = read_chain(cursor, None)
    if len(pattern.elements) == 1:
        raise cursor.fail("a relationship expected")
    return PatternPredicate(pattern, start=start, end=cursor.last_end)


def _word(cursor: Cursor) -> Expression:
    token = cursor.token
    start = token.start
    if token.kind == "word":
        upper = token.text.upper()
        if upper in ("TRUE", "FALSE", "NULL"):
            cursor.advance()
            value = {"TRUE": True, "FALSE": False, "NULL": None}[upper]
            return Literal(value, start=start, end=token.end)
        if upper in ("INF", "INFINITY", "NAN"):
            raise cursor.unsupported(f"the literal {token.text}")
        if upper == "CASE" and not cursor.peek().is_sign(",", ")", ".", "}"):
            return _case(cursor)
        if upper in ("EXISTS", "COUNT", "COLLECT") and cursor.peek().is_sign("{"):
            return _subquery(cursor, upper)
    if is_call(cursor):
        return read_call(cursor)
    if cursor.peek().is_sign("{"):
        return read_map_projection(cursor)
    cursor.advance()
    return Variable(token.text, start=start, end=token.end)


def _case(cursor: Cursor) -> Case:
    start = cursor.token.start
    cursor.expect_word("CASE")
    subject = None if cursor.token.is_word("WHEN") else cursor.expression()
    branches: list[tuple[Expression, Expression]] = []
    plain: set[int] = set()
    while cursor.take_word("WHEN"):
        tests: list[Expression] = []
        while not tests or cursor.take_sign(","):
            test = None if subject is None else cursor.test_of(subject)
            if test is None:
                test = cursor.expression()
                plain.add(id(test))
            tests.append(test)
        cursor.expect_word("THEN")
        value = cursor.expression()
        branches.extend((test, value) for test in tests)
    if not branches:
        raise cursor.fail("WHEN expected")
    otherwise = cursor.expression() if cursor.take_word("ELSE") else None
    cursor.expect_word("END")
    if subject is not None and len(plain) < len(branches):  # `CASE x WHEN < 1 … WHEN 2`: `CASE WHEN x < 1 … WHEN x = 2`
        branches = [(_equal(subject, test) if id(test) in plain else test, value) for test, value in branches]
        subject = None
    return Case(subject, tuple(branches), otherwise, start=start, end=cursor.last_end)


def _equal(subject: Expression, test: Expression) -> Comparison:
    return Comparison((subject, test), ("=",), start=test.start, end=test.end)


def _subquery(cursor: Cursor, kind: str) -> Subquery:
    start = cursor.advance().start
    cursor.expect_sign("{")
    query = cursor.subquery(kind)
    cursor.expect_sign("}")
    return Subquery(kind, query, start=start, end=cursor.last_end)
