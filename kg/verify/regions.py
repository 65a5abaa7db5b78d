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


def check_region_years(
    nodes: Iterable[Node], edges: Iterable[Relationship], conflicts: Iterable[Conflict]
) -> Iterator[Finding]:
    """Adoptions, events and measurements against the validity of their region."""
    valid: dict[str, list[tuple[int, int]]] = {}
    own_year: dict[str, int] = {}
    for node in nodes:
        if node.label == "Region":
            valid[node.key] = [_span(text) for text in node.properties.get("valid", ())]
        elif "year" in node.properties:
            own_year[node.key] = node.properties["year"]
    noted = {(c.subject, value) for c in conflicts if c.kind == "region.validity" for value in c.values}
    for edge in edges:
        adopted = edge.type in ADOPTIONS
        region = edge.start if adopted else edge.end
        if region not in valid or edge.properties.get("source") == ONTOLOGY or edge.type in {"MENTIONS", "OF_REGION"}:
            continue
        said_by = edge.properties["source"] if edge.type == "APPLIES_TO" else edge.start
        year = edge.properties.get("year") if adopted else own_year.get(said_by)
        if year is None or _holds(valid[region], max(year, FIRST_LISTED)):
            continue
        if (region, str(year)) not in noted:
            yield Finding("region", edge.key, f"{edge.type} of {year} uses {region}, which was not there in that year")


def _holds(spans: list[tuple[int, int]], year: int) -> bool:
    return any(first - GRACE <= year <= last + GRACE for first, last in spans)


def _span(text: str) -> tuple[int, int]:
    first, _, last = text.partition("-")
    return int(first), int(last) if last else 9999
