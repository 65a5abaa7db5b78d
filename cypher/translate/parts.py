"""What stands in a part of a query's tree: aggregates, variables, patterns where a Boolean is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from cypher.syntax.tree import Binary, Call, PatternPredicate, Subquery, Unary, Variable
from cypher.translate.scope import Scope
from cypher.translate.signatures import AGGREGATES, REFUSED_AGGREGATES


def aggregates(part: Any) -> bool:
    """Whether an aggregating function stands in this part of a tree, subqueries left out."""
    if isinstance(part, Call) and part.name.lower() in (*AGGREGATES, *REFUSED_AGGREGATES):
        return True
    if isinstance(part, tuple):
        return any(aggregates(item) for item in part)
    if is_dataclass(part) and not isinstance(part, Subquery):
        return any(aggregates(getattr(part, field.name)) for field in fields(part))
    return False


def refuse_patterns(part: Any, scope: Scope, is_boolean: bool = False) -> None:
    """Refuses a pattern that stands where no Boolean is asked for (``RETURN (a)-->()``), as Neo4j 5 does."""
    if isinstance(part, PatternPredicate):
        if not is_boolean:
            raise scope.context.syntax_error(
                part, "a pattern may stand only where a Boolean is asked for; write exists((a)-->()) or a comprehension"
            )
        return
    if isinstance(part, tuple):
        for item in part:
            refuse_patterns(item, scope, is_boolean)
    elif is_dataclass(part) and not isinstance(part, Subquery):
        words = isinstance(part, Unary | Binary) and part.operator in ("NOT", "AND", "OR", "XOR")
        exists = isinstance(part, Call) and part.name.lower() == "exists"
        for field in fields(part):
            tests = field.name == "where" or (field.name == "branches" and getattr(part, "subject", None) is None)
            refuse_patterns(getattr(part, field.name), scope, words or exists or tests)


def variables(part: Any) -> Iterator[str]:
    """The names of variables in a part of a tree, those of its patterns among them."""
    if isinstance(part, Variable):
        yield part.name
    bound = getattr(part, "variable", None)
    if isinstance(bound, str):
        yield bound
    if isinstance(part, tuple):
        for item in part:
            yield from variables(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from variables(getattr(part, field.name))
