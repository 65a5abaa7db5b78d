"""A county whose name is short, or that of many, which the regions told before it settle: 百色田东、德保."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.regions.context import parent_of, within
from extractors.text.place_names import PlaceHit
from ontology.regions import Region

_SENTENCE_END = re.compile("[。;\n]")


def county_beside(beside: Region, counties: Sequence[Region], year: int | None) -> tuple[Region, ...]:
    """The one of ``counties`` that lies in the prefecture, else in the province, of the region that it is joined to."""
    around = parent_of(beside, year) if beside.level == "county" else beside
    for code in (around.code[:4] if around else beside.code[:2], beside.code[:2]):
        near = [region for region in counties if region.code.startswith(code)]
        if len(near) == 1:
            return (near[0],)
    return ()


def county_under(
    hit: PlaceHit,
    counties: Sequence[Region],
    found: Sequence[tuple[PlaceHit, tuple[Region, ...]]],
    folded: str,
    year: int | None,
) -> tuple[Region, ...]:
    """The one of ``counties`` in a region, or beside a county, of those ``found`` in its sentence, the last first."""
    for earlier, regions in reversed(found):
        if _SENTENCE_END.search(folded, earlier.end, hit.start):
            break
        for region in regions:
            around = parent_of(region, year) if region.level == "county" else region
            near = [county for county in counties if around and within(county, around, year)]
            if len(near) == 1:
                return (near[0],)
    return ()
