"""Takes a MATCH over several patterns apart: one after another, each beginning where what is known leads into it.

The engine begins each pattern of a MATCH anew and joins their rows afterwards, ``(d)-[:REPORTS_ON]->(y),
(d)-[:COVERS]->(r)`` by trying all with all. Within one MATCH a relationship matches only once; so two that could be the
same one get names, and the later clause demands that they differ.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import combinations

from cypher.syntax.tree.clauses import Match
from cypher.syntax.tree.expressions import Comparison, Expression, Variable
from cypher.syntax.tree.patterns import LabelExpression, NodePattern, PathPattern, RelationshipPattern
from cypher.translate.lookups import lookups
from cypher.translate.parts import bound_names, conjunction, conjuncts, names_of, variables

HIDDEN = " "  # ends a name that no query can hold


@dataclass(frozen=True, slots=True)
class _Piece:
    """A pattern: what it names, what its own conditions take from others, and what it may be looked up by."""

    pattern: PathPattern
    names: frozenset[str]
    needs: frozenset[str]
    looked_up: tuple[frozenset[str], ...]
    narrowed: bool


def apart(clause: Match, bound: Collection[str]) -> list[Match]:
    """The clauses, one a pattern, that stand for a MATCH; itself where it cannot be taken apart.

    Args:
        clause: the MATCH, which looks for no shortest path.
        bound: the names that are bound before.
    """
    if clause.optional or len(clause.patterns) < 2:
        return [clause]
    differing = _differing([_named(pattern, number) for number, pattern in enumerate(clause.patterns)])
    if differing is None:
        return [clause]
    wanted = {name for part in differing for name in variables(part)}
    patterns = tuple(_named(pattern, number, wanted) for number, pattern in enumerate(clause.patterns))
    pieces = _in_turn(replace(clause, patterns=patterns), set(bound))
    if pieces is None:
        return [clause]
    left = [*conjuncts(clause.where), *differing]
    known, found = set(bound), []
    for piece in pieces:
        known |= piece.names
        last = piece is pieces[-1]
        own = [part for part in left if last or set(variables(part)) <= known]
        left = [part for part in left if not any(part is one for one in own)]
        found.append(Match(False, (piece.pattern,), conjunction(own)))
    return found


def may_share(one: PathPattern, others: tuple[PathPattern, ...]) -> bool:
    """Whether a relationship may stand in both: within one MATCH it then matches only once."""
    return any(_may_be_one(mine, its) for mine in _steps(one) for other in others for its in _steps(other))


def _in_turn(clause: Match, known: set[str]) -> list[_Piece] | None:
    """The patterns in the order in which they are found; None where two wait for one another."""
    waiting = [_piece(pattern, clause, known) for pattern in clause.patterns]
    everything = known.union(*(piece.names for piece in waiting))
    ordered: list[_Piece] = []
    while waiting:
        ready = [piece for piece in waiting if piece.needs & everything <= known]
        if not ready:
            return None
        following = min(ready, key=lambda piece: _distance(piece, known))
        waiting = [piece for piece in waiting if piece is not following]
        ordered.append(following)
        known = known | following.names
    return ordered


def _piece(pattern: PathPattern, clause: Match, bound: set[str]) -> _Piece:
    names = frozenset(names_of(pattern))
    found = [one for one in lookups(clause, bound) if one.indexed and one.pattern is pattern]
    narrowed = any(element.properties or element.where for element in pattern.elements) or any(
        set(variables(part)) <= names for part in conjuncts(clause.where)
    )
    needs = frozenset(variables(pattern)) - names
    return _Piece(pattern, names, needs, tuple(one.needs - names for one in found), narrowed)


def _distance(piece: _Piece, known: set[str]) -> tuple[bool, bool, bool, bool]:
    """How far a pattern is from what is known: the nearest is found next, of equals the one that is written first."""
    looked_up = any(needs <= known for needs in piece.looked_up)
    return bool(piece.looked_up) and not looked_up, not piece.names & known, not looked_up, not piece.narrowed


def _differing(patterns: list[PathPattern]) -> list[Expression] | None:
    """That relationships of different patterns differ, where they could be one; None where that cannot be said."""
    found: list[Expression] = []
    named = [name for pattern in patterns for step in _steps(pattern) for name in bound_names(step)]
    if len(set(named)) < len(named):
        return None
    for one, other in combinations(patterns, 2):
        for mine in _steps(one):
            for its in _steps(other):
                if not _may_be_one(mine, its):
                    continue
                if mine.variable_length or its.variable_length:
                    return None
                at = its.position
                names = (Variable(str(step.variable), start=at, end=at) for step in (mine, its))
                found.append(Comparison(tuple(names), ("<>",), start=at, end=at))
    return found


def _named(pattern: PathPattern, number: int, wanted: Collection[str] | None = None) -> PathPattern:
    """The pattern, whose single relationships have names: all, or those that are ``wanted``."""
    elements: list[NodePattern | RelationshipPattern] = []
    for at, element in enumerate(pattern.elements):
        name = f"step {number} {at}{HIDDEN}"
        if isinstance(element, RelationshipPattern) and not element.variable and not element.variable_length:
            element = element if wanted is not None and name not in wanted else replace(element, variable=name)
        elements.append(element)
    return replace(pattern, elements=tuple(elements))


def _steps(pattern: PathPattern) -> list[RelationshipPattern]:
    return [element for element in pattern.elements if isinstance(element, RelationshipPattern)]


def _may_be_one(mine: RelationshipPattern, its: RelationshipPattern) -> bool:
    left, right = _types(mine.types), _types(its.types)
    return left is None or right is None or bool(left & right)


def _types(types: LabelExpression | None) -> set[str] | None:
    """The names of types, None where any may be meant."""
    if types is None:
        return None
    simple = types.operands if types.operator == "|" else (types,)
    return None if any(one.operator for one in simple) else {one.name for one in simple}
