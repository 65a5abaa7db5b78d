"""Translates operators, with Neo4j's types and its nulls where the engine's differ."""

from __future__ import annotations

from cypher.syntax.tree.expressions import (
    Binary,
    Comparison,
    Expression,
    ListLiteral,
    Literal,
    Parameter,
    Unary,
    Variable,
)
from cypher.syntax.tree.patterns import HasLabels, LabelExpression
from cypher.translate.core import is_kind, let, null_if_any, require, translate
from cypher.translate.regex import java_to_engine
from cypher.translate.scope import UNLABELLED, Code, Scope, quoted, refusal, string
from cypher.translate.types import (
    BOOLEAN,
    NULL,
    NUMBERS,
    TEMPORAL,
    Type,
    list_of,
    not_null,
    of_kinds,
    union,
)

_TRUTH = of_kinds("boolean")
_MEASURES = NUMBERS | {"duration"}
_ADDABLE = NUMBERS | TEMPORAL | {"string", "list", "duration"}


@translate.register
def _unary(expression: Unary, scope: Scope) -> Code:
    operand = translate(expression.operand, scope)
    if expression.operator == "NOT":
        operand = require(operand, expression.operand, scope, "boolean")
        return Code(f"(NOT {operand.text})", operand.type if operand.type.kinds else BOOLEAN)
    operand = require(operand, expression.operand, scope, "integer", "float", "duration")
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
        return Code(f"({left.text} {operator} {right.text})", _TRUTH)
    if operator == "=~":
        return _matches(expression, left, scope)
    if operator == "IN":
        return _in(expression, left, right, scope)
    if operator in ("+", "||"):
        return _plus(expression, left, right, scope)
    return _arithmetic(expression, left, right, scope)


def _truth(left: Code, right: Code) -> Type:
    both = left.type.kinds and right.type.kinds and not left.type.nullable and not right.type.nullable
    return not_null(_TRUTH) if both else _TRUTH


def _in(expression: Binary, left: Code, right: Code, scope: Scope) -> Code:
    right = require(right, expression.right, scope, "list")
    if not right.type.kinds:
        return Code("null", NULL)
    elements = right.type.elements
    if left.type.kinds and elements.kinds and _clash_of_time(left.type, elements):
        raise scope.context.unsupported(expression, "`IN` over dates and strings (convert one of them)")
    listed = right.text if isinstance(expression.right, ListLiteral | Parameter | Variable) else f"({right.text})"
    return Code(f"({left.text} IN {listed})", _TRUTH)


def _matches(expression: Binary, left: Code, scope: Scope) -> Code:
    left = require(left, expression.left, scope, "string")
    pattern = expression.right
    if isinstance(pattern, Parameter):
        translate(pattern, scope)
        value = scope.context.values[pattern.name]
    elif isinstance(pattern, Literal):
        value = pattern.value
    else:
        raise scope.context.unsupported(pattern, "a regular expression that is neither a string nor a parameter")
    if value is None:
        return Code("null", NULL)
    if not isinstance(value, str):
        raise scope.context.type_error(pattern, "Type mismatch: expected String as the regular expression")
    converted = java_to_engine(value, lambda what: scope.context.unsupported(pattern, what))
    return Code(f"({left.text} =~ {string(converted, scope.context)})", _TRUTH)


def _plus(expression: Binary, left: Code, right: Code, scope: Scope) -> Code:
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
            elif "string" in pair and pair & (NUMBERS | {"string"}):
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


def _arithmetic(expression: Binary, left: Code, right: Code, scope: Scope) -> Code:
    operator = expression.operator
    if not left.type.kinds or not right.type.kinds:
        return Code("null", NULL)
    if operator == "-" and left.type.may_be(*TEMPORAL):
        right = require(right, expression.right, scope, "duration")
        return Code(f"({left.text} - {right.text})", left.type)
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


NAN = "toFloat('NaN')"


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


def _is_written_out(expression: Binary) -> bool:
    """``-1.0 / 0``: Neo4j computes it beforehand, to -Infinity."""
    sides = (expression.left, expression.right)
    return all(isinstance(side.operand if isinstance(side, Unary) else side, Literal) for side in sides)


