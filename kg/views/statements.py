"""Parallel relationships folded into one link, with every sentence behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cypher.elements import Node, Relationship
from extractors.text.folding import fold as fold_text
from kg.pictures.evidence import forms_at
from kg.views.appearance import palette
from ontology.schema import ADOPTIONS, schema

_TOLD_APART = ("key", "source", "quote", "start", "end", "rule", "confidence", "from", "year", "date", "status")


@dataclass(frozen=True, slots=True)
class Link:
    """All relationships of one type from one node to another.

    Attributes:
        start: index of the node they leave.
        end: index of the node they enter.
        kind: their type.
        statements: what each one states, as data for the page, sorted by year, then by key; of folded nodes ``n``, how
            many there are, by year.
        members: how many folded nodes it stands for; 0 where both its ends are drawn.
    """

    start: int
    end: int
    kind: str
    statements: list[dict[str, Any]]
    members: int = 0

    @property
    def status(self) -> str | None:
        """The strongest status that any of the statements gives."""
        given = {statement.get("status") for statement in self.statements}
        return next((status for status in reversed(list(schema().statuses)) if status in given), None)

    @property
    def width(self) -> float:
        """How thick it is drawn, in pixels: by its type and by how much states it."""
        told: int = sum(statement.get("n", 1) for statement in self.statements)
        return round(palette().relationship(self.kind).weight + 0.35 * min(told - 1, 8), 2)

    def as_data(self) -> list[Any]:
        """Its ends, its type, whether it is dashed, its width, its statements."""
        return [self.start, self.end, self.kind, self.status == "planned", self.width, self.statements]

    @property
    def first_year(self) -> int | None:
        """The first year that any of the statements speaks of."""
        return min((s["year"] for s in self.statements if "year" in s), default=None)


class Documents:
    """The documents that statements refer to, each listed once, in the order in which they are met."""

    def __init__(self, known: Mapping[str, Node]) -> None:
        self._known = known
        self._places: dict[str, int] = {}
        self.listed: list[dict[str, Any]] = []

    def place(self, source: str) -> int:
        """The place of a document in :attr:`listed`, where it is put when it is met first."""
        if source not in self._places:
            self._places[source] = len(self.listed)
            self.listed.append(_describe(source, self._known.get(source)))
        return self._places[source]

    def year(self, source: str) -> int | None:
        """The year a document reports on, else the one it is dated in."""
        node = self._known.get(source)
        return own_year(node.properties) if node else None


def own_year(properties: Mapping[str, Any]) -> int | None:
    """The year in the properties of a node or relationship: ``year``, else the one of ``date``."""
    year = properties.get("year")
    if isinstance(year, int) and not isinstance(year, bool):
        return year
    date = str(properties.get("date") or "")
    return int(date[:4]) if date[:4].isascii() and date[:4].isdigit() else None


def fold(
    relationships: Sequence[Relationship], places: Mapping[str, int], documents: Documents
) -> tuple[list[Link], int]:
    """Folds parallel relationships.

    Args:
        relationships: the relationships of the page, in any order.
        places: the index of each node by its key.
        documents: where the documents behind the statements are collected.

    Returns:
        The links, sorted by their ends and type; and how many relationships have an end that is no node of the page.
    """
    groups: dict[tuple[int, int, str], list[Relationship]] = {}
    outside = 0
    for relationship in sorted(relationships, key=lambda item: item.key):
        if relationship.start not in places or relationship.end not in places:
            outside += 1
            continue
        ends = (places[relationship.start], places[relationship.end], relationship.type)
        groups.setdefault(ends, []).append(relationship)
    links = []
    for (start, end, kind), group in sorted(groups.items()):
        statements = [_statement(relationship, places, documents) for relationship in group]
        statements.sort(key=lambda statement: (statement.get("year", 9999), statement["key"]))
        links.append(Link(start, end, kind, statements))
    return links, outside


def _statement(relationship: Relationship, places: Mapping[str, int], documents: Documents) -> dict[str, Any]:
    """What one relationship states, with the year of its document where it has none of its own.

    An adoption without a year stays without: when a region is said to have a reform is not when it began.
    """
    properties = relationship.properties
    statement: dict[str, Any] = {"key": relationship.key}
    for name in ("quote", "start", "end", "rule", "confidence", "from", "date", "status"):
        if properties.get(name) is not None:
            statement[name] = properties[name]
    source = str(properties.get("source") or "")
    from_document = source not in ("", "ontology")
    year = own_year(properties)
    if year is None and from_document and relationship.type not in ADOPTIONS:
        year = documents.year(source)
    if year is not None:
        statement["year"] = year
    kind, _, reform = str(properties.get("initiative") or relationship.end).partition("/")
    if kind == "initiative" and statement.get("quote"):
        quote = str(statement["quote"])
        statement["marks"] = forms_at(quote, reform, documents.year(source))
        if fold_text(reform) in fold_text(quote):
            statement["named"] = True
    if from_document:
        statement["document"] = documents.place(source)
    elif source:
        statement["listed"] = True
    # Keys of other nodes (the policy, the agency of an adoption) become names where the page has the node.
    more = {name: properties[name] for name in sorted(properties) if name not in _TOLD_APART}
    for name, value in more.items():
        if isinstance(value, str) and value in places:
            statement.setdefault("nodes", {})[name] = value
        elif value is not None and value is not False:
            statement.setdefault("more", {})[name] = value
    return statement


def _describe(source: str, node: Node | None) -> dict[str, Any]:
    if node is None:
        return {"key": source, "name": source}
    shown = ("name", "title", "number", "date", "year", "kind", "url", "paths")
    return {"key": source} | {name: node.properties[name] for name in shown if node.properties.get(name) is not None}
