"""A graph in which what is a functional area's is its region's: what ``--with-areas`` asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cypher.elements import Node, Relationship
from kg.model import KnowledgeGraph

if TYPE_CHECKING:
    from kg.tracing.source import Source

_OF_LABEL = {
    "document": "COVERS",
    "policy": "APPLIES_TO",
    "agency": "OF_REGION",
    "event": "HAPPENED_IN",
    "measurement": "MEASURED_IN",
}
"""By what the key of its start begins with, the type that an ``OF_AREA`` becomes."""
_BECOMES = {"AREA_ADOPTED": {"ADOPTED"}, "OF_AREA": set(_OF_LABEL.values())}
AREA = "area/"
"""How the key of an area begins."""


def with_areas(graph: KnowledgeGraph) -> KnowledgeGraph:
    """``graph`` without its areas, whose relationships are those of their regions and name the area (``area``)."""
    folded = WithAreas(graph)
    return KnowledgeGraph(folded.nodes(), folded.relationships())


class WithAreas:
    """A source in which the statements of areas are those of the region that the same document puts them in.

    A relationship keeps its key. What an area became (坪山新区, 坪山区) is left out: its region lives on.
    """

    def __init__(self, base: Source) -> None:
        """Read ``base`` when something is asked for."""
        self._base = base

    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes but the areas, or those of ``labels``, by key."""
        return (node for node in self._base.nodes(*labels) if node.label != "Area")

    def relationships(self, *kinds: str, to: Collection[str] | None = None) -> Iterator[Relationship]:
        """All relationships, or those of types ``kinds``, by key; given ``to``, those that end at one of its keys."""
        asked = {*kinds, *(kind for kind, others in _BECOMES.items() if others & {*kinds})} if kinds else set()
        ends = None if to is None else {*to, *(area for area, host in self._names_of_hosts if host in to)}
        for edge in self._base.relationships(*sorted(asked), to=ends):
            moved = self._moved(edge)
            if moved and (not kinds or moved.type in kinds) and (to is None or moved.end in to):
                yield moved

    def _moved(self, edge: Relationship) -> Relationship | None:
        if edge.type == "IN_REGION":
            return None
        if edge.start.startswith(AREA):
            if edge.type == "SUCCEEDED_BY":
                return None
            kind = "ADOPTED" if edge.type == "AREA_ADOPTED" else edge.type
            start = self._host(edge.start, edge)
            return replace(edge, type=kind, start=start, properties=self._named(edge, edge.start))
        if edge.type == "OF_AREA":
            kind, properties = _OF_LABEL[edge.start.partition("/")[0]], self._named(edge, edge.end)
            properties |= {"observes": False} if kind == "COVERS" else {}
            return replace(edge, type=kind, end=self._host(edge.end, edge), properties=properties)
        return edge

    def _named(self, edge: Relationship, area: str) -> dict[str, Any]:
        return {**edge.properties, "area": area.split("/", 2)[2]}

    def _host(self, area: str, edge: Relationship) -> str:
        of_source = self._hosts.get((area, str(edge.properties.get("source"))))
        return of_source or self._hosts[area, ""]

    @cached_property
    def _hosts(self) -> dict[tuple[str, str], str]:
        """The region of each area by the source that says so; under no source, that of the first key."""
        found: dict[tuple[str, str], str] = {}
        for edge in self._base.relationships("IN_REGION"):
            for source in (str(edge.properties["source"]), ""):
                known = found.get((edge.start, source))
                found[edge.start, source] = min(edge.end, known) if known else edge.end
        return found

    @cached_property
    def _names_of_hosts(self) -> set[tuple[str, str]]:
        return {(area, host) for (area, _), host in self._hosts.items()}
