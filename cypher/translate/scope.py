"""The names that are bound at one place of a query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from cypher.syntax.tree.expressions import Expression
from cypher.translate.context import Context
from cypher.translate.types import Type


@dataclass(frozen=True, slots=True)
class Binding:
    """A bound name: what the engine calls it, and its type."""

    name: str
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
