"""Splits a projection that computes with aggregates: the engine aggregates surely only where nothing stands around.

``RETURN n.level AS level, 1.0 * count(n.year) / count(*) AS share`` is asked as
``WITH n.level AS k, count(n.year) AS a, count(*) AS b RETURN k AS level, 1.0 * a / b AS share``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from cypher.syntax.tree import Call, Expression, Item, Projection, Subquery, Variable
from cypher.translate import projections
from cypher.translate.parts import aggregates
from cypher.translate.scope import Scope
from cypher.translate.signatures import AGGREGATES, REFUSED_AGGREGATES


def aggregated_first(clause: Projection, scope: Scope) -> tuple[Projection | None, Projection]:
    """A WITH that groups and aggregates, and ``clause`` with what remains to be computed; None where nothing does.

    Raises:
        CypherSyntaxError: what stands beside an aggregate is no column of its own.
        UnsupportedCypherError: a column binds a name that another one groups by.
    """
    items = (*projections.star_items(clause, scope), *clause.items)
    if all(_is_aggregate(item.expression) or not aggregates(item.expression) for item in items):
        return None, clause
    projections.check_grouping(list(items), scope)
    keys = [item for item in items if not aggregates(item.expression)]
    _refuse_bound_twice(items, keys, scope)
    first: dict[Expression, Item] = {}
    for item in keys:
        own = item.expression.name if isinstance(item.expression, Variable) else f"{item.name} "
        first.setdefault(item.expression, Item(item.expression, own, True))
    for item in items:
        for number, aggregate in enumerate(_aggregates_in(item.expression)):
            first.setdefault(aggregate, Item(aggregate, f"{item.name} {number}", True))
    named = {expression: Variable(item.name) for expression, item in first.items()}
    columns = {item.expression: Variable(item.name) for item in items}
    second = replace(
        clause,
        star=False,
        items=tuple(replace(item, expression=projections.substitute(item.expression, named)) for item in items),
        order=projections.substitute(clause.order, columns),
        where=projections.substitute(clause.where, columns),
    )
    return Projection("WITH", False, False, tuple(first.values()), (), None, None, None, clause.position), second


def _is_aggregate(part: Any) -> bool:
    return isinstance(part, Call) and part.name.lower() in (*AGGREGATES, *REFUSED_AGGREGATES)


def _aggregates_in(part: Any) -> Iterator[Call]:
    """The aggregates of an expression, outermost, in their order."""
    if isinstance(part, Call) and _is_aggregate(part):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _aggregates_in(item)
    elif is_dataclass(part) and not isinstance(part, Subquery):
        for field in fields(part):
            yield from _aggregates_in(getattr(part, field.name))


def _refuse_bound_twice(items: tuple[Item, ...], keys: list[Item], scope: Scope) -> None:
    """``n.year, [n IN collect(n) | n.year]``: the inner ``n.year`` is not the column."""
    grouped = {name for item in keys for name in _variables(item.expression)}
    for item in items:
        if aggregates(item.expression) and grouped & set(_bound(item.expression)):
            raise scope.context.unsupported(item.expression, "a name bound again beside a column that groups by it")


def _variables(part: Any) -> Iterator[str]:
    if isinstance(part, Variable):
        yield part.name
    elif isinstance(part, tuple):
        for item in part:
            yield from _variables(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _variables(getattr(part, field.name))


def _bound(part: Any) -> Iterator[str]:
    if isinstance(part, tuple):
        for item in part:
            yield from _bound(item)
    elif is_dataclass(part) and not isinstance(part, Variable):
        for field in fields(part):
            value = getattr(part, field.name)
            if field.name in ("variable", "accumulator") and isinstance(value, str):
                yield value
            yield from _bound(value)
