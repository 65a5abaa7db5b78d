"""Translates literals, parameters, variables, properties, indexes, lists and maps."""

from __future__ import annotations

from cypher.errors import ParameterError
from cypher.syntax.tree.expressions import (
    Case,
    Expression,
    Index,
    IsNull,
    ListLiteral,
    Literal,
    MapLiteral,
    MapProjection,
    Parameter,
    Property,
    Slice,
    Variable,
)
from cypher.translate.core import is_kind, let, require, translate
from cypher.translate.scope import PREFIX, Code, Scope, property_type, quoted, stored, string
from cypher.translate.types import ANY, INTEGER, NULL, TEMPORAL, Type, list_of, nullable, of_kinds, union


@translate.register
def _literal(expression: Literal, scope: Scope) -> Code:
    value = expression.value
    if value is None:
        return Code("null", NULL)
    if isinstance(value, bool):
        return Code("true" if value else "false", of_kinds("boolean", nullable=False))
    if isinstance(value, str):
        return Code(string(value, scope.context), of_kinds("string", nullable=False))
    if isinstance(value, int):
        return Code(f"({value})" if value < 0 else str(value), of_kinds("integer", nullable=False))
    text = repr(value)
    if "e" in text:
        name = scope.context.fresh("s")
        scope.context.extra[name] = value
        text = f"${name}"
    return Code(text, of_kinds("float", nullable=False))


@translate.register
def _parameter(expression: Parameter, scope: Scope) -> Code:
    context = scope.context
    if expression.name not in context.values:
        raise ParameterError(f"the query takes a parameter ${expression.name}, and none is given")
    context.used.add(expression.name)
    return Code(f"${quoted_parameter(expression.name)}", context.parameter_type(expression.name))


def quoted_parameter(name: str) -> str:
    """A parameter's name in the engine, which knows plain names only."""
    return "p_" + "".join(
        char if char.isascii() and (char.isalnum() or char == "_") else f"_{ord(char):x}_" for char in name
    )


@translate.register
def _variable(expression: Variable, scope: Scope) -> Code:
    binding = scope.resolve(expression.name, expression)
    return Code(binding.name, binding.type)


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
            f"{of.text}.{quoted(name)}" if "map" in kinds else f"{of.text}.{name}", _field(of.type, name, at, scope)
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


@translate.register
def _is_null(expression: IsNull, scope: Scope) -> Code:
    operand = translate(expression.operand, scope)
    word = "IS NOT NULL" if expression.negated else "IS NULL"
    return Code(f"({operand.text} {word})", of_kinds("boolean", nullable=False))


@translate.register
def _list(expression: ListLiteral, scope: Scope) -> Code:
    items = [translate(item, scope) for item in expression.items]
    element = union(*(item.type for item in items))
    return Code("[" + ", ".join(item.text for item in items) + "]", list_of(element))


@translate.register
def _map(expression: MapLiteral, scope: Scope) -> Code:
    items = [(name, translate(value, scope)) for name, value in expression.items]
    return _map_code(items)


def _map_code(items: list[tuple[str, Code]]) -> Code:
    text = "{" + ", ".join(f"{quoted(name)}: {code.text}" for name, code in items) + "}"
    return Code(text, Type(frozenset({"map"}), False, None, tuple((name, code.type) for name, code in items)))


@translate.register
def _projection(expression: MapProjection, scope: Scope) -> Code:
    of = translate(expression.of, scope)
    if not of.type.kinds:
        return Code("null", NULL)
    of = require(of, expression.of, scope, "node", "relationship", "map")
    items = [(name, translate(value, scope)) for name, value in expression.items if value is not None]
    if all(name != "*" for name, _ in expression.items):
        code = _map_code(items)
        kind = nullable(code.type) if of.type.nullable else code.type
        return Code(
            f"(CASE WHEN {of.text} IS NULL THEN null ELSE {code.text} END)" if of.type.nullable else code.text, kind
        )
    if of.type.is_only("map") and not items:
        return of
    whole = Type(frozenset({"map"}), of.type.nullable, None, None, True)
    if of.type.is_only("node", "relationship") and not items:
        return Code(f"properties({of.text})", whole)
    if of.type.is_only("node"):
        more = "".join(f", {stored(name)}: {code.text}" for name, code in items)
        return Code(f"{of.text} {{.*{more}}}", whole)
    raise scope.context.unsupported(expression, "`.*` together with further entries on what is not a node")


@translate.register
def _case(expression: Case, scope: Scope) -> Code:
    parts = ["(CASE"]
    if expression.subject is not None:
        parts.append(translate(expression.subject, scope).text)
    values = []
    for test, value in expression.branches:
        condition = translate(test, scope)
        if expression.subject is None:
            condition = require(condition, test, scope, "boolean")
        values.append(translate(value, scope))
        parts.append(f"WHEN {condition.text} THEN {values[-1].text}")
    otherwise = Code("null", NULL) if expression.otherwise is None else translate(expression.otherwise, scope)
    parts.append(f"ELSE {otherwise.text} END)")
    return Code(" ".join(parts), union(*(code.type for code in values), otherwise.type))
