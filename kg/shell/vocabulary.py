"""What the shell completes: labels, relationship types, properties, named queries, keywords, functions and commands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from cypher.named import named_queries
from ontology.schema import schema

COMMANDS = {
    ":named": "ask a named query: :named first_adopters initiative=一网通办",
    ":explain": "show the plan of a query: :explain MATCH (n:Region) RETURN n;",
    ":help": "show this",
    ":quit": "leave",
}
"""What each command of the shell does; the first word is what is typed."""

KEYWORDS = (
    "AND", "AS", "ASC", "CALL", "CASE", "CONTAINS", "COUNT", "DESC", "DISTINCT", "ELSE", "END", "ENDS WITH", "EXISTS",
    "IN", "IS NOT NULL", "IS NULL", "LIMIT", "MATCH", "NOT", "OPTIONAL MATCH", "OR", "ORDER BY", "RETURN", "SKIP",
    "STARTS WITH", "THEN", "UNION", "UNWIND", "WHEN", "WHERE", "WITH",
)  # fmt: skip
FUNCTIONS = (
    "avg", "coalesce", "collect", "count", "endNode", "head", "keys", "labels", "last", "length", "max", "min", "nodes",
    "properties", "range", "relationships", "size", "startNode", "substring", "sum", "toFloat", "toInteger", "toString",
    "type",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by where they may stand."""

    labels: tuple[str, ...]
    types: tuple[str, ...]
    properties: tuple[str, ...]
    queries: dict[str, tuple[str, ...]]
    """The parameters of each named query, by its name."""


@cache
def vocabulary() -> Vocabulary:
    """The words of the ontology and of the named queries."""
    found = schema()
    return Vocabulary(
        tuple(found.labels),
        tuple(found.relationships),
        tuple(sorted({*found.node_properties(), *found.relationship_properties()})),
        {query.name: tuple(p.name for p in query.parameters) for query in named_queries()},
    )
