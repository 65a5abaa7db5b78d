"""Places that are named, not meant by a level word, behind which a body may stand."""

from __future__ import annotations

from typing import NamedTuple

from extractors.analysis import Analysis
from extractors.text.marks import JOINTS
from ontology.regions import Region
from ontology.rules import Rule

LIST_JOINTS = frozenset(JOINTS)
_FURTHEST = 1000  # characters between a region and a level word beyond which they are in no sentence that one reads


class Place(NamedTuple):
    """A region named at ``start:end`` of the folded text; ``zone`` names a new area in it, or is empty."""

    start: int
    end: int
    region: Region
    zone: str


def named_places(analysis: Analysis) -> list[Place]:
    """Regions and zones that are named, not meant by a level word, in the folded text; blocs are left out."""
    folded = analysis.folded
    named: dict[tuple[int, int], list[Region]] = {}
    for mentioned in analysis.regions:
        if mentioned.mention.rule in {Rule.REGION_FULL, Rule.REGION_SHORT}:
            span = (folded.place(mentioned.mention.start), folded.place(mentioned.mention.end))
            named.setdefault(span, []).append(mentioned.region)
    found = [Place(*span, regions[0], "") for span, regions in named.items() if len(regions) == 1]
    zones = (hit for hit in analysis.places_then if hit.name.kind == "zone")
    found += [Place(hit.start, hit.end, hit.name.regions[-1], hit.name.word) for hit in zones]
    return sorted(found, key=lambda place: place[:2])


def outermost(places: list[Place], index: int) -> int:
    """The first of the regions that stand one in another up to ``index``: 四川|绵阳市; not 江苏省|浙江省."""
    while index and places[index - 1].end == places[index].start:
        if places[index - 1].region.level == places[index].region.level:
            break
        index -= 1
    return index


def named_before(text: str, places: list[Place], index: int, start: int, word: str, joined: bool) -> Region | None:
    """The region named last in the same sentence whose level ``word`` says: 船山区试点后,区|行政审批局成立.

    ``joined`` says that the level word is joined to another (市、区司法局), which means no single region.
    """
    if word == "自治区" or joined:
        return None
    for at in range(index - 1, max(-1, index - 7), -1):
        begin, end, region, zone = places[at]
        if start - end > _FURTHEST or "\n" in text[end:start] or "。" in text[end:start]:
            return None
        if not zone and region.name.endswith(word) and region.level == "county":
            several = at and text[places[at - 1].end : begin] in LIST_JOINTS
            return None if several else region
    return None
