"""Translates sums, products and the like, with Neo4j's types, and its results where something is divided by zero."""

from __future__ import annotations

from cypher.syntax.tree.expressions import Binary, Expression, Literal, Unary
from cypher.translate.code import Code, is_kind, let, null_if_any, refusal, require
from cypher.translate.scope import Scope
from cypher.translate.types import NULL, NUMBERS, TEMPORAL, Type, list_of, union

NAN = "toFloat('NaN')"
_MEASURES = NUMBERS | {"duration"}
_ADDABLE = NUMBERS | TEMPORAL | {"string", "list", "duration"}


def plus(expression: Binary, left: Code, right: Code, scope: Scope) -> Code:
    """``+`` and ``||``: a sum, strings joined, lists joined."""
    if not left.type.kinds or not right.type.kinds:
        return Code("null", NULL)
    lists = left.type.may_be("list") or right.type.may_be("list")
    if lists and (left.type.is_only("list") or right.type.is_only("list") or expression.operator == "||"):
        return _joined(left, right)
    kinds = ("string", "list") if expression.operator == "||" else tuple(sorted(_ADDABLE))
    if not lists:
        left = require(left, expression.left, scope, *kinds)
        right = require(right, expression.right, scope, *kinds)
    result = _sum_kinds(expression, left.type, right.type, scope)
    if "string" in result and not lists:
        left, right = float_as_text(left, expression.left, scope), float_as_text(right, expression.right, scope)
    text = f"({left.text} + {right.text})"
    element = union(left.type, right.type) if lists else None
    return Code(text, Type(frozenset(result), True, element))


def _joined(left: Code, right: Code) -> Code:
    parts = [code.type.elements if code.type.is_only("list") else code.type for code in (left, right)]
    text = null_if_any((left, right), f"({left.text} + {right.text})")
    return Code(text, list_of(union(*parts), nullable=left.type.nullable or right.type.nullable))


def _sum_kinds(expression: Binary, left: Type, right: Type, scope: Scope) -> set[str]:
    result: set[str] = set()
    for one in left.kinds:
        for other in right.kinds:
            pair = {one, other}
            if "list" in pair:
                result.add("list")
            elif pair <= NUMBERS:
                result.add("float" if "float" in pair else "integer")
            elif "string" in pair and pair - {"string"} <= NUMBERS:
                result.add("string")
            elif "duration" in pair and pair <= TEMPORAL | {"duration"}:
                result |= (pair & TEMPORAL) or {"duration"}
    if not result:
        problem = f"Type mismatch: {left.describe()} and {right.describe()} cannot be added"
        raise scope.context.type_error(expression, problem)
    return result


def float_as_text(code: Code, at: Expression, scope: Scope) -> Code:
    """A number that is about to be written as text, refused where Neo4j writes it with an exponent."""
    if not code.type.may_be("float") or (isinstance(at, Literal) and 1e-3 <= abs(at.value) < 1e7):
        return code
    fail = refusal(
        f"U:{scope.context.place(at)}: the embedded engine does not have the text of floats below 0.001 or from 1E7 on",
        scope.context,
    )
    text = let(
        code,
        scope.context,
        lambda x: (
            f"(CASE WHEN {is_kind(x, 'float')} AND {x} <> 0.0 AND (abs({x}) >= 10000000.0 OR abs({x}) < 0.001) "
            f"THEN {fail} ELSE {x} END)"
        ),
    )
    return Code(text, code.type)


def arithmetic(expression: Binary, left: Code, right: Code, scope: Scope) -> Code:
    """``-``, ``*``, ``/``, ``%`` and ``^``."""
    operator = expression.operator
    if not left.type.kinds or not right.type.kinds:
        return Code("null", NULL)
    if operator == "-" and left.type.may_be(*TEMPORAL):
        right = require(right, expression.right, scope, "duration")
        return Code(f"({left.text} - {right.text})", left.type)
    if operator in "*/" and left.type.is_only("duration") and (operator == "/" or right.type.may_be("float")):
        raise scope.context.unsupported(expression, "parts of durations (compute with their .days or .months)")
    kinds = _MEASURES if operator in "-*/" else NUMBERS
    left = require(left, expression.left, scope, *sorted(kinds))
    right = require(right, expression.right, scope, *sorted(kinds))
    return Code(_guarded_operation(expression, left, right, scope), Type(_arithmetic_kinds(operator, left, right)))


