"""What superiors gave regions in a reform: a pilot approved, the name of a model, a practice promoted elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cypher.elements import Node, Relationship
from kg.tracing.background import against_launch
from kg.tracing.statements import Statement
from ontology.schema import schema

PILOT, MODEL, PROMOTED = "pilot_approved", "named_model", "promoted"
GIVEN = (PILOT, MODEL, PROMOTED)
"""Kinds of events by which a superior distinguishes a region."""
DESIGNATIONS = (
    "designation", "code", "region", "level", "scope", "decided_by", "initiative", "year", "date", "launch", "title",
    "statement", "quote",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Designation:
    """One sentence in which a superior distinguishes a region in the reform.

    Attributes:
        kind: one of ``GIVEN``.
        scope: the level of who gave it (``country``, ``province`` …); None where nothing tells.
        decided_by: the agencies that gave it, by name; empty where only the level is told.
        statement: what it says of the region and the initiative, at the stage ``designated``.
    """

    kind: str
    scope: str | None
    decided_by: tuple[str, ...]
    statement: Statement

    @property
    def by(self) -> str | None:
        """Who gave it: the agencies, else the level."""
        return "、".join(self.decided_by) or self.scope


def designations(
    about: Iterable[Relationship],
    touching: Mapping[str, Iterable[Relationship]],
    events: Mapping[str, Node],
    documents: Mapping[str, Node],
) -> list[Designation]:
    """The designations among events about a reform, the earliest first, one for each region in which one happened.

    Args:
        about: the ``ABOUT`` that end at the reform.
        touching: by event, its ``HAPPENED_IN`` and ``DECIDED_BY``.
        events: the events, by key.
        documents: the documents, by key.
    """
    found = []
    for edge in about:
        event = events.get(edge.start)
        if event is None or event.properties["kind"] not in GIVEN:
            continue
        beside = list(touching.get(edge.start, ()))
        agencies = sorted(each.end.split("/", 2)[2] for each in beside if each.type == "DECIDED_BY")
        document = documents.get(edge.properties["source"])
        for place in beside:
            statement = _statement(edge, place, event, document) if place.type == "HAPPENED_IN" else None
            if statement:
                kind, scope = str(event.properties["kind"]), event.properties.get("scope")
                found.append(Designation(kind, scope, tuple(agencies), statement))
    return sorted(found, key=lambda given: given.statement.order)


def _statement(edge: Relationship, place: Relationship, event: Node, document: Node | None) -> Statement | None:
    known = document.properties if document else {}
    told, date = known.get("year"), event.properties.get("date")
    year = event.properties.get("year") or told
    if not isinstance(year, int):
        return None
    return Statement(
        key=place.key,
        region=place.end,
        initiative=edge.end,
        stage="designated",
        year=year,
        date=date if date and len(date) > len("2018") else None,
        source=str(edge.properties["source"]),
        told=told,
        quote=str(edge.properties.get("quote", "")),
        by_rule=known.get("kind") in schema().policy_kinds,
        confidence=edge.properties.get("confidence"),
        start=edge.properties.get("start"),
        rule=edge.properties.get("rule"),
    )


def stated(found: Iterable[Designation], initiatives: Collection[str]) -> Iterator[Statement]:
    """The statements of ``found`` by which a superior took a region into one of the ``initiatives``.

    A practice that is promoted elsewhere was there before.
    """
    return (given.statement for given in found if given.kind != PROMOTED and given.statement.initiative in initiatives)


def designation_rows(
    found: Iterable[Designation], regions: Mapping[str, Node], documents: Mapping[str, Node], launched: int | None
) -> Iterator[tuple[Any, ...]]:
    """Rows under ``DESIGNATIONS``, the earliest first."""
    for given in found:
        statement, place = given.statement, regions[given.statement.region].properties
        document = documents.get(statement.source)
        yield (
            given.kind, place["code"], place["name"], place["level"], given.scope, "、".join(given.decided_by) or None,
            statement.initiative.partition("/")[2], statement.year, statement.date,
            against_launch(statement.year, launched), document.properties["name"] if document else None, statement.key,
            statement.quote,
        )  # fmt: skip
