"""Which region-years have a document at all, and which a report: the denominators of rates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cypher.elements import Node
from kg.tracing.source import Source

COLUMNS = ("code", "region", "level", "year", "documents", "observing", "files")
_REGION = COLUMNS[:3]


@dataclass(slots=True)
class Coverage:
    """The documents of a graph by region and year.

    Attributes:
        regions: the region nodes that any document covers, by key.
        documents: by region key and year (None: no year), the documents, by key.
        observing: the documents that tell of a whole year's work (``COVERS.observes``), by key.
        of_areas: documents of functional areas, each with its area and the region of that, which it does not cover.
        without_region: documents that cover no region.
    """

    regions: dict[str, Node] = field(default_factory=dict)
    documents: dict[str, dict[int | None, list[Node]]] = field(default_factory=dict)
    observing: set[str] = field(default_factory=set)
    of_areas: list[tuple[Node, Node, Node]] = field(default_factory=list)
    without_region: list[Node] = field(default_factory=list)

    def years(self) -> dict[str, list[int]]:
        """By region key, the years that a document speaks of."""
        return {key: sorted(y for y in by_year if y is not None) for key, by_year in self.documents.items()}

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Rows under ``COLUMNS``, by region key and year; then the documents of areas, and those without a region."""
        for key in sorted(self.documents):
            properties = self.regions[key].properties
            for year, documents in sorted(self.documents[key].items(), key=lambda item: item[0] or 0):
                files = sorted(path for document in documents for path in document.properties["paths"])
                counts = len(documents), sum(1 for document in documents if document.key in self.observing)
                yield properties["code"], properties["name"], properties["level"], year, *counts, files
        for document, area, region in self.of_areas:
            told = document.properties
            yield region.properties["code"], area.properties["name"], "area", told.get("year"), 1, 0, told["paths"]
        for document in self.without_region:
            yield None, None, None, document.properties.get("year"), 1, 0, document.properties["paths"]

    def matrix(self, counted: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        """A row a region, a column a year from the first to the last that any document speaks of.

        Args:
            counted: ``documents`` or ``observing``, what the cells count; a cell without any is None.

        Returns:
            The columns, and the rows by region key. Documents without a year, or of an area, are in none.
        """
        of_region = {key: {y: d for y, d in by.items() if y is not None} for key, by in self.documents.items()}
        known = {year for by_year in of_region.values() for year in by_year}
        years = range(min(known), max(known) + 1) if known else range(0)
        rows = []
        for key in sorted(of_region):
            properties = self.regions[key].properties
            cells = [self._count(of_region[key].get(year, ()), counted) for year in years]
            rows.append((properties["code"], properties["name"], properties["level"], *cells))
        return (*_REGION, *map(str, years)), rows

    def _count(self, documents: Iterable[Node], counted: str) -> int | None:
        return sum(1 for d in documents if counted == "documents" or d.key in self.observing) or None


def coverage(graph: Source) -> Coverage:
    """The coverage of ``graph``: a document covers its own region in the year that it speaks of."""
    found = Coverage()
    documents = {node.key: node for node in graph.nodes("Document")}
    regions = {node.key: node for node in graph.nodes("Region")}
    covered: set[str] = set()
    for edge in graph.relationships("COVERS"):
        document, region = documents.get(edge.start), regions.get(edge.end)
        if document is None or region is None:
            continue
        covered.add(document.key)
        if edge.properties.get("observes"):
            found.observing.add(document.key)
        found.regions[region.key] = region
        by_year = found.documents.setdefault(region.key, {})
        by_year.setdefault(document.properties.get("year"), []).append(document)
    found.of_areas = _of_areas(graph, documents, regions)
    covered |= {document.key for document, _, _ in found.of_areas}
    for by_year in found.documents.values():
        for of_year in by_year.values():
            of_year.sort(key=lambda node: node.key)
    found.without_region = [node for key, node in documents.items() if key not in covered]
    return found


def _of_areas(
    graph: Source, documents: Mapping[str, Node], regions: Mapping[str, Node]
) -> list[tuple[Node, Node, Node]]:
    areas = {node.key: node for node in graph.nodes("Area")}
    hosts = {(e.start, e.properties["source"]): regions.get(e.end) for e in graph.relationships("IN_REGION")}
    found = []
    for edge in graph.relationships("OF_AREA"):
        document, area, host = documents.get(edge.start), areas.get(edge.end), hosts.get((edge.end, edge.start))
        if document is not None and area is not None and host is not None:
            found.append((document, area, host))
    return sorted(found, key=lambda one: (one[2].key, one[1].key, one[0].properties.get("year") or 0, one[0].key))
