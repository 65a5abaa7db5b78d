"""Translates values as they are written: literals, parameters, variables, lists, maps and map projections."""

from __future__ import annotations

from cypher.errors import ParameterError
from cypher.syntax.tree.expressions import ListLiteral, Literal, MapLiteral, MapProjection, Parameter, Variable
from cypher.translate.code import Code, require
from cypher.translate.dispatch import translate
from cypher.translate.scope import Scope
from cypher.translate.spelling import quoted, quoted_parameter, stored, string
from cypher.translate.types import NULL, Type, list_of, nullable, of_kinds, union


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


@translate.register
def _variable(expression: Variable, scope: Scope) -> Code:
    binding = scope.resolve(expression.name, expression)
    return Code(binding.name, binding.type)


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
