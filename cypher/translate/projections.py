"""Translates WITH and RETURN: names, grouping, DISTINCT, order, limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cypher.syntax.tree.clauses import Item, Projection
from cypher.syntax.tree.expressions import (
    Expression,
    ListComprehension,
    Literal,
    Parameter,
    Property,
    Quantifier,
    Reduce,
    Variable,
)
from cypher.syntax.tree.part import Part, children, rebuilt, walk
from cypher.syntax.tree.patterns import PatternComprehension
from cypher.translate.code import Code, require
from cypher.translate.comparisons import mixes_times
from cypher.translate.dispatch import translate
from cypher.translate.parts import aggregates, aggregates_in, bound_names, is_aggregate, refuse_patterns, variables
from cypher.translate.scope import Binding, Scope, hoisting
from cypher.translate.types import Type


@dataclass(frozen=True, slots=True)
class _Projected:
    """One column on its way: its item, its code, the engine's name for it."""

    item: Item
    code: Code
    name: str


def with_clause(clause: Projection, scope: Scope) -> tuple[str, Scope]:
    """A WITH, and what is bound after it."""
    for item in clause.items:
        if not item.aliased:
            problem = f"Expression in WITH must be aliased (use AS): `{item.name}`"
            raise scope.context.syntax_error(item.expression, problem)
    projected = _project(clause, scope, {})
    grouped = clause.distinct or any(aggregates(p.item.expression) for p in projected)
    lookups = ""
    if grouped:
        _refuse_clash(clause, projected, scope)
        projected, columns, lookups = _nodes_by_id(clause, projected, scope)
    after = replace(scope, names={p.item.name: Binding(p.name, p.code.type) for p in projected})
    with hoisting(scope, None):
        tail, hidden = _tail(clause, projected, scope, after, grouped)
    listed = ", ".join(_as(p) for p in projected)
    if lookups:
        names = ", ".join(p.name for p in projected)
        return (
            f"WITH {'DISTINCT ' if clause.distinct else ''}{columns}{lookups}{f' WITH {names}{tail}' if tail else ''}",
            after,
        )
    if not hidden:
        return f"WITH {'DISTINCT ' if clause.distinct else ''}{listed}{tail}", after
    more = "".join(f", {binding.name}" for binding in hidden)
    names = ", ".join(p.name for p in projected)
    return f"WITH {listed}{more}{tail} WITH {names}", after


def _nodes_by_id(clause: Projection, projected: list[_Projected], scope: Scope) -> tuple[list[_Projected], str, str]:
    """Groups by the engine's ids of nodes in place of the nodes, all of whose properties it would compare.

    Returns:
        The columns as they are known afterwards, as they are grouped, and what finds the nodes again; nothing to find
        where the clause groups by no node.
    """
    ordered = (*(key for key, _ in clause.order), *(() if clause.where is None else (clause.where,)))
    if any(aggregates(part) for part in ordered):
        return projected, "", ""
    known, columns, lookups = [], [], []
    for p in projected:
        if not (isinstance(p.item.expression, Variable) and p.code.type.is_only("node")):
            known.append(p)
            columns.append(_as(p))
            continue
        number, node = scope.context.fresh("k"), scope.context.fresh("n")
        known.append(replace(p, name=node))
        columns.append(f"{p.code.text}.id AS {number}")
        word = "OPTIONAL MATCH" if p.code.type.nullable else "MATCH"
        lookups.append(f" {word} ({node}) WHERE {node}.id = {number}")
    return known, ", ".join(columns), "".join(lookups)


