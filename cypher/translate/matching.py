"""Puts a MATCH into an order in which the engine finds it fast: several clauses for one.

``MATCH (r)-[a:ADOPTED]->(i), (d:Document) WHERE d.key = a.source`` is asked as ``MATCH (r)-[a:ADOPTED]->(i) WITH *,
a.source AS k MATCH (d:Document) WHERE d.key = k``: the engine looks a value up in its index where it stands under a
name, and reads all documents for each relationship where it has to be computed. It has an index for each label, so a
node without one that is looked up gets them all.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from cypher.syntax.tree.clauses import Clause, Item, Match, Projection
from cypher.syntax.tree.expressions import Comparison, Expression, Literal, MapLiteral, Parameter, Property, Variable
from cypher.syntax.tree.patterns import LabelExpression, NodePattern, PathPattern, RelationshipPattern
from cypher.translate.lookups import Lookup, lookups
from cypher.translate.parts import conjunction, conjuncts, names_of
from cypher.translate.splitting import HIDDEN, apart


def in_order(clause: Match, bound: Collection[str], labels: Collection[str]) -> list[Clause]:
    """The clauses that stand for a MATCH, which bind what it binds; further names end in ``HIDDEN``.

    Args:
        clause: the MATCH, which looks for no shortest path.
        bound: the names that are bound before.
        labels: those of which each node of the graph has one; none where a node has none.
    """
    clause = _with_entries(_with_labels(clause, bound, labels), bound)
    for lookup in lookups(clause, bound):
        if _is_join(lookup) and lookup.needs <= set(bound):
            return _looked_up(clause, lookup, bound, labels)
    found: list[Clause] = []
    known = set(bound)
    matches = apart(clause, bound)
    for match in matches:
        found += [match] if len(matches) == 1 else in_order(match, known, labels)
        known.update(name for pattern in match.patterns for name in names_of(pattern))
    return found


def _is_join(lookup: Lookup) -> bool:
    """Whether its value is computed from what is bound elsewhere, and the engine has an index for it."""
    return lookup.equal and lookup.indexed and bool(lookup.needs) and not isinstance(lookup.value, Variable)


def _with_labels(clause: Match, bound: Collection[str], labels: Collection[str]) -> Match:
    """The MATCH in which each node that is looked up has a label, which the engine's indexes ask for."""
    bare = {
        lookup.element.variable
        for lookup in lookups(clause, bound)
        if lookup.element.labels is None and not lookup.needs & set(names_of(lookup.pattern))
    }
    if not bare or not labels:
        return clause
    whole = LabelExpression("|", operands=tuple(LabelExpression("", name) for name in labels))

    def changed(element: NodePattern | RelationshipPattern) -> NodePattern | RelationshipPattern:
        if isinstance(element, NodePattern) and element.variable in bare and element.labels is None:
            return replace(element, labels=whole)
        return element

    patterns = [replace(one, elements=tuple(changed(element) for element in one.elements)) for one in clause.patterns]
    return replace(clause, patterns=tuple(patterns))


def _with_entries(clause: Match, bound: Collection[str]) -> Match:
    """The MATCH whose conditions ``s.source = k`` on relationships stand in their maps, if ``k`` is known.

    The engine tests a map while it walks, and a condition over a name on every row that it found.
    """
    steps = {
        element.variable
        for pattern in clause.patterns
        for element in pattern.elements
        if isinstance(element, RelationshipPattern) and element.variable is not None and element.variable not in bound
        and not element.variable_length and not isinstance(element.properties, Parameter)
    }  # fmt: skip
    entries: dict[str, list[tuple[str, Expression]]] = {}
    left = []
    for part in conjuncts(clause.where):
        demands = part.operands if isinstance(part, Comparison) and part.operators == ("=",) else ()
        for one, value in (demands, demands[::-1]) if demands else ():
            known = isinstance(value, Literal | Parameter) or (isinstance(value, Variable) and value.name in bound)
            if known and isinstance(one, Property) and isinstance(one.of, Variable) and one.of.name in steps:
                entries.setdefault(one.of.name, []).append((one.name, value))
                break
        else:
            left.append(part)

    def changed(element: NodePattern | RelationshipPattern) -> NodePattern | RelationshipPattern:
        more = entries.get(element.variable or "") if isinstance(element, RelationshipPattern) else None
        if not more:
            return element
        own = element.properties.items if isinstance(element.properties, MapLiteral) else ()
        return replace(element, properties=MapLiteral((*own, *more)))

    if not entries:
        return clause
    patterns = [replace(one, elements=tuple(changed(element) for element in one.elements)) for one in clause.patterns]
    return replace(clause, patterns=tuple(patterns), where=conjunction(left))


def _looked_up(clause: Match, join: Lookup, bound: Collection[str], labels: Collection[str]) -> list[Clause]:
    """The MATCH after a WITH that gives the value a name."""
    name = f"{join.element.variable}.{join.name}{HIDDEN}"
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
    return [carried, *in_order(found, {*bound, name}, labels)]


def _with_value(pattern: PathPattern, join: Lookup, value: Variable) -> PathPattern:
    def changed(element: NodePattern | RelationshipPattern) -> NodePattern | RelationshipPattern:
        if not isinstance(element.properties, MapLiteral):
            return element
        items = tuple((key, value if entry is join.value else entry) for key, entry in element.properties.items)
        return replace(element, properties=replace(element.properties, items=items))

    return replace(pattern, elements=tuple(changed(element) for element in pattern.elements))
