"""The tree of a query: expressions, patterns and clauses, each with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """Any expression; ``start`` and ``end`` are its span in the query."""

    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Literal(Expression):
    """A null, Boolean, number or string; ``1``, ``1.0`` and ``true`` are three, which Python takes for equal."""

    value: Any
    kind: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", type(self.value).__name__)


@dataclass(frozen=True, slots=True)
class Parameter(Expression):
    """``$name``."""

    name: str


@dataclass(frozen=True, slots=True)
class Variable(Expression):
    """A name that a clause or an enclosing expression binds."""

    name: str


@dataclass(frozen=True, slots=True)
class Property(Expression):
    """``of.name``."""

    of: Expression
    name: str


@dataclass(frozen=True, slots=True)
class Index(Expression):
    """``of[index]``."""

    of: Expression
    index: Expression


@dataclass(frozen=True, slots=True)
class Slice(Expression):
    """``of[low..high]``."""

    of: Expression
    low: Expression | None
    high: Expression | None


@dataclass(frozen=True, slots=True)
class Unary(Expression):
    """``NOT``, ``-`` or ``+`` before an operand."""

    operator: str
    operand: Expression


@dataclass(frozen=True, slots=True)
class Binary(Expression):
    """Two operands and an operator, comparisons left out; the operator in capitals (``STARTS WITH``)."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Comparison(Expression):
    """A chain of comparisons: ``a < b <= c`` holds three operands and two operators."""

    operands: tuple[Expression, ...]
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IsNull(Expression):
    """``IS NULL`` or ``IS NOT NULL``."""

    operand: Expression
    negated: bool


@dataclass(frozen=True, slots=True)
class HasLabels(Expression):
    """``n:Label``, the label a label expression."""

    of: Expression
    labels: LabelExpression


@dataclass(frozen=True, slots=True)
class ListLiteral(Expression):
    """``[a, b]``."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class MapLiteral(Expression):
    """``{name: value}``."""

    items: tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class MapProjection(Expression):
    """``of {.name, .*, name: value, variable}``; ``.*`` is an item with the name ``*`` and no value."""

    of: Variable
    items: tuple[tuple[str, Expression | None], ...]


@dataclass(frozen=True, slots=True)
class Call(Expression):
    """A function; ``count(*)`` has ``star``."""

    name: str
    arguments: tuple[Expression, ...]
    distinct: bool = False
    star: bool = False


@dataclass(frozen=True, slots=True)
class Case(Expression):
    """``CASE``, with a subject (simple) or without; each branch has its tests and its value."""

    subject: Expression | None
    branches: tuple[tuple[Expression, Expression], ...]
    otherwise: Expression | None


@dataclass(frozen=True, slots=True)
class ListComprehension(Expression):
    """``[variable IN source WHERE where | value]``."""

    variable: str
    source: Expression
    where: Expression | None
    value: Expression | None


@dataclass(frozen=True, slots=True)
class Quantifier(Expression):
    """``all``, ``any``, ``none`` or ``single`` ``(variable IN source WHERE where)``."""

    kind: str
    variable: str
    source: Expression
    where: Expression


@dataclass(frozen=True, slots=True)
class Reduce(Expression):
    """``reduce(accumulator = initial, variable IN source | value)``."""

    accumulator: str
    initial: Expression
    variable: str
    source: Expression
    value: Expression


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


@dataclass(frozen=True, slots=True)
class Subquery(Expression):
    """``EXISTS``, ``COUNT`` or ``COLLECT`` ``{ query }``."""

    kind: str
    query: Query


@dataclass(frozen=True, slots=True)
class LabelExpression:
    """Labels or types: ``name`` with a label, or ``operator`` (``&``, ``|``, ``!``, ``%``) with operands."""

    operator: str
    name: str = ""
    operands: tuple[LabelExpression, ...] = ()
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class NodePattern:
    """``(variable:labels {properties} WHERE where)``."""

    variable: str | None
    labels: LabelExpression | None
    properties: MapLiteral | Parameter | None
    where: Expression | None
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class RelationshipPattern:
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
class PathPattern:
    """Nodes and relationships in turn, perhaps named, perhaps in ``shortestPath`` or ``allShortestPaths``."""

    variable: str | None
    elements: tuple[NodePattern | RelationshipPattern, ...]
    shortest: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """``MATCH`` or ``OPTIONAL MATCH``."""

    optional: bool
    patterns: tuple[PathPattern, ...]
    where: Expression | None


@dataclass(frozen=True, slots=True)
class Unwind:
    """``UNWIND source AS variable``."""

    source: Expression
    variable: str


@dataclass(frozen=True, slots=True)
class Item:
    """One column: its expression and its name, ``AS`` or as written."""

    expression: Expression
    name: str
    aliased: bool


@dataclass(frozen=True, slots=True)
class Projection:
    """``WITH`` or ``RETURN``; ``star`` stands for all variables in scope."""

    kind: str
    distinct: bool
    star: bool
    items: tuple[Item, ...]
    order: tuple[tuple[Expression, bool], ...]
    skip: Expression | None
    limit: Expression | None
    where: Expression | None
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class CallSubquery:
    """``CALL (imports) { query }``; ``imports`` is None where none are written, ``("*",)`` for all."""

    imports: tuple[str, ...] | None
    query: Query
    optional: bool = False
    position: int = field(default=0, compare=False)


Clause = Match | Unwind | Projection | CallSubquery


@dataclass(frozen=True, slots=True)
class Query:
    """One or more single queries joined by ``UNION``; ``all`` keeps equal rows."""

    branches: tuple[tuple[Clause, ...], ...]
    all: bool = False
    position: int = field(default=0, compare=False)