def return_clause(
    clause: Projection, scope: Scope, codes: Mapping[str, str]
) -> tuple[str, list[tuple[str, str, Type]]]:
    """A RETURN, and its columns as name, engine's name and type.

    Args:
        clause: the clause.
        scope: what is bound before.
        codes: the engine's names of the columns, where an earlier branch of a UNION fixed them.
    """
    projected = _project(clause, scope, codes, always_rename=True)
    grouped = clause.distinct or any(aggregates(p.item.expression) for p in projected)
    if grouped and (clause.skip is not None or clause.limit is not None):
        _refuse_clash(clause, projected, scope)
    after = replace(scope, names={p.item.name: Binding(p.name, p.code.type) for p in projected})
    with hoisting(scope, None):
        tail, hidden = _tail(clause, projected, scope, after, grouped)
    ordered = projected
    if set(codes) == {p.item.name for p in projected}:  # a later branch of a UNION may name them in another order
        ordered = sorted(projected, key=lambda p: list(codes).index(p.item.name))
    listed = ", ".join(_as(p) for p in ordered)
    text = f"RETURN {'DISTINCT ' if clause.distinct else ''}{listed}{tail}"
    if hidden:
        more = "".join(f", {binding.name}" for binding in hidden)
        text = f"WITH {listed}{more}{tail} RETURN {', '.join(f'{p.name} AS {p.name}' for p in ordered)}"
    return text, [(p.item.name, p.name, p.code.type) for p in projected]


def _as(projected: _Projected) -> str:
    return projected.name if projected.code.text == projected.name else f"{projected.code.text} AS {projected.name}"


def _project(
    clause: Projection, scope: Scope, codes: Mapping[str, str], always_rename: bool = False
) -> list[_Projected]:
    items = [*star_items(clause, scope), *clause.items]
    seen: set[str] = set()
    projected = []
    for item in items:
        if item.name in seen:
            raise scope.context.syntax_error(item.expression, f"two columns have the name `{item.name}`")
        seen.add(item.name)
    check_grouping(items, scope)
    for expression in (*(item.expression for item in items), *(key for key, _ in clause.order)):
        refuse_patterns(expression, scope)
    if clause.where is not None:
        refuse_patterns(clause.where, scope, is_boolean=True)
    for item in items:
        code = translate(item.expression, replace(scope, aggregates=True))
        same = isinstance(item.expression, Variable) and item.expression.name == item.name and not always_rename
        projected.append(
            _Projected(item, code, code.text if same else codes.get(item.name) or scope.context.fresh("c"))
        )
    return projected


def star_items(clause: Projection, scope: Scope) -> list[Item]:
    """The items that ``*`` stands for."""
    if not clause.star:
        return []
    if not scope.names and not clause.items and clause.kind == "RETURN":
        raise scope.context.syntax_error(
            clause.position, "RETURN * is not allowed when there are no variables in scope"
        )
    written = {item.name for item in clause.items}
    return [
        Item(Variable(name, start=clause.position), name, True) for name in sorted(scope.names) if name not in written
    ]


def check_grouping(items: list[Item], scope: Scope) -> None:
    """Refuses ``RETURN n.x + count(*)`` as Neo4j 5 does: what stands beside an aggregate must be a column itself."""
    for item in items:
        _refuse_in_loops(item.expression, scope)
    plain = [item.expression for item in items if not aggregates(item.expression)]
    for item in items:
        if aggregates(item.expression):
            _check_beside(item.expression, plain, frozenset(), scope)


def _refuse_in_loops(part: Part, scope: Scope) -> None:
    """Refuses an aggregate over the elements of a list, ``[x IN [1, 2] | count(*)]``: it is one of rows."""
    for one in walk(part):
        bodies: tuple[Part | None, ...] = ()
        if isinstance(one, ListComprehension | PatternComprehension):
            bodies = (one.where, one.value)
        elif isinstance(one, Quantifier | Reduce):
            bodies = (one.where,) if isinstance(one, Quantifier) else (one.value,)
        for body in bodies:
            for aggregate in () if body is None else aggregates_in(body):
                problem = f"{aggregate.name}() cannot stand for the elements of a list; gather them with WITH first"
                raise scope.context.syntax_error(aggregate, problem)


