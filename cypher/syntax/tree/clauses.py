"""Clauses and whole queries, and the expression that holds a query."""

from __future__ import annotations

from dataclasses import dataclass, field

from cypher.syntax.tree.expressions import Expression
from cypher.syntax.tree.part import Part
from cypher.syntax.tree.patterns import PathPattern


@dataclass(frozen=True, slots=True)
class Match(Part):
    """``MATCH`` or ``OPTIONAL MATCH``."""

    optional: bool
    patterns: tuple[PathPattern, ...]
    where: Expression | None


@dataclass(frozen=True, slots=True)
class Unwind(Part):
    """``UNWIND source AS variable``."""

    source: Expression
    variable: str


@dataclass(frozen=True, slots=True)
class Item(Part):
    """One column: its expression and its name, ``AS`` or as written."""

    expression: Expression
    name: str
    aliased: bool


@dataclass(frozen=True, slots=True)
class Projection(Part):
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
class CallSubquery(Part):
    """``CALL (imports) { query }``; ``imports`` is None where none are written, ``("*",)`` for all."""

    imports: tuple[str, ...] | None
    query: Query
    position: int = field(default=0, compare=False)


Clause = Match | Unwind | Projection | CallSubquery


@dataclass(frozen=True, slots=True)
class Query(Part):
    """One or more single queries joined by ``UNION``; ``all`` keeps equal rows."""

    branches: tuple[tuple[Clause, ...], ...]
    all: bool = False
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Subquery(Expression):
    """``EXISTS``, ``COUNT`` or ``COLLECT`` ``{ query }``."""

    kind: str
    query: Query
