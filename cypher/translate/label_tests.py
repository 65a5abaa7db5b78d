"""Translates tests of labels and types: ``n:Label``, and what the engine cannot say of labels in a pattern."""

from __future__ import annotations

from cypher.syntax.tree.patterns import HasLabels, LabelExpression
from cypher.translate.code import Code, require
from cypher.translate.dispatch import translate
from cypher.translate.scope import Scope
from cypher.translate.spelling import UNLABELLED, quoted, string
from cypher.translate.types import BOOLEAN, NULL


@translate.register
def _has_labels(expression: HasLabels, scope: Scope) -> Code:
    of = translate(expression.of, scope)
    if not of.type.kinds:
        return Code("null", NULL)
    if not of.type.may_be("node", "relationship"):
        raise scope.context.type_error(expression, f"Type mismatch: {of.type.describe()} has no labels")
    if of.type.is_only("relationship"):
        return Code(type_test(of.text, expression.labels, scope), BOOLEAN)
    of = require(of, expression.of, scope, "node")
    text = label_test(of.text, expression.labels, scope)
    if of.type.nullable:
        text = f"(CASE WHEN {of.text} IS NULL THEN null ELSE {text} END)"
    return Code(text, BOOLEAN)


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
