"""The agencies, documents and events of a region."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from cypher.elements import Node, Relationship
from kg.profile.facts import Facts

AGENCIES = ("region", "agency", "established", "abolished", "documents", "first_year", "last_year", "initiatives")
DOCUMENTS = ("region", "year", "date", "kind", "document", "number", "observes", "file")
EVENTS = ("region", "year", "date", "kind", "name", "about", "quote", "statement")


def agency_rows(facts: Facts, region: Node) -> Iterator[tuple[Any, ...]]:
    """Rows under ``AGENCIES``: those that most documents name first; ``initiatives``: how many they carry out."""
    own = {edge.start for edge in facts.edges["OF_REGION"] if edge.end in facts.keys[region.key]}
    sources: dict[str, set[str]] = defaultdict(set)
    for edge in facts.edges["MENTIONS"]:
        if edge.end in own:
            sources[edge.end].add(edge.start)
    work: dict[str, set[str]] = defaultdict(set)
    for edge in facts.edges["CARRIES_OUT"]:
        if edge.start in own:
            work[edge.start].add(edge.end)
    for key in sorted(own, key=lambda key: (-len(sources[key]), key)):
        told = facts.nodes[key].properties
        found = (facts.nodes[source].properties.get("year") for source in sources[key])
        years = sorted(year for year in found if year is not None)
        first, last = (years[0], years[-1]) if years else (None, None)
        dates = told.get("established"), told.get("abolished")
        yield region.properties["name"], told["name"], *dates, len(sources[key]), first, last, len(work[key])


def document_rows(facts: Facts, region: Node, years: tuple[int, int]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``DOCUMENTS``, by year; ``observes``: it tells of a whole year's work."""
    covers = {edge.start: edge for edge in facts.edges["COVERS"] if edge.end in facts.keys[region.key]}
    told = [(facts.nodes[key].properties, covers[key]) for key in covers]
    for node, edge in sorted(
        told, key=lambda pair: (pair[0].get("year") or 9999, pair[0].get("date") or "", pair[1].key)
    ):
        if years[0] <= (node.get("year") or years[0]) <= years[1]:
            yield (
                region.properties["name"], node.get("year"), node.get("date"), node.get("kind"), node["name"],
                node.get("number"), bool(edge.properties.get("observes")), node["paths"][0],
            )  # fmt: skip


def event_rows(facts: Facts, region: Node, years: tuple[int, int]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``EVENTS``, by date."""
    about = ends_of(facts.edges["ABOUT"])
    found = [
        (facts.nodes[e.start].properties, e) for e in facts.edges["HAPPENED_IN"] if e.end in facts.keys[region.key]
    ]
    for node, edge in sorted(
        found, key=lambda pair: (pair[0].get("year") or 9999, pair[0].get("date") or "9", pair[1].key)
    ):
        if years[0] <= (node.get("year") or years[0]) <= years[1]:
            names = sorted(
                str(facts.nodes[key].properties["name"]) for key in about.get(edge.start, ()) if key in facts.nodes
            )
            yield (
                region.properties["name"], node.get("year"), node.get("date"), node["kind"], node["name"], names,
                edge.properties.get("quote"), edge.key,
            )  # fmt: skip


def ends_of(edges: list[Relationship]) -> dict[str, list[str]]:
    """By start, the ends of ``edges``."""
    found: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        found[edge.start].append(edge.end)
    return found
