"""What a translation knows: the graph's schema, the parameters, and the names that are bound where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from cypher.errors import CypherError, CypherSyntaxError, CypherTypeError, UnsupportedCypherError
from cypher.syntax.tree.expressions import Expression
from cypher.translate.types import NULL, Type, type_of_value

PREFIX = "_p_"  # before every property: the engine has virtual `id`, `title`, `name`, `type` and `label` of its own
UNLABELLED = "__none__"  # the engine's label of a node that has none
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Schema:
    """What the graph holds, as far as a translation depends on it.

    Attributes:
        properties: the type of each property, over all labels and relationship types.
        labels: number of nodes by label.
        types: number of relationships by type.
        nodes: number of nodes.
        unlabelled: whether a node without labels is among them.
    """

    properties: Mapping[str, Type]
    labels: Mapping[str, int]
    types: Mapping[str, int]
    nodes: int
    unlabelled: bool = False

    def bound(self, types: tuple[str, ...]) -> int:
        """The length that no path over these types (all, if none) can exceed, since it repeats no relationship."""
        names = types or tuple(self.types)
        return sum(self.types.get(name, 0) for name in names)


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
    counter: int = 0
    row: frozenset[str] | None = None
    hoisted: list[str] = field(default_factory=list)

    def fresh(self, letter: str = "v") -> str:
        """A name that the engine has not seen in this query."""
        self.counter += 1
        return f"{letter}{self.counter}"

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


@dataclass(frozen=True, slots=True)
class Binding:
    """A bound name: what the engine calls it, and its type."""

    name: str
    type: Type


@dataclass(frozen=True, slots=True)
class Code:
    """An expression in the engine's words, with its type."""

    text: str
    type: Type


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that are bound at one place of a query.

    Attributes:
        context: the translation.
        names: binding by the name in the query.
        aggregates: whether an aggregating function may stand here.
    """

    context: Context
    names: Mapping[str, Binding] = field(default_factory=dict)
    aggregates: bool = False

    def bind(self, name: str, kind: Type) -> Scope:
        """This scope with one more name, which hides an equal one."""
        return replace(self, names={**self.names, name: Binding(self.context.fresh(), kind)})

    def inner(self) -> Scope:
        """This scope where no aggregating function may stand."""
        return replace(self, aggregates=False)

    def resolve(self, name: str, at: Expression | int) -> Binding:
        """The binding of a name.

        Raises:
            CypherSyntaxError: nothing binds it; names a near one.
        """
        found = self.names.get(name)
        if found is None:
            near = get_close_matches(name, list(self.names), 1, 0.6)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            raise self.context.syntax_error(at, f"the variable `{name}` is not defined{hint}")
        return found


def quoted(name: str) -> str:
    """A label, type or key as the engine reads it."""
    if "`" in name:
        raise UnsupportedCypherError("the embedded engine does not have names with a backtick in them")
    return f"`{name}`"


def stored(name: str) -> str:
    """A property's name in the engine."""
    full = PREFIX + name
    return full if _PLAIN.fullmatch(full) else quoted(full)


def string(text: str, context: Context) -> str:
    """A string literal; one with quotes, escapes or control characters travels as a parameter."""
    if text.isprintable() and "'" not in text and "\\" not in text:
        return f"'{text}'"
    name = context.fresh("s")
    context.extra[name] = text
    return f"${name}"


def property_type(name: str, context: Context) -> Type:
    """The type of a property of nodes and relationships; notes one that nothing has."""
    found = context.schema.properties.get(name)
    if found is None:
        near = get_close_matches(name, list(context.schema.properties), 1, 0.6)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        context.note(f"nothing in the graph has the property `{name}`, so it is null everywhere{hint}")
        return NULL
    return found


def refusal(message: str, context: Context) -> str:
    """An expression that fails when it is evaluated, with a message that the engine hands back.

    The engine has no way to raise; a regular expression that cannot be compiled is quoted in its error.
    """
    name = context.fresh("e")
    context.extra[name] = f"[<<{message}>>"
    return f"('' =~ ${name})"


@contextmanager
def hoisting(scope: Scope, row: Scope | None) -> Iterator[list[str]]:
    """Gathers the subqueries that must run before a clause, which may take what is bound in ``row``."""
    context = scope.context
    before = context.row, context.hoisted
    context.row = None if row is None else frozenset(binding.name for binding in row.names.values())
    context.hoisted = []
    try:
        yield context.hoisted
    finally:
        context.row, context.hoisted = before
