"""The seat of a league's or a prefecture's government: 行署 and its offices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.agencies.names import kind_of
from extractors.agencies.scan import Found, Taken
from ontology.agencies import agency_words
from ontology.patterns import alternatives
from ontology.regions import Region
from ontology.rules import Rule


def seats_of_leagues(text: str, region: Region, taken: Taken) -> Iterator[Found]:
    """Where a folded text of a league or a 地区 means its 行署 or an office of it."""
    if not region.name.endswith(("盟", "地区")):
        return
    for match in _seat().finditer(text):
        if not taken.overlaps(*match.span()):
            name = f"{region.name}行政公署{agency_words().meant.seat_offices.get(match[1], '')}"
            yield Found(*match.span(), name, region, kind_of(name, region), Rule.AGENCY_LEVEL)


@cache
def _seat() -> re.Pattern[str]:
    return re.compile(f"(?<!盟)行署({alternatives(agency_words().meant.seat_offices)})?")