def _by_integer_zero(left: Code, right: Code, floats: bool, scope: Scope) -> str:
    """A division by what may be the integer 0: an error whatever is divided, also a float or null."""

    def divided(x: str, y: str) -> str:
        either = _by_zero("/", Code(x, left.type), Code(y, right.type), scope) if floats else f"({x} / {y})"
        zero = f"{y} = 0" + (f" AND NOT {is_kind(y, 'float')}" if right.type.may_be("float") else "")
        return f"(CASE WHEN {zero} THEN 1 / toInteger({y}) ELSE {either} END)"

    return let(left, scope.context, lambda x: let(right, scope.context, lambda y: divided(x, y)))


@translate.register
def _comparison(expression: Comparison, scope: Scope) -> Code:
    codes = [translate(operand, scope) for operand in expression.operands]
    parts = []
    for i, operator in enumerate(expression.operators):
        parts.append(compare(expression, operator, codes[i], codes[i + 1], scope))
    nullable = any(code.type.nullable for code in codes) or not {"=", "<>"}.issuperset(expression.operators)
    text = parts[0] if len(parts) == 1 else "(" + " AND ".join(parts) + ")"
    containers = any(code.type.may_be("list", "map") for code in codes)
    return Code(text, _TRUTH if nullable or containers else not_null(_TRUTH))


def _clash_of_time(left: Type, right: Type) -> bool:
    return (left.may_be(*TEMPORAL) and right.may_be("string")) or (left.may_be("string") and right.may_be(*TEMPORAL))


def compare(expression: Expression, operator: str, left: Code, right: Code, scope: Scope) -> str:
    """A comparison of two values in the engine's words."""
    text = f"({left.text} {operator} {right.text})"
    if not left.type.kinds or not right.type.kinds:
        return "null"
    if _clash_of_time(left.type, right.type) and not (left.type.is_unknown or right.type.is_unknown):
        if left.type.kinds & right.type.kinds:
            raise scope.context.unsupported(expression, "comparing what may be a date with what may be a string")
        if operator not in ("=", "<>"):
            return "null"
        return null_if_any((left, right), "false" if operator == "=" else "true")
    return text if operator in ("=", "<>") else _ordered(expression, text, left, right, scope)


_UNORDERED = ("map", "node", "relationship", "path")


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


@translate.register
def _has_labels(expression: HasLabels, scope: Scope) -> Code:
    of = translate(expression.of, scope)
    if not of.type.kinds:
        return Code("null", NULL)
    if not of.type.may_be("node", "relationship"):
        raise scope.context.type_error(expression, f"Type mismatch: {of.type.describe()} has no labels")
    if of.type.is_only("relationship"):
        return Code(type_test(of.text, expression.labels, scope), _TRUTH)
    of = require(of, expression.of, scope, "node")
    text = label_test(of.text, expression.labels, scope)
    if of.type.nullable:
        text = f"(CASE WHEN {of.text} IS NULL THEN null ELSE {text} END)"
    return Code(text, _TRUTH)


def label_test(node: str, labels: LabelExpression, scope: Scope) -> str:
    """A Boolean in the engine's words: whether a node that is not null has these labels."""
    if labels.operator == "!":
        return f"(NOT {label_test(node, labels.operands[0], scope)})"
    if labels.operator == "%":
        return f"(NOT {node}:{quoted(UNLABELLED)})" if scope.context.schema.unlabelled else "true"
    if labels.operator:
        word = " AND " if labels.operator == "&" else " OR "
        return "(" + word.join(label_test(node, operand, scope) for operand in labels.operands) + ")"
    if labels.name not in scope.context.schema.labels:
        return "false"
    return f"({node}:{quoted(labels.name)})"


def type_test(relationship: str, types: LabelExpression, scope: Scope) -> str:
    """A Boolean in the engine's words: whether a relationship is of these types."""
    if types.operator == "!":
        return f"(NOT {type_test(relationship, types.operands[0], scope)})"
    if types.operator == "%":
        return f"({relationship} IS NOT NULL)"
    if types.operator:
        word = " AND " if types.operator == "&" else " OR "
        return "(" + word.join(type_test(relationship, operand, scope) for operand in types.operands) + ")"
    return f"(type({relationship}) = {string(types.name, scope.context)})"
