"""Translates what runs over a list: comprehensions, quantifiers, reduce."""

from __future__ import annotations

from cypher.syntax.tree.expressions import ListComprehension, Quantifier, Reduce
from cypher.translate.code import Code, require
from cypher.translate.dispatch import translate
from cypher.translate.scope import Scope
from cypher.translate.types import ANY, BOOLEAN, NULL, list_of, nullable, union


@translate.register
def _comprehension(expression: ListComprehension, scope: Scope) -> Code:
    source = require(translate(expression.source, scope), expression.source, scope, "list")
    if not source.type.kinds:
        return Code("null", NULL)
    inner = scope.inner().bind(expression.variable, source.type.elements)
    name = inner.names[expression.variable].name
    text = f"[{name} IN {source.text}"
    if expression.where is not None:
        where = require(translate(expression.where, inner), expression.where, inner, "boolean")
        text += f" WHERE {where.text}"
    element = source.type.elements
    if expression.value is not None:
        value = translate(expression.value, inner)
        text += f" | {value.text}"
        element = value.type
    return Code(text + "]", list_of(element, nullable=source.type.nullable))


@translate.register
def _quantifier(expression: Quantifier, scope: Scope) -> Code:
    source = require(translate(expression.source, scope), expression.source, scope, "list")
    if not source.type.kinds:
        return Code("null", NULL)
    inner = scope.inner().bind(expression.variable, source.type.elements)
    where = require(translate(expression.where, inner), expression.where, inner, "boolean")
    name = inner.names[expression.variable].name
    return Code(f"{expression.kind}({name} IN {source.text} WHERE {where.text})", BOOLEAN)


@translate.register
def _reduce(expression: Reduce, scope: Scope) -> Code:
    initial = translate(expression.initial, scope)
    source = require(translate(expression.source, scope), expression.source, scope, "list")
    if not source.type.kinds:
        return Code("null", NULL)
    accumulated = nullable(initial.type)
    for attempt in range(3):
        inner = scope.inner().bind(expression.accumulator, accumulated if attempt < 2 else ANY)
        inner = inner.bind(expression.variable, source.type.elements)
        value = translate(expression.value, inner)
        wider = nullable(union(accumulated, value.type))
        if wider == accumulated:
            break
        accumulated = wider
    names = inner.names
    text = (
        f"reduce({names[expression.accumulator].name} = {initial.text}, "
        f"{names[expression.variable].name} IN {source.text} | {value.text})"
    )
    return Code(text, nullable(union(initial.type, value.type)))
