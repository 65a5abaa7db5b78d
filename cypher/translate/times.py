"""Translates what the engine has otherwise of dates: the moment of the query, and durations between two dates."""

from __future__ import annotations

from collections.abc import Callable

from cypher.syntax.tree.expressions import Call, MapLiteral
from cypher.translate.code import Code, let
from cypher.translate.context import Context
from cypher.translate.scope import Scope
from cypher.translate.types import not_null, of_kinds


def moment(name: str, context: Context) -> Code:
    """``date()``, ``datetime()`` and their kin: the same moment at each place of a query, in UTC, as servers count.

    It stands in the engine's query as text, so that no two calls differ.
    """
    now = context.now
    if name == "timestamp":
        return Code(str(round(now.timestamp() * 1000)), of_kinds("integer", nullable=False))
    written = {
        "date": now.strftime("%Y-%m-%d"),
        "datetime": now.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "localdatetime": now.strftime("%Y-%m-%dT%H:%M:%S.%f"),
        "time": now.strftime("%H:%M:%S.%fZ"),
        "localtime": now.strftime("%H:%M:%S.%f"),
    }[name]
    return Code(f"{name}('{written}')", not_null(of_kinds(name)))


def between(codes: list[Code], expression: Call, scope: Scope) -> str:
    """Whole months from one date to the other, and the days that remain, as Neo4j counts them.

    The months are those of ``java.time.LocalDate.until``: a month is whole when its day is reached.
    """
    context = scope.context

    def counted(start: str, end: str) -> str:
        months = f"duration({{months: {_months(start, end)}}})"
        return let(
            Code(months, not_null(of_kinds("duration"))),
            context,
            lambda m: f"({m} + duration.inDays(({start} + {m}), {end}))",
        )

    return let(codes[0], context, lambda start: let(codes[1], context, lambda end: _unless_null(counted, start, end)))


def in_months(codes: list[Code], expression: Call, scope: Scope) -> str:
    """Whole months from one date to the other."""

    def counted(start: str, end: str) -> str:
        return f"duration({{months: {_months(start, end)}}})"

    context = scope.context
    return let(codes[0], context, lambda start: let(codes[1], context, lambda end: _unless_null(counted, start, end)))


def refuse_epoch(expression: Call, scope: Scope) -> None:
    """Refuses ``datetime({epochSeconds: 0})``, a key that the engine does not know."""
    for argument in expression.arguments:
        named = argument.items if isinstance(argument, MapLiteral) else ()
        for name, value in named:
            if name.lower().startswith("epoch"):
                raise scope.context.unsupported(value, f"{expression.name}() of `{name}`")


def _unless_null(counted: Callable[[str, str], str], start: str, end: str) -> str:
    return f"(CASE WHEN {start} IS NULL OR {end} IS NULL THEN null ELSE {counted(start, end)} END)"


def _months(start: str, end: str) -> str:
    packed = "(({0}.year * 12 + {0}.month) * 32 + {0}.day)"
    return f"(({packed.format(end)} - {packed.format(start)}) / 32)"
