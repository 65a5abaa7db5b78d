"""Expressions that are made of nothing but expressions: values, names, operators, functions, lists and maps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cypher.syntax.tree.part import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression(Part):
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
