"""Translates what is taken out of a value: properties, indexes, slices."""

from __future__ import annotations

from difflib import get_close_matches

from cypher.syntax.tree.expressions import Expression, Index, Literal, Property, Slice
from cypher.translate.code import Code, is_kind, let, require
from cypher.translate.context import Context
from cypher.translate.dispatch import translate
from cypher.translate.scope import Scope
from cypher.translate.spelling import PREFIX, quoted, stored
from cypher.translate.types import ANY, INTEGER, NULL, TEMPORAL, Type, list_of, nullable, of_kinds, union

_DAY = {
    "year", "quarter", "month", "week", "weekYear", "dayOfQuarter", "day", "ordinalDay", "dayOfWeek", "weekDay",
    "quarterDay",
}  # fmt: skip
_HOURS = {"hour", "minute", "second", "millisecond", "microsecond", "nanosecond"}
_ZONE = {"timezone", "offset", "offsetMinutes", "offsetSeconds"}
_SAID = {"quarterDay": "dayOfQuarter"}  # how the engine says a part
FIELDS = {
    "date": _DAY,
    "localtime": _HOURS,
    "time": _HOURS | _ZONE,
    "localdatetime": _DAY | _HOURS,
    "datetime": _DAY | _HOURS | _ZONE | {"epochSeconds", "epochMillis"},
    "duration": {
        "years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds",
        "nanoseconds", "quartersOfYear", "monthsOfQuarter", "monthsOfYear", "daysOfWeek", "minutesOfHour",
        "secondsOfMinute", "millisecondsOfSecond", "microsecondsOfSecond", "nanosecondsOfSecond",
    },
}  # fmt: skip
"""The parts of dates, times and durations that Neo4j knows; any other is an error there."""


def property_type(name: str, context: Context) -> Type:
    """The type of a property of nodes and relationships; notes one that nothing has."""
    found = context.schema.properties.get(name)
    if found is None:
        near = get_close_matches(name, list(context.schema.properties), 1, 0.6)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        context.note(f"nothing in the graph has the property `{name}`, so it is null everywhere{hint}")
        return NULL
    return found


@translate.register
def _property(expression: Property, scope: Scope) -> Code:
    of = translate(expression.of, scope)
    return property_of(of, expression.name, expression, scope)


def property_of(of: Code, name: str, at: Expression, scope: Scope) -> Code:
    """``of.name``, the property renamed where the engine stores it."""
    kinds = of.type.kinds
    if not kinds:
        return Code("null", NULL)
    elements = {"node", "relationship"}
    holders = elements | {"map", "duration"} | TEMPORAL
    if not kinds & holders:
        raise scope.context.type_error(at, f"Type mismatch: {of.type.describe()} has no properties (`.{name}`)")
    renamed = kinds & elements or of.type.stored
    plain = kinds & ({"duration"} | TEMPORAL) or ("map" in kinds and not of.type.stored)
    if renamed and not plain:
        kind = property_type(name, scope.context)
        return Code(f"{of.text}.{stored(name)}" if kind.kinds else "null", kind)
    if not renamed:
        return Code(
            f"{of.text}.{quoted(name)}" if "map" in kinds else f"{of.text}.{_SAID.get(name, name)}",
            _field(of.type, name, at, scope),
        )
    text = let(
        of,
        scope.context,
        lambda x: (
            f"(CASE WHEN {x} IS NULL THEN null WHEN {is_kind(x, 'node', 'relationship')} "
            f"THEN {x}.{stored(name)} ELSE {x}.{quoted(name)} END)"
        ),
    )
    known = scope.context.schema.properties.get(name, NULL)
    return Code(text, nullable(union(known, _field(of.type, name, at, scope))))


def _field(kind: Type, name: str, at: Expression, scope: Scope) -> Type:
    known = {kind for kind in kind.kinds & FIELDS.keys() if name in FIELDS[kind]}
    if kind.kinds <= FIELDS.keys() and not known:
        raise scope.context.type_error(at, f"{kind.describe()} has no field `{name}`")
    types = []
    if "map" in kind.kinds:
        types.append(ANY if kind.fields is None else dict(kind.fields).get(name, NULL))
    if kind.kinds & (TEMPORAL | {"duration"}):
        types.append(of_kinds("string") if name in ("timezone", "offset") else INTEGER)
    return nullable(union(*types))


@translate.register
def _index(expression: Index, scope: Scope) -> Code:
    of, index = translate(expression.of, scope), translate(expression.index, scope)
    kinds = of.type.kinds
    if not kinds or not index.type.kinds:
        return Code("null", NULL)
    if isinstance(expression.index, Literal) and isinstance(expression.index.value, str) and "list" not in kinds:
        return property_of(of, expression.index.value, expression, scope)
    if not kinds & {"list", "map", "node", "relationship"}:
        raise scope.context.type_error(expression, f"Type mismatch: expected List or Map but was {of.type.describe()}")
    if kinds <= {"list"}:
        index = require(index, expression.index, scope, "integer")
        return Code(f"{of.text}[{index.text}]", nullable(of.type.elements))
    by_name = Code(f"('{PREFIX}' + {index.text})", index.type)
    if kinds <= {"node", "relationship"} or (kinds <= {"map"} and of.type.stored):
        require(index, expression.index, scope, "string")
        return Code(f"{of.text}[{by_name.text}]", nullable(union(*scope.context.schema.properties.values())))
    if kinds <= {"map"}:
        index = require(index, expression.index, scope, "string")
        fields = of.type.fields
        return Code(f"{of.text}[{index.text}]", nullable(union(*(t for _, t in fields))) if fields is not None else ANY)
    text = let(
        of,
        scope.context,
        lambda x: (
            f"(CASE WHEN {x} IS NULL THEN null WHEN {is_kind(x, 'node', 'relationship')} "
            f"THEN {x}[{by_name.text}] ELSE {x}[{index.text}] END)"
        ),
    )
    return Code(text, ANY)


@translate.register
def _slice(expression: Slice, scope: Scope) -> Code:
    of = require(translate(expression.of, scope), expression.of, scope, "list")
    if not of.type.kinds:
        return Code("null", NULL)
    bounds = []
    for bound in (expression.low, expression.high):
        code = None if bound is None else require(translate(bound, scope), bound, scope, "integer")
        if code is not None and not code.type.kinds:
            return Code("null", NULL)
        bounds.append(code)
    low, high = ("" if code is None else code.text for code in bounds)
    tests = [f"{code.text} IS NULL" for code in bounds if code is not None and code.type.nullable]
    text = f"{of.text}[{low}..{high}]"
    if tests:
        text = f"(CASE WHEN {' OR '.join(tests)} THEN null ELSE {text} END)"
    return Code(text, list_of(of.type.elements, nullable=of.type.nullable or bool(tests)))
