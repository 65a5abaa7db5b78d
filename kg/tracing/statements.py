"""What sentences state of regions and a reform: plans, deeds, rules, and bare mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from cypher.elements import Node, Relationship
from extractors.text.folding import fold
from kg.tracing.forms import form_in
from kg.tracing.words import MENTION
from ontology.schema import schema


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence about a region and the traced reform.

    Attributes:
        key: key of its relationship.
        region: key of the region.
        initiative: key of the initiative, which is a part of the traced one where those are traced too.
        stage: one of ``words.STAGES``, or ``words.MENTION``.
        year: what it speaks of; without a year of its own, the year of its document.
        date: the day or month, where the sentence has one in that year.
        source: key of the document.
        told: the year of the document: when it was said.
        quote: the sentence.
        confidence: how likely the sentence was read right; None where nobody can tell.
        unsure: it would state more than a mention, if that were likelier.
        by_rule: it stands in a regulation, a notice or the like, which tells of one matter and not of a year.
        start: where the sentence begins in the document's text.
        rule: name of the rule that read it.
    """

    key: str
    region: str
    initiative: str
    stage: str
    year: int
    date: str | None
    source: str
    told: int | None
    quote: str
    by_rule: bool
    confidence: float | None = None
    unsure: bool = False
    start: int | None = None
    rule: str | None = None

    @property
    def order(self) -> tuple[int, str, str, str]:
        """Earliest first; in a year the dated ones before those without a date."""
        return self.year, self.date or "9", self.source, self.key


def adoption(edge: Relationship, documents: Mapping[str, Node]) -> Statement | None:
    """The statement of an ``ADOPTED``; None without any year.

    A regulation lays down the reform that is its own subject; one that it names in passing, it only mentions.
    """
    properties = edge.properties
    source = documents.get(properties["source"])
    known = source.properties if source else {}
    stage = str(properties["status"])
    if properties.get("laid_down") and stage != "planned":
        title, name = str(known.get("title") or known.get("name") or ""), edge.end.partition("/")[2]
        stage = "laid_down" if form_in(title, name, known.get("year")) else MENTION
    return _statement(edge, edge.start, edge.end, stage, properties.get("year"), properties.get("date"), known)


def mentions(
    edges: Iterable[Relationship], documents: Mapping[str, Node], covered: Mapping[str, str]
) -> Iterator[Statement]:
    """The bare mentions of ``CONCERNS``: of the region that the document covers, in the document's year."""
    for edge in edges:
        source = documents.get(edge.properties["source"])
        region = covered.get(source.key) if source else None
        if source and region:
            found = _statement(edge, region, edge.end, MENTION, None, None, source.properties)
            if found:
                yield found


def weighed(statement: Statement, least: float) -> Statement:
    """``statement``, or a mention where it was read right with less probability than ``least``."""
    unsure = statement.confidence is not None and statement.confidence < least
    return replace(statement, stage=MENTION, unsure=statement.stage != MENTION) if unsure else statement


def has_name(statement: Statement) -> bool:
    """Whether the sentence has the name of its initiative, with or without quotation marks."""
    return fold(statement.initiative.partition("/")[2]) in fold(statement.quote)


def _statement(
    edge: Relationship,
    region: str,
    initiative: str,
    stage: str,
    year: int | None,
    date: str | None,
    document: Mapping[str, object],
) -> Statement | None:
    told = document.get("year")
    when = year or told
    if not isinstance(when, int):
        return None
    return Statement(
        edge.key,
        region,
        initiative,
        stage,
        when,
        date if date and int(date[:4]) == when else None,
        str(edge.properties["source"]),
        told if isinstance(told, int) else None,
        str(edge.properties.get("quote", "")),
        document.get("kind") in schema().policy_kinds,
        edge.properties.get("confidence"),
        start=edge.properties.get("start"),
        rule=edge.properties.get("rule"),
    )
