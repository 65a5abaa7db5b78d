"""Patterns: labels, nodes, relationships and paths, and the expressions that hold some."""

from __future__ import annotations

from dataclasses import dataclass, field

from cypher.syntax.tree.expressions import Expression, MapLiteral, Parameter
from cypher.syntax.tree.part import Part


@dataclass(frozen=True, slots=True)
class LabelExpression(Part):
    """Labels or types: ``name`` with a label, or ``operator`` (``&``, ``|``, ``!``, ``%``) with operands."""

    operator: str
    name: str = ""
    operands: tuple[LabelExpression, ...] = ()
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class HasLabels(Expression):
    """``n:Label``, the label a label expression."""

    of: Expression
    labels: LabelExpression


@dataclass(frozen=True, slots=True)
class NodePattern(Part):
    """``(variable:labels {properties} WHERE where)``."""

    variable: str | None
    labels: LabelExpression | None
    properties: MapLiteral | Parameter | None
    where: Expression | None
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class RelationshipPattern(Part):
    """``-[variable:types *low..high {properties} WHERE where]->``; the direction is ``>``, ``<`` or ``-``."""

    variable: str | None
    types: LabelExpression | None
    properties: MapLiteral | Parameter | None
    where: Expression | None
    direction: str
    variable_length: bool = False
    low: int | None = None
    high: int | None = None
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class PathPattern(Part):
    """Nodes and relationships in turn, perhaps named, perhaps in ``shortestPath`` or ``allShortestPaths``."""

    variable: str | None
    elements: tuple[NodePattern | RelationshipPattern, ...]
    shortest: str = ""


@dataclass(frozen=True, slots=True)
class PatternPredicate(Expression):
    """A pattern as a Boolean, ``(a)-->(b)``, alone or in ``exists()``."""

    pattern: PathPattern


@dataclass(frozen=True, slots=True)
class PatternComprehension(Expression):
    """``[path = (a)-->(b) WHERE where | value]``."""

    pattern: PathPattern
    where: Expression | None
    value: Expression
