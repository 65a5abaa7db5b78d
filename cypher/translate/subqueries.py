"""Translates patterns and whole queries that stand in an expression: EXISTS, COUNT, COLLECT, comprehensions."""

from __future__ import annotations

from cypher.syntax.tree import Clause, Match, PatternComprehension, PatternPredicate, Projection, Subquery
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
    if expression.kind == "COLLECT":
        return _collect(expression, scope)
    matches = [_matches(branch) for branch in query.branches]
    if expression.kind == "EXISTS" and all(matches):
        texts = [_exists(found, scope.inner()) for found in matches]
        return Code(texts[0] if len(texts) == 1 else f"({' OR '.join(texts)})", not_null(BOOLEAN))
    if len(matches) == 1 and len(matches[0]) == 1 and len(query.branches[0]) == 1:
        text = clauses.match(matches[0][0], scope.inner())[0]
        # The engine takes `(COUNT {` for a node named COUNT with a map, hence the sum.
        return Code(f"(0 + COUNT {{ {text} }})", not_null(INTEGER))
    raise scope.context.unsupported(expression, f"{expression.kind} {{ }} with more than MATCH and WHERE in it")


def _matches(branch: tuple[Clause, ...]) -> tuple[Match, ...]:
    """The MATCH clauses of a branch that is nothing but these and a RETURN that neither adds nor drops rows."""
    *matches, last = branch
    if isinstance(last, Projection):
        grouped = any(clauses.aggregates(item.expression) for item in last.items)
        if grouped or last.kind == "WITH" or last.skip is not None or last.limit is not None:
            return ()
    else:
        matches.append(last)
    found = tuple(clause for clause in matches if isinstance(clause, Match) and not clause.optional)
    return found if len(found) == len(matches) else ()


def _exists(matches: tuple[Match, ...], scope: Scope) -> str:
    """EXISTS within EXISTS: each MATCH may use a relationship that another one used."""
    text, after = clauses.match(matches[0], scope)
    if len(matches) > 1:
        inner = _exists(matches[1:], after)
        text += f" AND {inner}" if " WHERE " in text else f" WHERE {inner}"
    return f"EXISTS {{ {text} }}"


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
