"""Translates comparisons, also with null; they are refused where the engine has another order than Neo4j."""

from __future__ import annotations

from cypher.syntax.tree.expressions import Comparison, Expression, IsNull
from cypher.translate.code import Code, is_kind, let, null_if_any, refusal
from cypher.translate.dispatch import translate
from cypher.translate.scope import Scope
from cypher.translate.types import BOOLEAN, TEMPORAL, Type, not_null, of_kinds

_ZONED = ("datetime", "time")
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
    if kinds_of_time_differ(left.type, right.type):
        _note_text(expression, left.type, right.type, scope)
        if not (left.type.is_only(*TEMPORAL, "string") and right.type.is_only(*TEMPORAL, "string")) or (
            left.type.kinds & right.type.kinds
        ):
            raise scope.context.unsupported(
                expression, "comparing times that may be of different kinds (convert both with date(…))"
            )
        if operator not in ("=", "<>"):
            return "null"
        return null_if_any((left, right), "false" if operator == "=" else "true")
    if left.type.is_only("duration") and right.type.is_only("duration") and operator not in ("=", "<>"):
        scope.context.note(f"{scope.context.place(expression)}: durations have no order; compare .days or .months")
        return f"(CASE WHEN {left.text} = {right.text} THEN true ELSE null END)" if operator in ("<=", ">=") else "null"
    if left.type.may_be(*_ZONED) and right.type.may_be(*_ZONED) and not (left.type.is_unknown or right.type.is_unknown):
        return let(left, scope.context, lambda x: let(right, scope.context, lambda y: _zoned(operator, x, y)))
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


def _zoned(operator: str, one: str, other: str) -> str:
    """Two times with zones: the same moment in two zones is two values to Neo4j, the one further west the lesser."""
    same = f"({one} = {other} AND {one}.offsetSeconds = {other}.offsetSeconds)"
    if operator in ("=", "<>"):
        return same if operator == "=" else f"(NOT {same})"
    strict = operator[0]
    before = f"({one} {strict} {other} OR ({one} = {other} AND {one}.offsetSeconds {strict} {other}.offsetSeconds))"
    return before if operator == strict else f"({before} OR {same})"


def kinds_of_time_differ(left: Type, right: Type) -> bool:
    """Whether one may be a time and the other a time of another kind, or a string, as which the graph keeps its dates.

    To Neo4j they are never equal and have no order; the engine compares them.
    """
    if left.is_unknown and right.is_unknown:
        return False
    if left.element is not None and right.element is not None and kinds_of_time_differ(left.element, right.element):
        return True
    fields = dict(left.fields or ())
    if any(name in fields and kinds_of_time_differ(fields[name], kind) for name, kind in right.fields or ()):
        return True
    kinds = [side.kinds & (TEMPORAL | {"string"}) for side in (left, right)]
    return bool(kinds[0] and kinds[1] and len(kinds[0] | kinds[1]) > 1 and (kinds[0] | kinds[1]) & TEMPORAL)


def mixes_times(kind: Type) -> bool:
    """Whether its values may be times of different kinds, which have another order here than on Neo4j."""
    inside = [kind.element] if kind.element is not None else []
    return not kind.is_unknown and (len(kind.kinds & TEMPORAL) > 1 or any(mixes_times(part) for part in inside))


def _note_text(expression: Expression, left: Type, right: Type, scope: Scope) -> None:
    if left.is_only("string") or right.is_only("string"):
        scope.context.note(
            f"{scope.context.place(expression)}: a text is compared with a time, which is never true; "
            "the dates of the graph are text, so write d.date >= '2019-01-01', or date(d.date) on both sides"
        )


@translate.register
def _is_null(expression: IsNull, scope: Scope) -> Code:
    operand = translate(expression.operand, scope)
    word = "IS NOT NULL" if expression.negated else "IS NULL"
    return Code(f"({operand.text} {word})", of_kinds("boolean", nullable=False))
