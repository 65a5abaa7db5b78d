"""Reads what an expression is built from: literals, names, functions, CASE, comprehensions, subqueries."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from cypher.errors import CypherError, CypherSyntaxError
from cypher.syntax import clauses, expressions, patterns
from cypher.syntax.cursor import Cursor
from cypher.syntax.tree.clauses import Subquery
from cypher.syntax.tree.expressions import (
    Call,
    Case,
    Expression,
    ListComprehension,
    ListLiteral,
    Literal,
    MapLiteral,
    MapProjection,
    Parameter,
    Property,
    Quantifier,
    Reduce,
    Variable,
)
from cypher.syntax.tree.patterns import PatternComprehension, PatternPredicate

_QUANTIFIERS = ("all", "any", "none", "single")
_MOST_BARS = 6
_T = TypeVar("_T")


def integer(text: str, cursor: Cursor, position: int) -> int:
    """An integer literal, decimal, ``0x`` or ``0o``, within 64 bits."""
    plain = text.replace("_", "")
    digits = plain.lstrip("-")
    base = {"0x": 16, "0o": 8}.get(digits[:2].lower(), 10)
    if base == 10 and len(digits) > 1 and digits.startswith("0"):
        raise CypherSyntaxError(
            f"write the number {text} without a leading zero, or 0o for octal", cursor.query, position
        )
    number = int(digits, base) * (-1 if plain.startswith("-") else 1)
    if not -(2**63) <= number < 2**63:
        raise CypherSyntaxError(f"the integer {text} is too large for 64 bits", cursor.query, position)
    return number


def read_atom(cursor: Cursor) -> Expression:
    """The smallest whole expression that comes next."""
    token = cursor.token
    start = token.start
    if token.kind == "int":
        cursor.advance()
        return Literal(integer(token.text, cursor, start), start=start, end=token.end)
    if token.kind == "float":
        cursor.advance()
        return _float(token.text, cursor, start)
    if token.kind == "string":
        cursor.advance()
        return Literal(token.text, start=start, end=token.end)
    if token.kind == "param":
        cursor.advance()
        return Parameter(token.text, start=start, end=token.end)
    if token.is_sign("("):
        return _parenthesis(cursor)
    if token.is_sign("["):
        return _list(cursor)
    if token.is_sign("{"):
        return read_map(cursor)
    if token.kind in ("word", "name"):
        return _word(cursor)
    raise cursor.fail("an expression expected")


def _float(text: str, cursor: Cursor, start: int) -> Literal:
    value = float(text.replace("_", ""))
    if value in (float("inf"), float("-inf")):
        raise CypherSyntaxError(f"the number {text} is too large", cursor.query, start)
    return Literal(value, start=start, end=start + len(text))


def _attempt(cursor: Cursor, read: Callable[[Cursor], _T]) -> _T | None:
    """What ``read`` gives, or None with nothing passed where it cannot read on."""
    at = cursor.at
    try:
        return read(cursor)
    except CypherError:
        cursor.at = at
        return None


def _pattern_predicate(cursor: Cursor) -> PatternPredicate:
    start = cursor.token.start
    pattern = patterns.read_chain(cursor, None)
    if len(pattern.elements) == 1:
        raise cursor.fail("a relationship expected")
    return PatternPredicate(pattern, start=start, end=cursor.last_end)


def _parenthesis(cursor: Cursor) -> Expression:
    predicate = _attempt(cursor, _pattern_predicate)
    if predicate is not None:
        return predicate
    cursor.expect_sign("(")
    inner = expressions.read_expression(cursor)
    cursor.expect_sign(")")
    return inner


def _list(cursor: Cursor) -> Expression:
    start = cursor.token.start
    cursor.expect_sign("[")
    if cursor.token.kind in ("word", "name") and cursor.peek().is_word("IN"):
        comprehension = _attempt(cursor, lambda c: _list_comprehension(c, start))
        if comprehension is not None:
            return comprehension
    pattern = _attempt(cursor, lambda c: _pattern_comprehension(c, start))
    if pattern is not None:
        return pattern
    items = []
    if not cursor.token.is_sign("]"):
        items.append(expressions.read_expression(cursor))
        while cursor.take_sign(","):
            items.append(expressions.read_expression(cursor))
    cursor.expect_sign("]")
    return ListLiteral(tuple(items), start=start, end=cursor.last_end)


def _list_comprehension(cursor: Cursor, start: int) -> ListComprehension:
    variable = cursor.name("a variable")
    cursor.expect_word("IN")
    source = expressions.read_expression(cursor)
    where, value = _where_and_value(cursor)
    return ListComprehension(variable, source, where, value, start=start, end=cursor.last_end)


def _where_and_value(cursor: Cursor) -> tuple[Expression | None, Expression | None]:
    """``WHERE … | …]``, where a label expression takes as few of the bars as leave a value behind the last one."""
    outer, at = cursor.bars, cursor.at
    for bars in range(_MOST_BARS):
        cursor.at, cursor.bars = at, bars
        try:
            where = expressions.read_expression(cursor) if cursor.take_word("WHERE") else None
            cursor.bars = None
            value = expressions.read_expression(cursor) if cursor.take_sign("|") else None
            cursor.expect_sign("]")
            return where, value
        except CypherSyntaxError:
            if bars == _MOST_BARS - 1 or not any(token.is_sign("|") for token in cursor.tokens[at : cursor.at + 1]):
                raise
        finally:
            cursor.bars = outer
    raise cursor.fail("`]` expected")


def _pattern_comprehension(cursor: Cursor, start: int) -> PatternComprehension:
    name = None
    if cursor.token.kind in ("word", "name") and cursor.peek().is_sign("="):
        name = cursor.advance().text
        cursor.expect_sign("=")
    pattern = patterns.read_chain(cursor, name)
    if len(pattern.elements) == 1:
        raise cursor.fail("a relationship expected")
    where, value = _where_and_value(cursor)
    if value is None:
        raise cursor.fail("`|` and a value expected before this")
    return PatternComprehension(pattern, where, value, start=start, end=cursor.last_end)


def read_map(cursor: Cursor) -> MapLiteral:
    """``{name: value, …}``; of two equal names the later one counts."""
    start = cursor.token.start
    cursor.expect_sign("{")
    items: dict[str, Expression] = {}
    while not cursor.token.is_sign("}"):
        name = cursor.name("a property name")
        cursor.expect_sign(":")
        items[name] = expressions.read_expression(cursor)
        if not cursor.take_sign(","):
            break
    cursor.expect_sign("}")
    return MapLiteral(tuple(items.items()), start=start, end=cursor.last_end)


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
    if cursor.peek().is_sign("(") or (cursor.peek().is_sign(".") and _is_dotted_call(cursor)):
        return _call(cursor)
    if cursor.peek().is_sign("{"):
        return _map_projection(cursor)
    cursor.advance()
    return Variable(token.text, start=start, end=token.end)


def _is_dotted_call(cursor: Cursor) -> bool:
    ahead = 0
    while cursor.peek(ahead).kind in ("word", "name") and cursor.peek(ahead + 1).is_sign("."):
        ahead += 2
    return cursor.peek(ahead).kind in ("word", "name") and cursor.peek(ahead + 1).is_sign("(")


def _case(cursor: Cursor) -> Case:
    start = cursor.token.start
    cursor.expect_word("CASE")
    subject = None if cursor.token.is_word("WHEN") else expressions.read_expression(cursor)
    branches: list[tuple[Expression, Expression]] = []
    while cursor.take_word("WHEN"):
        tests = [_test(cursor)]
        while cursor.take_sign(","):
            tests.append(_test(cursor))
        cursor.expect_word("THEN")
        value = expressions.read_expression(cursor)
        branches.extend((test, value) for test in tests)
    if not branches:
        raise cursor.fail("WHEN expected")
    otherwise = expressions.read_expression(cursor) if cursor.take_word("ELSE") else None
    cursor.expect_word("END")
    return Case(subject, tuple(branches), otherwise, start=start, end=cursor.last_end)


def _test(cursor: Cursor) -> Expression:
    if cursor.token.is_sign("=", "<>", "<", ">", "<=", ">=") or cursor.token.is_word(
        "IS", "IN", "STARTS", "ENDS", "CONTAINS"
    ):
        raise cursor.unsupported("a comparison after WHEN of a CASE with a subject (write CASE WHEN x < 1 THEN …)")
    return expressions.read_expression(cursor)


def _subquery(cursor: Cursor, kind: str) -> Subquery:
    start = cursor.advance().start
    cursor.expect_sign("{")
    query = clauses.read_subquery(cursor, kind)
    cursor.expect_sign("}")
    return Subquery(kind, query, start=start, end=cursor.last_end)


def _map_projection(cursor: Cursor) -> MapProjection:
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
        return name, expressions.read_expression(cursor)
    return name, Variable(name, start=start, end=cursor.last_end)


def _call(cursor: Cursor) -> Expression:
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
        arguments.append(expressions.read_expression(cursor))
        if not cursor.take_sign(","):
            break
    cursor.expect_sign(")")
    return Call(name, tuple(arguments), distinct=distinct, start=start, end=cursor.last_end)


def _quantifier(cursor: Cursor, kind: str, start: int) -> Quantifier:
    variable = cursor.name("a variable")
    cursor.expect_word("IN")
    source = expressions.read_expression(cursor)
    cursor.expect_word("WHERE")
    where = expressions.read_expression(cursor)
    cursor.expect_sign(")")
    return Quantifier(kind, variable, source, where, start=start, end=cursor.last_end)


def _reduce(cursor: Cursor, start: int) -> Reduce:
    accumulator = cursor.name("a variable")
    cursor.expect_sign("=")
    initial = expressions.read_expression(cursor)
    cursor.expect_sign(",")
    variable = cursor.name("a variable")
    cursor.expect_word("IN")
    source = expressions.read_expression(cursor)
    cursor.expect_sign("|")
    value = expressions.read_expression(cursor)
    cursor.expect_sign(")")
    return Reduce(accumulator, initial, variable, source, value, start=start, end=cursor.last_end)
