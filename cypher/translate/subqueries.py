"""Translates patterns and whole queries that stand in an expression: EXISTS, COUNT, COLLECT, comprehensions."""

from __future__ import annotations

from cypher.syntax.tree import Match, PatternComprehension, PatternPredicate, Projection, Query, Subquery
from cypher.translate import clauses
from cypher.translate.core import translate
from cypher.translate.patterns import condition, translate_patterns
from cypher.translate.scope import Code, Scope
from cypher.translate.types import BOOLEAN, INTEGER, list_of, not_null


@translate.register
def _predicate(expression: PatternPredicate, scope: Scope) -> Code:
    found = translate_patterns((expression.pattern,), scope.inner(), may_bind=False)
    where = f" WHERE {' AND '.join(found.conditions)}" if found.conditions else ""
    return Code(f"EXISTS {{ MATCH {found.texts[0]}{where} }}", not_null(BOOLEAN))


@translate.register
def _comprehension(expression: PatternComprehension, scope: Scope) -> Code:
    found = translate_patterns((expression.pattern,), scope.inner())
    conditions = list(found.conditions)
    if expression.where is not None:
        conditions.append(condition(expression.where, found.scope))
    value = translate(expression.value, found.scope)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return Code(f"[{found.texts[0]}{where} | {value.text}]", list_of(value.type))


@translate.register
def _subquery(expression: Subquery, scope: Scope) -> Code:
    query = expression.query
    first = query.branches[0]
    if expression.kind == "COLLECT":
        return _collect(expression, scope)
    kind = not_null(BOOLEAN) if expression.kind == "EXISTS" else not_null(INTEGER)
    if len(query.branches) == 1 and len(first) == 1 and isinstance(first[0], Match) and not first[0].optional:
        text = clauses.match(first[0], scope.inner())[0]
        return Code(f"{expression.kind} {{ {text} }}", kind)
    if expression.kind == "EXISTS" and _ends_plainly(query):
        text = clauses.match(first[0], scope.inner())[0]  # type: ignore[arg-type]
        return Code(f"EXISTS {{ {text} }}", kind)
    raise scope.context.unsupported(expression, f"{expression.kind} {{ }} with more than MATCH and WHERE in it")


def _ends_plainly(query: Query) -> bool:
    """Whether a query is one MATCH and a RETURN that neither adds nor drops rows."""
    if len(query.branches) != 1 or len(query.branches[0]) != 2:
        return False
    match, projection = query.branches[0]
    return (
        isinstance(match, Match)
        and not match.optional
        and isinstance(projection, Projection)
        and projection.skip is None
        and projection.limit is None
        and not any(clauses.aggregates(item.expression) for item in projection.items)
    )


def _collect(expression: Subquery, scope: Scope) -> Code:
    query = expression.query
    match, *rest = query.branches[0]
    plain = len(query.branches) == 1 and len(rest) == 1 and isinstance(match, Match) and not match.optional
    projection = rest[0] if rest else None
    if not plain or not isinstance(match, Match) or not isinstance(projection, Projection) or len(match.patterns) != 1:
        raise scope.context.unsupported(expression, "COLLECT { } with more than MATCH, WHERE and RETURN in it")
    simple = not (projection.distinct or projection.star or projection.order or projection.skip or projection.limit)
    if not simple or len(projection.items) != 1 or clauses.aggregates(projection.items[0].expression):
        raise scope.context.unsupported(
            expression, "COLLECT { } with DISTINCT, ORDER BY, SKIP, LIMIT or an aggregating function"
        )
    if len(match.patterns[0].elements) == 1:
        raise scope.context.unsupported(expression, "COLLECT { } over a single node")
    value = projection.items[0].expression
    return translate(PatternComprehension(match.patterns[0], match.where, value, start=expression.start), scope)
