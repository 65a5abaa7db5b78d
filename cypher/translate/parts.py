"""What stands in a part of a query's tree: aggregates, variables, conditions, patterns where a Boolean is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from cypher.syntax.tree.clauses import Subquery, Unwind
from cypher.syntax.tree.expressions import (
    Binary,
    Call,
    Case,
    Expression,
    ListComprehension,
    Quantifier,
    Reduce,
    Unary,
    Variable,
)
from cypher.syntax.tree.part import Part, children, walk
from cypher.syntax.tree.patterns import (
    NodePattern,
    PathPattern,
    PatternComprehension,
    PatternPredicate,
    RelationshipPattern,
)
from cypher.translate.scope import Scope
from cypher.translate.signatures import AGGREGATES


def is_aggregate(part: Part) -> TypeGuard[Call]:
    """Whether it is the call of an aggregating function."""
    return isinstance(part, Call) and part.name.lower() in AGGREGATES


def aggregates_in(part: Part) -> Iterator[Call]:
    """The aggregates of an expression, outermost, in their order; subqueries left out."""
    parts = walk(part, into=lambda one: not isinstance(one, Subquery) and not is_aggregate(one))
    return (one for one in parts if is_aggregate(one))


def aggregates(part: Part) -> bool:
    """Whether an aggregating function stands in this part of a tree, subqueries left out."""
    return any(True for _ in aggregates_in(part))


def refuse_patterns(part: Part, scope: Scope, is_boolean: bool = False) -> None:
    """Refuses a pattern that stands where no Boolean is asked for (``RETURN (a)-->()``), as Neo4j 5 does."""
    if isinstance(part, PatternPredicate):
        if not is_boolean:
            raise scope.context.syntax_error(
                part, "a pattern may stand only where a Boolean is asked for; write exists((a)-->()) or a comprehension"
            )
    elif not isinstance(part, Subquery):
        asked = _asked_as_booleans(part)
        for child in children(part):
            refuse_patterns(child, scope, any(child is one for one in asked))


def _asked_as_booleans(part: Part) -> tuple[Part | None, ...]:
    """Those children of a part of which it asks a Boolean, or may do so."""
    match part:
        case Unary(operator="NOT") | Binary(operator="AND" | "OR" | "XOR"):
            return tuple(children(part))
        case Call() if part.name.lower() == "exists":
            return part.arguments
        case Case(subject=None):
            return tuple(expression for branch in part.branches for expression in branch)
        case ListComprehension() | Quantifier() | PatternComprehension() | NodePattern() | RelationshipPattern():
            return (part.where,)
    return ()


def variables(part: Part) -> Iterator[str]:
    """The names of variables in a part of a tree, those that it binds among them."""
    for one in walk(part):
        if isinstance(one, Variable):
            yield one.name
        yield from bound_names(one)


def bound_names(part: Part) -> tuple[str, ...]:
    """The names that this very part binds, those of its children left out."""
    match part:
        case Reduce():
            return part.accumulator, part.variable
        case ListComprehension() | Quantifier() | Unwind():
            return (part.variable,)
        case PathPattern() | NodePattern() | RelationshipPattern():
            return () if part.variable is None else (part.variable,)
    return ()


def conjuncts(where: Expression | None) -> Iterator[Expression]:
    """The conditions that ``AND`` joins."""
    if isinstance(where, Binary) and where.operator == "AND":
        yield from conjuncts(where.left)
        yield from conjuncts(where.right)
    elif where is not None:
        yield where


def conjunction(parts: list[Expression]) -> Expression | None:
    """Conditions joined by ``AND``; None of none."""
    joined: Expression | None = None
    for part in parts:
        joined = part if joined is None else Binary("AND", joined, part, start=joined.start, end=part.end)
    return joined


def names_of(pattern: PathPattern) -> Iterator[str]:
    """The names that a pattern binds or takes."""
    yield from bound_names(pattern)
    for element in pattern.elements:
        yield from bound_names(element)
