"""Translates patterns and whole queries that stand in an expression: EXISTS, COUNT, COLLECT, comprehensions."""

from __future__ import annotations

from dataclasses import replace

from cypher.syntax.tree.clauses import Clause, Item, Match, Projection, Subquery
from cypher.syntax.tree.expressions import Literal
from cypher.syntax.tree.patterns import PatternComprehension, PatternPredicate
from cypher.translate import clauses
from cypher.translate.code import Code
from cypher.translate.dispatch import translate
from cypher.translate.parts import aggregates, variables
from cypher.translate.patterns import condition, translate_patterns
from cypher.translate.scope import Scope
from cypher.translate.types import BOOLEAN, INTEGER, list_of, not_null


@translate.register
def _predicate(expression: PatternPredicate, scope: Scope) -> Code:
    found = translate_patterns((expression.pattern,), scope.inner(), may_bind=False, paths=False)
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
        text = clauses.match(matches[0][0], scope.inner(), inside=True)[0]
        # The engine takes `(COUNT {` for a node named COUNT with a map, hence the sum.
        return Code(f"(0 + COUNT {{ {text} }})", not_null(INTEGER))
    return _hoisted(expression, scope)


def _hoisted(expression: Subquery, scope: Scope) -> Code:
    """A subquery that the engine has in no expression: it runs before the clause and leaves its result."""
    context, query = scope.context, expression.query
    names = set(variables(query))
    used = {name: binding for name, binding in scope.names.items() if name in names}
    if context.row is None or any(binding.name not in context.row for binding in used.values()):
        raise context.unsupported(expression, f"{expression.kind} {{ }} with more than MATCH and WHERE at this place")
    branches = tuple(branch if _returns(branch) else (*branch, _ONE) for branch in query.branches)
    text, columns = clauses.query_text(replace(query, branches=branches), Scope(context, used))
    if expression.kind == "COLLECT" and len(columns) != 1:
        raise context.syntax_error(expression, "COLLECT { } must return exactly one column")
    name, handed = context.fresh("h"), ", ".join(binding.name for binding in used.values())
    result = f"collect([{columns[0].code}])" if expression.kind == "COLLECT" else "count(*)"
    context.hoisted.append(f"CALL ({handed}) {{ CALL ({handed}) {{ {text} }} RETURN {result} AS {name} }}")
    if expression.kind == "COLLECT":  # collect() would leave out null, which COLLECT { } keeps
        item = context.fresh("t")
        return Code(f"[{item} IN {name} | {item}[0]]", list_of(columns[0].type))
    if expression.kind == "EXISTS":
        return Code(f"({name} > 0)", not_null(BOOLEAN))
    return Code(name, not_null(INTEGER))


def _returns(branch: tuple[Clause, ...]) -> bool:
    return isinstance(branch[-1], Projection) and branch[-1].kind == "RETURN"


_ONE = Projection("RETURN", False, False, (Item(Literal(1), "1", True),), (), None, None, None)


def _matches(branch: tuple[Clause, ...]) -> tuple[Match, ...]:
    """The MATCH clauses of a branch that is nothing but these and a RETURN that neither adds nor drops rows."""
    *matches, last = branch
    if isinstance(last, Projection):
        grouped = any(aggregates(item.expression) for item in last.items)
        if grouped or last.kind == "WITH" or last.skip is not None or last.limit is not None:
            return ()
    else:
        matches.append(last)
    found = tuple(clause for clause in matches if isinstance(clause, Match) and not clause.optional)
    return found if len(found) == len(matches) else ()


def _exists(matches: tuple[Match, ...], scope: Scope) -> str:
    """EXISTS within EXISTS: each MATCH may use a relationship that another one used."""
    text, after = clauses.match(matches[0], scope, inside=True)
    if len(matches) > 1:
        inner = _exists(matches[1:], after)
        text += f" AND {inner}" if " WHERE " in text else f" WHERE {inner}"
    return f"EXISTS {{ {text} }}"


def _collect(expression: Subquery, scope: Scope) -> Code:
    branch = expression.query.branches[0]
    if len(expression.query.branches) > 1 or len(branch) != 2:
        return _hoisted(expression, scope)
    match, projection = branch
    if (
        not isinstance(match, Match)
        or match.optional
        or len(match.patterns) != 1
        or len(match.patterns[0].elements) == 1
    ):
        return _hoisted(expression, scope)
    if not isinstance(projection, Projection) or len(projection.items) != 1 or projection.distinct or projection.star:
        return _hoisted(expression, scope)
    value = projection.items[0].expression
    if projection.order or projection.skip or projection.limit or aggregates(value):
        return _hoisted(expression, scope)
    return translate(PatternComprehension(match.patterns[0], match.where, value, start=expression.start), scope)