def _arithmetic_kinds(operator: str, left: Code, right: Code) -> frozenset[str]:
    kinds = left.type.kinds | right.type.kinds
    found = kinds & {"duration"}
    if not (left.type.may_be(*NUMBERS) and right.type.may_be(*NUMBERS)):
        return frozenset(found)
    if operator == "^" or left.type.is_only("float") or right.type.is_only("float"):
        return frozenset(found | {"float"})
    return frozenset(found | (kinds & NUMBERS))


def _guarded_operation(expression: Binary, left: Code, right: Code, scope: Scope) -> str:
    operator = expression.operator
    if right.text.startswith("["):  # the engine would take `(a - [` for a pattern
        right = Code(f"({right.text})", right.type)
    floats = left.type.may_be("float") or right.type.may_be("float")
    divisor = expression.right.value if isinstance(expression.right, Literal) else 0
    if operator == "/" and not divisor and right.type.may_be("integer") and not _is_written_out(expression):
        return _by_integer_zero(left, right, floats, scope)
    if operator in ("/", "%") and floats and not divisor:
        return _by_zero(operator, left, right, scope)
    if operator == "^" and not (isinstance(expression.left, Literal) and expression.left.value):
        root = f"{right.text} <> floor({right.text})"
        return let(
            left, scope.context, lambda x: f"(CASE WHEN {x} < 0 AND {root} THEN {NAN} ELSE ({x} ^ {right.text}) END)"
        )
    return f"({left.text} {operator} {right.text})"


def _is_written_out(expression: Binary) -> bool:
    """``-1.0 / 0``: Neo4j computes it beforehand, to -Infinity."""
    sides = (expression.left, expression.right)
    return all(isinstance(side.operand if isinstance(side, Unary) else side, Literal) for side in sides)


def _by_zero(operator: str, left: Code, right: Code, scope: Scope) -> str:
    """A division of which a side may be a float: by zero it gives Infinity or NaN, which the engine takes for null."""
    signs = f"WHEN {{l}} > 0 THEN toFloat('Infinity') WHEN {{l}} < 0 THEN toFloat('-Infinity') ELSE {NAN} END"
    result = f"CASE WHEN {{l}} IS NULL THEN null {signs if operator == '/' else f'ELSE {NAN} END'}"

    def divided(dividend: str, divisor: str) -> str:
        sides = [(dividend, left), (divisor, right)]
        certain = left.type.is_only("float") or right.type.is_only("float")
        tests = [] if certain else [is_kind(text, "float") for text, side in sides if side.type.may_be("float")]
        condition = f"{divisor} = 0" + (f" AND ({' OR '.join(tests)})" if tests else "")
        return f"(CASE WHEN {condition} THEN {result.format(l=dividend)} ELSE ({dividend} {operator} {divisor}) END)"

    return let(left, scope.context, lambda x: let(right, scope.context, lambda y: divided(x, y)))


def _by_integer_zero(left: Code, right: Code, floats: bool, scope: Scope) -> str:
    """A division by what may be the integer 0: an error whatever is divided, also a float or null."""

    def divided(x: str, y: str) -> str:
        either = _by_zero("/", Code(x, left.type), Code(y, right.type), scope) if floats else f"({x} / {y})"
        zero = f"{y} = 0" + (f" AND NOT {is_kind(y, 'float')}" if right.type.may_be("float") else "")
        return f"(CASE WHEN {zero} THEN 1 / toInteger({y}) ELSE {either} END)"

    return let(left, scope.context, lambda x: let(right, scope.context, lambda y: divided(x, y)))
