"""Puts a MATCH into an order in which the engine finds it fast: several clauses for one.

``MATCH (r)-[a:ADOPTED]->(i), (d:Document) WHERE d.key = a.source`` is asked as ``MATCH (r)-[a:ADOPTED]->(i) WITH *,
a.source AS k MATCH (d:Document) WHERE d.key = k``: the engine looks a value up in its index where it stands under a
name, and reads all documents for each relationship where it has to be computed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from cypher.syntax.tree.clauses import Clause, Item, Match, Projection
from cypher.syntax.tree.expressions import Binary, Comparison, Expression, MapLiteral, Property, Variable
from cypher.syntax.tree.patterns import LabelExpression, NodePattern, PathPattern, RelationshipPattern
from cypher.translate.parts import bound_names, variables
from cypher.translate.schema import INDEXED

HIDDEN = " "  # ends a name that no query can hold


@dataclass(frozen=True, slots=True)
class _Join:
    """``node.property = value``, where the value is computed from what is bound elsewhere."""

    pattern: PathPattern
    node: str
    property: str
    value: Expression


def in_order(clause: Match, bound: Collection[str]) -> list[Clause]:
    """The clauses that stand for a MATCH, which bind what it binds; further names end in ``HIDDEN``.

    Args:
        clause: the MATCH, which looks for no shortest path.
        bound: the names that are bound before.
    """
    where = list(conjuncts(clause.where))
    for join in _joins(clause, bound):
        needed = set(variables(join.value))
        if needed <= set(bound):
            return _looked_up(clause, join, bound)
        others = tuple(pattern for pattern in clause.patterns if pattern is not join.pattern)
        known = {*bound, *(name for pattern in others for name in names_of(pattern))}
        if clause.optional or not needed <= known or may_share(join.pattern, others):
            continue
        early = [part for part in where if set(variables(part)) <= known]
        late = [part for part in where if not any(part is one for one in early)]
        first = Match(False, others, conjunction(early))
        second = Match(False, (join.pattern,), conjunction(late))
        return [*in_order(first, bound), *in_order(second, known)]
    return [clause]


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


def _joins(clause: Match, bound: Collection[str]) -> Iterator[_Join]:
    nodes = {
        element.variable: (pattern, element)
        for pattern in clause.patterns
        for element in pattern.elements
        if isinstance(element, NodePattern) and element.variable is not None and _labelled(element)
        and element.variable not in bound
    }  # fmt: skip
    for name, (pattern, node) in nodes.items():
        entries = node.properties.items if isinstance(node.properties, MapLiteral) else ()
        yield from (
            _Join(pattern, name, key, value) for key, value in entries if key in INDEXED and _computed(value, name)
        )
    for part in conjuncts(clause.where):
        if not isinstance(part, Comparison) or part.operators != ("=",):
            continue
        for one, other in (part.operands, part.operands[::-1]):
            if isinstance(one, Property) and isinstance(one.of, Variable) and one.name in INDEXED:
                found = nodes.get(one.of.name)
                if found is not None and _computed(other, one.of.name):
                    yield _Join(found[0], one.of.name, one.name, other)


def _labelled(node: NodePattern) -> bool:
    return node.labels is not None and not node.labels.operator


def _computed(value: Expression, node: str) -> bool:
    names = set(variables(value))
    return bool(names) and node not in names and not isinstance(value, Variable)


def _looked_up(clause: Match, join: _Join, bound: Collection[str]) -> list[Clause]:
    """The MATCH after a WITH that gives the value a name."""
    name = f"{join.node}.{join.property}{HIDDEN}"
    while name in bound:
        name += HIDDEN
    computed = Item(join.value, name, True)
    value = Variable(name, start=join.value.start, end=join.value.end)

    def renamed(part: Expression) -> Expression:
        if not isinstance(part, Comparison) or not any(one is join.value for one in part.operands):
            return part
        return replace(part, operands=tuple(value if one is join.value else one for one in part.operands))

    patterns = tuple(_with_value(pattern, join, value) for pattern in clause.patterns)
    where = conjunction([renamed(part) for part in conjuncts(clause.where)])
    found = replace(clause, patterns=patterns, where=where)
    carried = Projection("WITH", False, True, (computed,), (), None, None, None, join.value.start)
    return [carried, *in_order(found, {*bound, name})]


def _with_value(pattern: PathPattern, join: _Join, value: Variable) -> PathPattern:
    def changed(element: NodePattern | RelationshipPattern) -> NodePattern | RelationshipPattern:
        if not isinstance(element.properties, MapLiteral):
            return element
        items = tuple((key, value if entry is join.value else entry) for key, entry in element.properties.items)
        return replace(element, properties=replace(element.properties, items=items))

    return replace(pattern, elements=tuple(changed(element) for element in pattern.elements))


def may_share(one: PathPattern, others: tuple[PathPattern, ...]) -> bool:
    """Whether a relationship may stand in both: within one MATCH it then matches only once."""
    mine = [_types(e.types) for e in one.elements if isinstance(e, RelationshipPattern)]
    theirs = [_types(e.types) for other in others for e in other.elements if isinstance(e, RelationshipPattern)]
    return any(left is None or right is None or left & right for left in mine for right in theirs)


def _types(types: LabelExpression | None) -> set[str] | None:
    """The names of types, None where any may be meant."""
    if types is None:
        return None
    simple = types.operands if types.operator == "|" else (types,)
    return None if any(one.operator for one in simple) else {one.name for one in simple}
