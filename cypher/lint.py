"""Checks named queries against the ontology: that they parse, type and use their parameters, and name what exists."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from cypher.errors import CypherError
from cypher.gate import require_read_only
from cypher.named import NamedQuery
from cypher.syntax.clauses import parse
from cypher.syntax.tree.expressions import MapLiteral, Property, Variable
from cypher.syntax.tree.part import Part, walk
from cypher.syntax.tree.patterns import HasLabels, LabelExpression, NodePattern, RelationshipPattern
from cypher.translate.query import translate_query
from cypher.translate.schema import Schema
from cypher.translate.types import Type, of_kinds

_KINDS = {
    "string": "string",
    "date": "string",
    "integer": "integer",
    "float": "float",
    "boolean": "boolean",
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a query may name.

    Attributes:
        labels: node labels.
        types: relationship types.
        properties: type of each property by name, of nodes and relationships together, as the ontology names types.
    """

    labels: Collection[str]
    types: Collection[str]
    properties: Mapping[str, str]

    def schema(self) -> Schema:
        """The schema of a graph that has all of it."""
        properties = {name: _type(kind) for name, kind in {"key": "string", **self.properties}.items()}
        return Schema(properties, dict.fromkeys(self.labels, 1), dict.fromkeys(self.types, 1), len(self.labels))


def _type(kind: str) -> Type:
    if kind == "strings":
        return Type(frozenset({"list"}), True, of_kinds("string", nullable=False))
    return of_kinds(_KINDS[kind])


def lint(query: NamedQuery, vocabulary: Vocabulary) -> Iterator[str]:
    """What is wrong with a named query, one sentence each; nothing for one that is fine.

    Args:
        query: the query.
        vocabulary: the ontology's labels, types and properties.
    """
    try:
        require_read_only(query.text)
        tree = parse(query.text)
        values = {p.name: _stand_in(p.type) for p in query.parameters} | query.defaults()
        columns = translate_query(query.text, vocabulary.schema(), values).columns
    except CypherError as error:
        yield f"{query.name}: {error}"
        return
    if columns != query.returns:
        yield f"{query.name}: it returns {', '.join(columns)}, and announces {', '.join(query.returns)}"
    for kind, name in sorted(set(_names(tree))):
        known = _known(kind, vocabulary)
        if name not in known:
            near = get_close_matches(name, known, 1, 0.6)
            yield f"{query.name}: the ontology has no {kind} {name}" + (f"; did you mean {near[0]}?" if near else "")


def _stand_in(kind: str) -> Any:
    return {"int": 1, "float": 1.0, "boolean": True, "initiatives": ["x"]}.get(kind, "x")


def _known(kind: str, vocabulary: Vocabulary) -> Collection[str]:
    if kind == "property":
        return [*vocabulary.properties, "key"]
    if kind == "label or type":
        return [*vocabulary.labels, *vocabulary.types]
    return vocabulary.labels if kind == "label" else vocabulary.types


def _names(tree: Part) -> Iterator[tuple[str, str]]:
    """Labels, types and properties that a query names, those of the maps that it makes left out."""
    patterns = [part for part in walk(tree) if isinstance(part, NodePattern | RelationshipPattern)]
    maps = [part for part in walk(tree) if isinstance(part, MapLiteral)]
    own = {name for each in maps if all(each is not p.properties for p in patterns) for name, _ in each.items}
    for part in walk(tree):
        if isinstance(part, NodePattern):
            yield from _label_names("label", part.labels)
        elif isinstance(part, RelationshipPattern):
            yield from _label_names("relationship type", part.types)
        elif isinstance(part, HasLabels):
            yield from _label_names("label or type", part.labels)
        elif isinstance(part, Property) and isinstance(part.of, Variable) and part.name not in own:
            yield "property", part.name
        if isinstance(part, NodePattern | RelationshipPattern) and isinstance(part.properties, MapLiteral):
            yield from (("property", name) for name, _ in part.properties.items)


def _label_names(kind: str, labels: LabelExpression | None) -> Iterator[tuple[str, str]]:
    parts = walk(labels) if labels else ()
    return ((kind, part.name) for part in parts if isinstance(part, LabelExpression) and not part.operator)
