"""The check that no region is used outside the years in which it was there, unless the conflicts say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cypher.elements import Node, Relationship
from kg.keys import ONTOLOGY
from kg.resolve.conflicts import Conflict
from kg.resolve.regions import FIRST_LISTED
from kg.verify.finding import Finding
from ontology.limits import GRACE
from ontology.schema import ADOPTIONS

_TIMELESS = {"MENTIONS", "OF_REGION"}


class RegionYears:
    """Adoptions, events and measurements against the validity of their region."""

    def __init__(self, conflicts: Iterable[Conflict]) -> None:
        """Begin without nodes; what ``conflicts`` note is no finding."""
        self._noted = {(c.subject, value) for c in conflicts if c.kind == "region.validity" for value in c.values}
        self._valid: dict[str, list[tuple[int, int]]] = {}
        self._own_year: dict[str, int] = {}

    def add(self, nodes: Iterable[Node]) -> None:
        """Take in what the nodes say of years; all of them come before the first check."""
        for node in nodes:
            if node.label == "Region":
                self._valid[node.key] = [_span(text) for text in node.properties.get("valid", ())]
            elif "year" in node.properties:
                self._own_year[node.key] = node.properties["year"]

    def check(self, edges: Iterable[Relationship]) -> Iterator[Finding]:
        """Those of ``edges`` that use a region in a year in which it was not there."""
        for edge in edges:
            adopted = edge.type in ADOPTIONS
            region = edge.start if adopted else edge.end
            ours = edge.properties.get("source") == ONTOLOGY or edge.type in _TIMELESS
            if region not in self._valid or ours:
                continue
            said_by = edge.properties["source"] if edge.type == "APPLIES_TO" else edge.start
            year = edge.properties.get("year") if adopted else self._own_year.get(said_by)
            if year is None or _holds(self._valid[region], max(year, FIRST_LISTED)):
                continue
            if (region, str(year)) not in self._noted:
                told = f"{edge.type} of {year} uses {region}, which was not there in that year"
                yield Finding("region", edge.key, told)


def _holds(spans: list[tuple[int, int]], year: int) -> bool:
    return any(first - GRACE <= year <= last + GRACE for first, last in spans)


def _span(text: str) -> tuple[int, int]:
    first, _, last = text.partition("-")
    return int(first), int(last) if last else 9999
