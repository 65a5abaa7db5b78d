"""One translation: its query, its parameters, and what it gathers on the way, errors among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from cypher.errors import CypherError, CypherSyntaxError, CypherTypeError, UnsupportedCypherError
from cypher.syntax.tree.expressions import Expression
from cypher.translate.schema import Schema
from cypher.translate.types import Type, type_of_value


@dataclass(slots=True)
class Context:
    """One translation: its query, its parameters, and what it gathers on the way.

    Attributes:
        query: the text, for the places in messages.
        schema: what the graph holds.
        values: the parameters.
        notes: remarks for the reader of the result.
        extra: further parameters, which stand for strings and messages.
        used: names of the parameters that the query takes.
        read: those parameters whose very value the translation rests on, and not only its type.
        timed: whether it rests on the moment of the query.
        counter: how many names were made.
        row: the engine's names that a subquery may take which is run before the clause that is translated; None where
            none may be run.
        hoisted: such subqueries of this clause.
    """

    query: str
    schema: Schema
    values: Mapping[str, Any]
    notes: list[str] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    timed: bool = False
    counter: int = 0
    row: frozenset[str] | None = None
    hoisted: list[str] = field(default_factory=list)
    _now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def fresh(self, letter: str = "v") -> str:
        """A name that the engine has not seen in this query."""
        self.counter += 1
        return f"{letter}{self.counter}"

    @property
    def now(self) -> datetime:
        """The moment of the query."""
        self.timed = True
        return self._now

    def parameter_value(self, name: str) -> Any:
        """The value of a parameter, for what depends on more than its type."""
        self.read.add(name)
        return self.values[name]

    def parameter_type(self, name: str) -> Type:
        """The type of a parameter's value."""
        return type_of_value(self.values[name])

    def note(self, text: str) -> None:
        """Keeps a remark for the reader of the result."""
        if text not in self.notes:
            self.notes.append(text)

    def place(self, at: Expression | int) -> str:
        """Line and column, for the beginning of a message."""
        position = at if isinstance(at, int) else at.start
        found = CypherSyntaxError("", self.query, position)
        return f"line {found.line}, column {found.column}"

    def syntax_error(self, at: Expression | int, problem: str) -> CypherError:
        """What is wrong with the text at this place, to raise."""
        return CypherSyntaxError(problem, self.query, at if isinstance(at, int) else at.start)

    def type_error(self, at: Expression | int, problem: str) -> CypherError:
        """What is wrong with the kinds of values at this place, to raise."""
        return CypherTypeError(f"{self.place(at)}: {problem}")

    def unsupported(self, at: Expression | int, what: str) -> CypherError:
        """What the engine does not have and this place asks for, to raise."""
        return UnsupportedCypherError(f"{self.place(at)}: the embedded engine does not have {what}")
