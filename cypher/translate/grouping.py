"""Splits a projection that computes with aggregates: the engine aggregates surely only where nothing stands around.

``RETURN n.level AS level, 1.0 * count(n.year) / count(*) AS share`` is asked as
``WITH n.level AS k, count(n.year) AS a, count(*) AS b RETURN k AS level, 1.0 * a / b AS share``.
"""

from __future__ import annotations

from dataclasses import replace

from cypher.syntax.tree.clauses import Item, Projection, Subquery
from cypher.syntax.tree.expressions import Call, Expression, Literal, Parameter, Variable
from cypher.syntax.tree.part import Part, rebuilt, walk
from cypher.translate import projections
from cypher.translate.parts import aggregates, aggregates_in, bound_names, is_aggregate
from cypher.translate.scope import Scope
from cypher.translate.signatures import EXACT


def aggregated_first(clause: Projection, scope: Scope) -> tuple[Projection | None, Projection]:
    """A WITH that groups and aggregates, and ``clause`` with what remains to be computed; None where nothing does.

    Raises:
        CypherSyntaxError: what stands beside an aggregate is no column of its own.
        UnsupportedCypherError: a column binds a name that another one groups by.
    """
    clause = with_exact_percentiles(clause)
    items = (*projections.star_items(clause, scope), *clause.items)
    if all(is_aggregate(item.expression) or not aggregates(item.expression) for item in items):
        return None, clause
    projections.check_grouping(list(items), scope)
    keys = [item for item in items if not aggregates(item.expression)]
    _refuse_bound_twice(items, keys, scope)
    first: dict[Expression, Item] = {}
    for item in keys:
        own = item.expression.name if isinstance(item.expression, Variable) else f"{item.name} "
        first.setdefault(item.expression, Item(item.expression, own, True))
    for item in items:
        for number, aggregate in enumerate(aggregates_in(item.expression)):
            first.setdefault(aggregate, Item(aggregate, f"{item.name} {number}", True))
    named = {expression: Variable(item.name) for expression, item in first.items()}
    columns = {item.expression: Variable(item.name) for item in items}
    second = replace(
        clause,
        star=False,
        items=tuple(replace(item, expression=projections.substitute(item.expression, named)) for item in items),
        order=tuple((projections.substitute(key, columns), descending) for key, descending in clause.order),
        where=None if clause.where is None else projections.substitute(clause.where, columns),
    )
    return Projection("WITH", False, False, tuple(first.values()), (), None, None, None, clause.position), second


def with_exact_percentiles(clause: Projection) -> Projection:
    """``clause`` where ``percentileCont(x, p)`` stands with the count of its values.

    Of integers Neo4j gives an integer where the share falls on one of them, and a float between two. The engine gives a
    float, of which the count says afterwards which it is.
    """

    def changed(part: Part) -> Part:
        if isinstance(part, Subquery):
            return part
        found = rebuilt(part, changed)
        if not isinstance(found, Call) or found.name.lower() != "percentilecont" or len(found.arguments) != 2:
            return found
        value, share = found.arguments
        if not isinstance(share, Literal | Parameter):
            return found
        count = Call("count", (value,), distinct=found.distinct, start=found.start, end=found.end)
        return Call(EXACT, (found, count, share), start=found.start, end=found.end)

    return rebuilt(clause, changed)


def _refuse_bound_twice(items: tuple[Item, ...], keys: list[Item], scope: Scope) -> None:
    """``n.year, [n IN collect(n) | n.year]``: the inner ``n.year`` is not the column."""
    grouped = {part.name for item in keys for part in walk(item.expression) if isinstance(part, Variable)}
    for item in items:
        bound = {name for part in walk(item.expression) for name in bound_names(part)}
        if aggregates(item.expression) and grouped & bound:
            raise scope.context.unsupported(item.expression, "a name bound again beside a column that groups by it")
