"""Whose the documents are and when they were said, and what their regions are to each other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from cypher.elements import Node
from kg.shared_text.sentences import Origin
from kg.tracing.background import Superiors
from kg.tracing.ground import by_label, by_type, regions_below
from kg.tracing.source import Source, find_initiative
from kg.tracing.successors import heirs

_LABELS = ("Document", "Region", "Initiative")
_TYPES = ("COVERS", "PART_OF", "SUCCEEDED_BY", "SPLIT_FROM")
SUPERIOR, BELOW, SIBLING, PROVINCE, OTHER = ("superior", "below", "same superior", "same province", "other")
"""What the region of the first document is to that of the other one, in the year in which the later one was said."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before a text is read.

    Attributes:
        origins: the documents that are compared, by hash of their texts.
        initiative: the name of the initiative whose sentences alone count.
        shown: the regions of which one document of each two is; None for all.
        relation: what the first region is to the other.
    """

    origins: Mapping[str, Origin]
    initiative: str | None
    shown: frozenset[str] | None
    relation: Callable[[Origin, Origin], str]


def read_origins(
    source: Source, initiative: str | None, regions: Collection[str], years: tuple[int, int] | None
) -> Known:
    """Read ``source``.

    Raises:
        SelectionError: for an unknown initiative or region.
    """
    nodes = by_label(source.nodes(*_LABELS), _LABELS)
    edges = by_type(source.relationships(*_TYPES), _TYPES)
    superiors = Superiors(edge for edge in edges["PART_OF"] if edge.start.startswith("region/"))
    became = heirs([*edges["SUCCEEDED_BY"], *edges["SPLIT_FROM"]], nodes["Region"])
    found = find_initiative(nodes["Initiative"].values(), initiative) if initiative else None
    shown = regions_below(nodes["Region"].values(), edges["PART_OF"], regions) if regions else None
    origins = {}
    for edge in edges["COVERS"]:
        document, region = nodes["Document"].get(edge.start), nodes["Region"].get(edge.end)
        said = _said(document, bool(edge.properties.get("observes"))) if document else None
        if document is None or region is None or said is None or not _within(document, years):
            continue
        told, place = document.properties, became.get(edge.end, edge.end)
        origins[str(told["text_sha256"])] = Origin(
            document.key,
            str(told["name"]),
            edge.end,
            str(region.properties["name"]),
            str(region.properties["code"]),
            place,
            said,
        )
    return Known(
        origins,
        str(found.properties["name"]) if found else None,
        shown,
        lambda one, other: _relation(superiors, one, other),
    )


def _said(document: Node, reports: bool) -> str | None:
    """The date of ``document`` as far as it is known; a report without one is of the year after the one it is on."""
    date, year = document.properties.get("date"), document.properties.get("year")
    return str(date) if date else None if year is None else str(int(year) + reports)


def _within(document: Node, years: tuple[int, int] | None) -> bool:
    return years is None or years[0] <= (document.properties.get("year") or -1) <= years[1]


def _relation(superiors: Superiors, one: Origin, other: Origin) -> str:
    year = int(max(one.said[:4], other.said[:4]))
    above_one, above_other = (_above(superiors, region, year) for region in (one.region, other.region))
    if one.region in above_other:
        return SUPERIOR
    if other.region in above_one:
        return BELOW
    if above_one[:1] == above_other[:1]:
        return SIBLING
    same = superiors.province(one.region, year) == superiors.province(other.region, year)
    return PROVINCE if same else OTHER


def _above(superiors: Superiors, region: str, year: int) -> list[str]:
    """The regions above ``region``, the nearest first."""
    found: list[str] = []
    above = superiors.of(region, year)
    while above is not None and above not in found:
        found.append(above)
        above = superiors.of(above, year)
    return found