def _check_beside(part: Part, keys: list[Expression], local: frozenset[str], scope: Scope) -> None:
    if isinstance(part, Literal | Parameter) or is_aggregate(part):
        return
    if part in keys and isinstance(part, Variable | Property):  # others Neo4j does not recognize
        return
    if isinstance(part, Variable | Property) and not aggregates(part):
        root: Expression = part
        while isinstance(root, Property):
            root = root.of
        if isinstance(root, Variable) and root.name in scope.names and root.name not in local and root not in keys:
            problem = (
                "Aggregation column contains implicit grouping expressions; "
                f"give `{scope.context.query[part.start : part.end]}` a column of its own (WITH … AS) first"
            )
            raise scope.context.syntax_error(part, problem)
        return
    for child in children(part):
        _check_beside(child, keys, local.union(bound_names(part)), scope)


def _refuse_clash(clause: Projection, projected: list[_Projected], scope: Scope) -> None:
    for p in projected:
        if p.code.type.mixed and not aggregates(p.item.expression):
            raise scope.context.unsupported(
                p.item.expression,
                f"DISTINCT or grouping here over values that may be both 1 and 1.0 (write toFloat({p.item.name}))",
            )


def _tail(
    clause: Projection, projected: list[_Projected], scope: Scope, after: Scope, grouped: bool
) -> tuple[str, list[Binding]]:
    """ORDER BY, SKIP, LIMIT and WHERE, and the bindings that they need and that the clause drops."""
    replaced = {
        p.item.expression: Variable(p.item.name)
        for p in projected
        if grouped or not isinstance(p.item.expression, Variable)
    }
    names = dict(after.names) if grouped else {**scope.names, **after.names}
    place = replace(scope, names=names)
    parts, hidden = [], []
    keys = []
    for expression, descending in clause.order:
        written = substitute(expression, replaced)
        key = translate(written, place)
        if key.type.is_only("map") or (key.type.may_be("list") and key.type.elements.is_only("map")):
            raise scope.context.unsupported(expression, "an order of maps; order by their entries")
        if mixes_times(key.type) or key.type.is_only("duration"):
            raise scope.context.unsupported(expression, "an order of durations or of times of different kinds")
        keys.append(key.text + (" DESC" if descending else ""))
        hidden += _dropped(written, scope, after)
    if keys:
        parts.append(" ORDER BY " + ", ".join(keys))
    for word, bound in (("SKIP", clause.skip), ("LIMIT", clause.limit)):
        if bound is not None:
            parts.append(f" {word} {_bound(word, bound, scope)}")
    if clause.where is not None:
        written = substitute(clause.where, replaced)
        parts.append(" WHERE " + require(translate(written, place), written, place, "boolean").text)
        hidden += _dropped(written, scope, after)
    unique = {binding.name: binding for binding in hidden}
    return "".join(parts), [] if grouped else list(unique.values())


def _dropped(part: Part, scope: Scope, after: Scope) -> list[Binding]:
    return [scope.names[name] for name in variables(part) if name in scope.names and name not in after.names]


def substitute(expression: Expression, replacements: Mapping[Expression, Variable]) -> Expression:
    """An expression in which those of columns are replaced by the columns' names."""

    def replaced(part: Part) -> Part:
        return substitute(part, replacements) if isinstance(part, Expression) else rebuilt(part, replaced)

    name = replacements.get(expression)
    return rebuilt(expression, replaced) if name is None else replace(name, start=expression.start, end=expression.end)


def _bound(word: str, expression: Expression, scope: Scope) -> str:
    """SKIP or LIMIT as a number: a literal or a parameter, plain or computed from such."""
    if any(isinstance(part, Variable) for part in walk(expression)):
        raise scope.context.syntax_error(expression, f"{word} takes no variables")
    code = translate(expression, replace(scope, names={}))
    if not code.type.is_only("integer"):
        raise scope.context.type_error(expression, f"{word} takes an integer, not {code.type.describe()}")
    value = expression.value if isinstance(expression, Literal) else None
    if isinstance(expression, Parameter):
        value = scope.context.parameter_value(expression.name)
    if isinstance(value, int) and value < 0:
        raise scope.context.syntax_error(expression, f"{word} takes no negative number, and {value} is one")
    return str(value) if isinstance(value, int) else code.text
