"""Which years of which regions are observed, and how many regions there were: the denominators of a trace.

A region is observed in a year if a report, a work report or a year's plan covers it; ``ontology/observation.yaml`` says
which documents those are, and ``COVERS.observes`` whether one is. Regulations, notices and rows of catalogues are not;
the report of a functional area (大鹏新区) does not cover its city.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from cypher.elements import Node, Relationship
from kg.errors import GraphError
from ontology.regions import region_table


def observed_years(covers: Iterable[Relationship], documents: Mapping[str, Node]) -> dict[str, tuple[int, ...]]:
    """By region, the years that a document observes.

    Raises:
        GraphError: the graph was built before it said which documents observe.
    """
    edges = list(covers)
    if edges and not any("observes" in edge.properties for edge in edges):
        raise GraphError("this graph does not say which documents observe their region; build it again")
    found: dict[str, set[int]] = {}
    for edge in edges:
        document = documents.get(edge.start)
        year = document.properties.get("year") if document else None
        if document and year and edge.properties.get("observes"):
            found.setdefault(edge.end, set()).add(int(year))
    return {region: tuple(sorted(years)) for region, years in found.items()}


def regions_at(level: str, year: int, within: Collection[str] | None = None) -> int:
    """How many regions of ``level`` there were in ``year``; ``within``: of the regions of these keys and below them."""
    if within is None:
        return sum(change for since, change in _changes(level) if since <= year)
    table = region_table()
    held = (region for region in table if region.level == level and region.holds(year))
    return sum(1 for r in held if r.key in within or any(a.key in within for a in table.ancestors(r, year)))


@cache
def _changes(level: str) -> list[tuple[int, int]]:
    """The years in which regions of ``level`` came or went, and how many more there were then."""
    changes: Counter[int] = Counter()
    for region in region_table():
        if region.level == level:
            for span in region.spans:
                changes[span.from_year] += 1
                if span.to_year is not None:
                    changes[span.to_year] -= 1
    return sorted(changes.items())
