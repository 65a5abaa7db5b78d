"""What the shell completes: labels, types, properties, named queries, keywords, functions, commands, and names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from cypher.elements import Node
from cypher.named import QueryParameter, named_queries
from cypher.output import FORMATS
from ontology.errors import ReformkgError
from ontology.schema import schema

COMMANDS = {
    ":named": "ask a named query: :named first_adopters initiative=一网通办",
    ":queries": "list the named queries, what they ask and their parameters",
    ":param": "set a parameter for $name and :named: :param year=2019 (:param year= forgets it, :param lists all)",
    ":format": f"how rows are written from now on: {', '.join(FORMATS)}",
    ":explain": "show the plan of a query: :explain MATCH (n:Region) RETURN n;",
    ":help": "show this (help)",
    ":quit": "leave (quit, exit, Ctrl-D)",
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
    queries: Mapping[str, tuple[QueryParameter, ...]]
    """The parameters of each named query, by its name."""
    names: Callable[[str], tuple[str, ...]] = lambda _label: ()
    """The names of the nodes of a label, for what stands in quotation marks or behind a parameter."""


class Names:
    """The names of the nodes of a graph by label, each label read when it is first asked for."""

    def __init__(self, nodes: Callable[[str], Iterable[Node]]) -> None:
        """``nodes`` gives those of a label."""
        self._nodes = nodes
        self._found: dict[str, tuple[str, ...]] = {}

    def __call__(self, label: str) -> tuple[str, ...]:
        """The names of the nodes of ``label``, sorted; none where the graph cannot be reached: typing goes on."""
        if label not in self._found:
            try:
                names = {str(node.properties["name"]) for node in self._nodes(label)}
            except ReformkgError:
                names = set()
            self._found[label] = tuple(sorted(names))
        return self._found[label]


def vocabulary(nodes: Callable[[str], Iterable[Node]] | None = None) -> Vocabulary:
    """The words of the ontology, of the named queries, and of a graph that gives its ``nodes`` by label."""
    words = _words()
    return replace(words, names=Names(nodes)) if nodes else words


@cache
def _words() -> Vocabulary:
    found = schema()
    return Vocabulary(
        tuple(found.labels),
        tuple(found.relationships),
        tuple(sorted({*found.node_properties(), *found.relationship_properties()})),
        {query.name: query.parameters for query in named_queries()},
    )
