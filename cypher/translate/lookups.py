"""Which nodes of a MATCH the engine may look up by their key or name, and what for that must be known."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from cypher.syntax.tree.clauses import Match
from cypher.syntax.tree.expressions import Binary, Comparison, Expression, MapLiteral, Property, Variable
from cypher.syntax.tree.patterns import NodePattern, PathPattern
from cypher.translate.parts import conjuncts, variables
from cypher.translate.schema import INDEXED


@dataclass(frozen=True, slots=True)
class Lookup:
    """``node.name = value``, or with ``equal`` false ``node.name IN value``.

    Attributes:
        pattern: in which the node stands.
        element: the node.
        name: of the property, one that is indexed.
        value: does not rest on the node.
        equal: whether it is the one value.
        needs: the names that the value rests on.
    """

    pattern: PathPattern
    element: NodePattern
    name: str
    value: Expression
    equal: bool
    needs: frozenset[str]

    @property
    def indexed(self) -> bool:
        """Whether the engine has an index for it, which it has for each label."""
        return self.element.labels is not None and self.element.labels.operator in ("", "|")


def lookups(clause: Match, bound: Collection[str]) -> Iterator[Lookup]:
    """All that a MATCH demands of nodes which are not bound before."""
    nodes: dict[str, tuple[PathPattern, NodePattern]] = {}
    for pattern in clause.patterns:
        for element in pattern.elements:
            if not isinstance(element, NodePattern) or element.variable is None or element.variable in bound:
                continue
            if element.variable not in nodes or nodes[element.variable][1].labels is None:
                nodes[element.variable] = pattern, element
    for pattern, element in nodes.values():
        for name, value in element.properties.items if isinstance(element.properties, MapLiteral) else ():
            yield from _lookup(pattern, element, name, value, True)
    for part in conjuncts(clause.where):
        for one, value, equal in _demands(part):
            if isinstance(one, Property) and isinstance(one.of, Variable) and one.of.name in nodes:
                yield from _lookup(*nodes[one.of.name], one.name, value, equal)


def _demands(part: Expression) -> Iterator[tuple[Expression, Expression, bool]]:
    if isinstance(part, Comparison) and part.operators == ("=",):
        one, other = part.operands
        yield from ((one, other, True), (other, one, True))
    elif isinstance(part, Binary) and part.operator == "IN":
        yield part.left, part.right, False


def _lookup(pattern: PathPattern, element: NodePattern, name: str, value: Expression, equal: bool) -> Iterator[Lookup]:
    needs = frozenset(variables(value))
    if name in INDEXED and element.variable not in needs:
        yield Lookup(pattern, element, name, value, equal, needs)
