"""Translates signs, Boolean operators, tests such as IN, and CASE, with Neo4j's types where the engine's differ."""

from __future__ import annotations

from cypher.syntax.tree.expressions import Binary, Case, ListLiteral, Literal, Parameter, Unary, Variable
from cypher.translate.arithmetic import arithmetic, plus
from cypher.translate.code import Code, let, require
from cypher.translate.comparisons import compare, kinds_of_time_differ
from cypher.translate.dispatch import translate
from cypher.translate.regex import java_to_engine
from cypher.translate.scope import Scope
from cypher.translate.spelling import string
from cypher.translate.types import BOOLEAN, NULL, Type, not_null, union


@translate.register
def _unary(expression: Unary, scope: Scope) -> Code:
    operand = translate(expression.operand, scope)
    if expression.operator == "NOT":
        operand = require(operand, expression.operand, scope, "boolean")
        return Code(f"(NOT {operand.text})", operand.type if operand.type.kinds else BOOLEAN)
    operand = require(operand, expression.operand, scope, "integer", "float")
    if expression.operator == "+":
        return operand
    # Neo4j takes it from 0, so that there is no -0.0 but the one that is written out.
    taken = not isinstance(expression.operand, Literal) and operand.type.is_only("integer", "float")
    return Code(f"({'0 ' if taken else ''}-{' ' if taken else ''}{operand.text})", operand.type)


@translate.register
def _binary(expression: Binary, scope: Scope) -> Code:
    operator = expression.operator
    left, right = translate(expression.left, scope), translate(expression.right, scope)
    if operator in ("AND", "OR", "XOR"):
        left = require(left, expression.left, scope, "boolean")
        right = require(right, expression.right, scope, "boolean")
        return Code(f"({left.text} {operator} {right.text})", _truth(left, right))
    if operator in ("STARTS WITH", "ENDS WITH", "CONTAINS"):
        return Code(f"({left.text} {operator} {right.text})", BOOLEAN)
    if operator == "=~":
        return _matches(expression, left, scope)
    if operator == "IN":
        return _in(expression, left, right, scope)
    if operator in ("+", "||"):
        return plus(expression, left, right, scope)
    return arithmetic(expression, left, right, scope)


def _truth(left: Code, right: Code) -> Type:
    both = left.type.kinds and right.type.kinds and not left.type.nullable and not right.type.nullable
    return not_null(BOOLEAN) if both else BOOLEAN


def _in(expression: Binary, left: Code, right: Code, scope: Scope) -> Code:
    right = require(right, expression.right, scope, "list")
    if not right.type.kinds:
        return Code("null", NULL)
    elements = right.type.elements
    zoned = left.type.may_be("datetime", "time") and elements.may_be("datetime", "time")
    if kinds_of_time_differ(left.type, elements) or (zoned and not (left.type.is_unknown or elements.is_unknown)):
        return _in_times(expression, left, scope)
    listed = right.text if isinstance(expression.right, ListLiteral | Parameter | Variable) else f"({right.text})"
    return Code(f"({left.text} IN {listed})", BOOLEAN)


def _in_times(expression: Binary, left: Code, scope: Scope) -> Code:
    """``x IN [a, b]`` as ``x = a OR x = b``: comparisons know what times are equal to Neo4j, and ``IN`` does not."""
    if not isinstance(expression.right, ListLiteral):
        what = "`IN` over a list of times with zones, of several kinds, or strings"
        raise scope.context.unsupported(expression, what)
    items = [translate(item, scope) for item in expression.right.items]

    def tested(x: str) -> str:
        return " OR ".join(compare(expression, "=", Code(x, left.type), item, scope) for item in items)

    return Code(f"({let(left, scope.context, tested)})", BOOLEAN)


def _matches(expression: Binary, left: Code, scope: Scope) -> Code:
    left = require(left, expression.left, scope, "string")
    pattern = expression.right
    if isinstance(pattern, Parameter):
        translate(pattern, scope)
        value = scope.context.parameter_value(pattern.name)
    elif isinstance(pattern, Literal):
        value = pattern.value
    else:
        raise scope.context.unsupported(pattern, "a regular expression that is neither a string nor a parameter")
    if value is None:
        return Code("null", NULL)
    if not isinstance(value, str):
        raise scope.context.type_error(pattern, "Type mismatch: expected String as the regular expression")
    converted = java_to_engine(value, lambda what: scope.context.unsupported(pattern, what))
    return Code(f"({left.text} =~ {string(converted, scope.context)})", BOOLEAN)


@translate.register
def _case(expression: Case, scope: Scope) -> Code:
    parts = ["(CASE"]
    subject = None if expression.subject is None else translate(expression.subject, scope)
    if subject is not None:
        parts.append(subject.text)
    values = []
    for test, value in expression.branches:
        condition = translate(test, scope)
        if subject is None:
            condition = require(condition, test, scope, "boolean")
        elif subject.type.kinds and condition.type.kinds:
            compare(test, "=", subject, condition, scope)  # for what it refuses
            if kinds_of_time_differ(subject.type, condition.type):
                raise scope.context.unsupported(test, "a CASE over times of different kinds or strings")
        values.append(translate(value, scope))
        parts.append(f"WHEN {condition.text} THEN {values[-1].text}")
    otherwise = Code("null", NULL) if expression.otherwise is None else translate(expression.otherwise, scope)
    parts.append(f"ELSE {otherwise.text} END)")
    return Code(" ".join(parts), union(*(code.type for code in values), otherwise.type))
