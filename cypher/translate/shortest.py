"""Shortest paths beside other patterns and under a condition, which the engine has not: said in several clauses.

``MATCH (a), (b), p = shortestPath((a)-[*]-(b))`` finds both ends first. Under a condition over the path itself Neo4j
looks for the shortest path that meets it, where the engine would drop the shortest one that does not: here all paths
between the ends that meet it are found, and the shortest of them is taken.
"""

from __future__ import annotations

from dataclasses import replace

from cypher.syntax.tree.clauses import CallSubquery, Clause, Item, Match, Projection, Query, Unwind
from cypher.syntax.tree.expressions import Call, Comparison, Expression, ListComprehension, Literal, Variable
from cypher.syntax.tree.patterns import NodePattern, PathPattern, RelationshipPattern
from cypher.translate.parts import conjunction, conjuncts, names_of, variables
from cypher.translate.scope import Scope
from cypher.translate.splitting import HIDDEN, may_share


def in_order(clause: Match, scope: Scope) -> list[Clause]:
    """The clauses that stand for a MATCH with a shortest path, which bind what it binds.

    Raises:
        UnsupportedCypherError: OPTIONAL MATCH, several shortest paths with a condition, or relationships that the path
            may share with another pattern.
    """
    paths = [pattern for pattern in clause.patterns if pattern.shortest]
    own = {name for path in paths for name in (path.variable, _relationship(path, scope).variable) if name}
    over = [part for part in conjuncts(clause.where) if own & set(variables(part))]
    if len(clause.patterns) == 1 and not over:
        return [clause]
    position = paths[0].elements[0].position
    if clause.optional or (over and len(paths) > 1):
        what = "OPTIONAL MATCH of a shortestPath" if clause.optional else "several shortestPath in one MATCH"
        raise scope.context.unsupported(position, f"{what} with further patterns or a WHERE over that path")
    others = tuple(pattern for pattern in clause.patterns if not pattern.shortest)
    if any(may_share(path, others) for path in paths):
        raise scope.context.unsupported(
            position, "shortestPath beside a pattern with relationships of the same types (give it a MATCH of its own)"
        )
    plain = [part for part in conjuncts(clause.where) if not any(part is one for one in over)]
    ends, bare = [], []
    for number, path in enumerate(paths):
        found, path = _bare(path, number)
        ends += [end for end in found if not _is_bare(end) or end.variable not in _known(others, scope)]
        bare.append(path)
    first = [Match(False, (*others, *(PathPattern(None, (end,)) for end in ends)), conjunction(plain))]
    if not first[0].patterns:
        first = []
    if not over:
        return [*first, *(Match(False, (path,), None) for path in bare)]
    bound = {*scope.names, *(name for match in first for pattern in match.patterns for name in names_of(pattern))}
    return [*first, _shortest_of_all(bare[0], over, bound)]


def _relationship(path: PathPattern, scope: Scope) -> RelationshipPattern:
    found = [element for element in path.elements if isinstance(element, RelationshipPattern)]
    if len(found) != 1:
        raise scope.context.syntax_error(
            path.elements[0].position, f"{path.shortest}() takes a pattern with exactly one relationship"
        )
    return found[0]


def _known(patterns: tuple[PathPattern, ...], scope: Scope) -> set[str]:
    return {*scope.names, *(name for pattern in patterns for name in names_of(pattern))}


def _is_bare(node: NodePattern) -> bool:
    return node.labels is None and node.properties is None and node.where is None


def _bare(path: PathPattern, number: int) -> tuple[list[NodePattern], PathPattern]:
    """The ends of a path as they are written, each with a name, and the path over these names alone."""
    ends, elements = [], []
    for at, element in enumerate(path.elements):
        if isinstance(element, NodePattern):
            element = replace(element, variable=element.variable or f"end {number} {at}{HIDDEN}")
            ends.append(element)
            element = replace(element, labels=None, properties=None, where=None)
        elements.append(element)
    return ends, replace(path, elements=tuple(elements))


def _shortest_of_all(path: PathPattern, over: list[Expression], bound: set[str]) -> CallSubquery:
    start, relationship, end = path.elements
    name = path.variable or f"path{HIDDEN}"
    at = over[0].start

    def variable(of: str) -> Variable:
        return Variable(of, start=at, end=at)

    def call(function: str, of: str) -> Call:
        return Call(function, (variable(of),), start=at, end=at)

    apart = Comparison((variable(str(start.variable)), variable(str(end.variable))), ("<>",), start=at, end=at)
    match = Match(False, (PathPattern(name, path.elements),), conjunction([*over, apart]))
    items = [Item(variable(name), name, True)]
    if relationship.variable is not None:
        items.append(Item(call("relationships", name), relationship.variable, True))
    tail: tuple[Clause, ...]
    if path.shortest == "shortestPath":
        key = ((call("length", name), False),)
        tail = (Projection("RETURN", False, False, tuple(items), key, None, Literal(1), None, at),)
    else:
        all_paths, least, one = f"all{HIDDEN}", f"least{HIDDEN}", f"one{HIDDEN}"
        length = Call("min", (call("length", name),), start=at, end=at)
        gathered = (Item(call("collect", name), all_paths, True), Item(length, least, True))
        equal = Comparison((call("length", one), variable(least)), ("=",), start=at, end=at)
        shortest = ListComprehension(one, variable(all_paths), equal, None, start=at, end=at)
        tail = (
            Projection("WITH", False, False, gathered, (), None, None, None, at),
            Unwind(shortest, name),
            Projection("RETURN", False, False, tuple(items), (), None, None, None, at),
        )
    used = {name for part in over for name in variables(part)} | {str(start.variable), str(end.variable)}
    return CallSubquery(tuple(sorted(used & bound)), Query(((match, *tail),)), at)
