"""Translates a whole query: parse, check, and say it in the engine's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from cypher.elements import Node, Path, Relationship
from cypher.errors import ParameterError, UnsupportedCypherError
from cypher.procedures import PROCEDURES
from cypher.syntax.clauses import parse
from cypher.syntax.procedures import ROW
from cypher.syntax.tree.clauses import Projection, Query, Unwind
from cypher.syntax.tree.expressions import Parameter
from cypher.translate import access, comparisons, functions, label_tests, loops, operators, subqueries, values
from cypher.translate.clauses import Column, query_text
from cypher.translate.context import Context
from cypher.translate.parts import aggregates
from cypher.translate.schema import Schema
from cypher.translate.scope import Scope
from cypher.translate.spelling import quoted_parameter
from cypher.translate.types import Type, type_of_value

# Imported for what they register.
REGISTERED = (access, comparisons, functions, label_tests, loops, operators, subqueries, values)


@dataclass(frozen=True, slots=True)
class Translation:
    """A query for the engine.

    Attributes:
        text: the query in the engine's words.
        parameters: for the engine, under its names.
        found: the columns.
        notes: remarks for the reader.
        taken: the names of the query's parameters under the engine's names.
        read: the values of parameters that the text rests on.
        timed: whether it rests on the moment at which it was made.
        distinct: whether equal rows must come once although 1 and 1.0 are among them.
        grouped: the columns that group, where 1 and 1.0 may be among them.
    """

    text: str
    parameters: Mapping[str, Any]
    found: tuple[Column, ...]
    notes: tuple[str, ...]
    taken: Mapping[str, str]
    read: Mapping[str, Any]
    timed: bool
    distinct: bool
    grouped: tuple[int, ...]

    def given(self, parameters: Mapping[str, Any]) -> Translation | None:
        """The same translation for other parameters of the same types; None where it would be another one."""
        if any(parameters[name] != value for name, value in self.read.items()):
            return None
        handed = {code: parameters[name] for code, name in self.taken.items()}
        return replace(self, parameters={**self.parameters, **handed})

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.found)

    def finish(self, rows: tuple[tuple[Any, ...], ...]) -> tuple[tuple[Any, ...], ...]:
        """The rows as Neo4j gives them, to which 1 and 1.0 are one value where rows are made distinct or grouped.

        Raises:
            UnsupportedCypherError: two groups would have to become one.
        """
        if self.distinct:
            seen: dict[Any, tuple[Any, ...]] = {}
            for row in rows:
                seen.setdefault(_key(row), row)
            return tuple(seen.values())
        if self.grouped and len({_key([row[i] for i in self.grouped]) for row in rows}) < len(rows):
            raise UnsupportedCypherError(
                "the embedded engine does not have grouping by values that are equal but differ in type, "
                "such as 1 and 1.0; write toFloat(…)"
            )
        return rows


def _key(value: Any) -> Any:
    """A hashable stand-in that is equal for values that Neo4j takes for one."""
    if isinstance(value, bool):
        return ("boolean", value)
    if isinstance(value, dict):
        return ("map", tuple(sorted((name, _key(item)) for name, item in value.items())))
    if isinstance(value, list | tuple):
        return ("list", tuple(_key(item) for item in value))
    if isinstance(value, Path):
        return ("path", tuple(n.key for n in value.nodes), tuple(r.key for r in value.relationships))
    if isinstance(value, Node | Relationship):
        return (type(value).__name__, value.key)
    return value


def translate_query(query: str, schema: Schema, parameters: Mapping[str, Any]) -> Translation:
    """A query of Neo4j's dialect, checked and put into the engine's.

    Raises:
        CypherSyntaxError: it is no Cypher, or names what is not there.
        CypherTypeError: an operation on values that it does not take.
        UnsupportedCypherError: the engine does not have what it asks for.
        WriteRefusedError: it would write.
        ParameterError: a parameter is missing, not used, or of a type that no query takes.
    """
    tree = parse(query)
    types_of(parameters)
    described = _described(tree, schema)
    parameters = {**parameters, **described}
    context = Context(query, schema, parameters)
    text, columns = query_text(tree, Scope(context))
    unused = sorted(set(parameters) - context.used - set(described))
    if unused:
        raise ParameterError(f"the query has no parameter {', '.join('$' + name for name in unused)}")
    handed = {quoted_parameter(name): parameters[name] for name in context.used} | context.extra
    return Translation(
        text,
        handed,
        tuple(columns),
        tuple(context.notes),
        {quoted_parameter(name): name for name in context.used - set(described)},
        {name: parameters[name] for name in context.read},
        context.timed,
        *_rows_to_check(tree, columns),
    )


def _described(tree: Query, schema: Schema) -> dict[str, Any]:
    """The rows of the procedure that the query begins with, as the parameter that stands for them."""
    first = tree.branches[0][0]
    if not isinstance(first, Unwind) or first.variable != ROW or not isinstance(first.source, Parameter):
        return {}
    return {first.source.name: PROCEDURES[first.source.name].rows(schema)}


def types_of(parameters: Mapping[str, Any]) -> tuple[tuple[str, Type], ...]:
    """The names of parameters with the types of their values.

    Raises:
        ParameterError: a value is of a type that no query takes.
    """
    found = []
    for name, value in sorted(parameters.items()):
        try:
            found.append((name, type_of_value(value)))
        except TypeError as error:
            raise ParameterError(
                f"the parameter ${name} holds a value of the type {error}, which Cypher does not have"
            ) from error
    return tuple(found)


def _rows_to_check(tree: Query, columns: list[Column]) -> tuple[bool, tuple[int, ...]]:
    clashing = any(column.type.mixed for column in columns)
    if not clashing:
        return False, ()
    if len(tree.branches) > 1:
        return not tree.all, ()
    last = tree.branches[0][-1]
    if not isinstance(last, Projection):
        return False, ()
    if last.distinct:
        return True, ()
    if any(aggregates(item.expression) for item in last.items):
        keys = {item.name for item in last.items if not aggregates(item.expression)}
        return False, tuple(i for i, column in enumerate(columns) if column.name in keys)
    return False, ()
