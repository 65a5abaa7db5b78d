"""Translates comparisons, also with null; they are refused where the engine has another order than Neo4j."""

from __future__ import annotations

from cypher.syntax.tree.expressions import Comparison, Expression, IsNull
from cypher.translate.code import Code, is_kind, null_if_any, refusal
from cypher.translate.dispatch import translate
from cypher.translate.scope import Scope
from cypher.translate.types import BOOLEAN, TEMPORAL, Type, not_null, of_kinds

_UNORDERED = ("map", "node", "relationship", "path")


@translate.register
def _comparison(expression: Comparison, scope: Scope) -> Code:
    codes = [translate(operand, scope) for operand in expression.operands]
    parts = []
    for i, operator in enumerate(expression.operators):
        parts.append(compare(expression, operator, codes[i], codes[i + 1], scope))
    nullable = any(code.type.nullable for code in codes) or not {"=", "<>"}.issuperset(expression.operators)
    text = parts[0] if len(parts) == 1 else "(" + " AND ".join(parts) + ")"
    containers = any(code.type.may_be("list", "map") for code in codes)
    return Code(text, BOOLEAN if nullable or containers else not_null(BOOLEAN))


def compare(expression: Expression, operator: str, left: Code, right: Code, scope: Scope) -> str:
    """A comparison of two values in the engine's words."""
    text = f"({left.text} {operator} {right.text})"
    if not left.type.kinds or not right.type.kinds:
        return "null"
    if clash_of_time(left.type, right.type) and not (left.type.is_unknown or right.type.is_unknown):
        if left.type.kinds & right.type.kinds:
            raise scope.context.unsupported(expression, "comparing what may be a date with what may be a string")
        if operator not in ("=", "<>"):
            return "null"
        return null_if_any((left, right), "false" if operator == "=" else "true")
    return text if operator in ("=", "<>") else _ordered(expression, text, left, right, scope)


def _ordered(expression: Expression, text: str, left: Code, right: Code, scope: Scope) -> str:
    """A comparison by order, refused for maps, nodes, relationships and paths, which the engine does not order."""
    shared = left.type.kinds & right.type.kinds & set(_UNORDERED)
    if left.type.is_only(*_UNORDERED) and right.type.is_only(*_UNORDERED) and shared:
        raise scope.context.unsupported(expression, f"an order over values such as {left.type.describe()}")
    elements = [side.type.element for side in (left, right) if side.type.element is not None]
    if len(elements) == 2 and all(e.may_be(*_UNORDERED) and not e.is_unknown for e in elements):
        raise scope.context.unsupported(expression, f"an order over lists of {elements[0].describe()}")
    if not shared or (left.type.is_unknown and right.type.is_unknown):
        return text
    place = scope.context.place(expression)
    fail = refusal(f"U:{place}: the embedded engine does not have an order over maps, nodes and paths", scope.context)
    both = [f"({is_kind(left.text, kind)} AND {is_kind(right.text, kind)})" for kind in sorted(shared)]
    return f"(CASE WHEN {' OR '.join(both)} THEN {fail} ELSE {text} END)"


def clash_of_time(left: Type, right: Type) -> bool:
    """Whether one may be a date or time and the other a string, as which the graph keeps its dates."""
    return (left.may_be(*TEMPORAL) and right.may_be("string")) or (left.may_be("string") and right.may_be(*TEMPORAL))


@translate.register
def _is_null(expression: IsNull, scope: Scope) -> Code:
    operand = translate(expression.operand, scope)
    word = "IS NOT NULL" if expression.negated else "IS NULL"
    return Code(f"({operand.text} {word})", of_kinds("boolean", nullable=False))
