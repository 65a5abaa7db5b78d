"""Who acts and is no region of the table: a zone in another province, a place abroad, a village."""

from __future__ import annotations

import re
from functools import cache

from extractors.adoptions.phrases import Phrase
from extractors.analysis import Analysis
from extractors.regions.context import within
from extractors.text.marks import HAN, YEAR
from ontology.adoption_cues import adoption_cues
from ontology.patterns import alternatives
from ontology.places import place_words
from ontology.regions import Region, region_table

_TOWN = 6  # characters of a town's name abroad at most: 美国|旧金山
_DATE = re.compile(rf"\s*(?:{YEAR}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?,?)?")


def stranger_acts(analysis: Analysis, phrase: Phrase) -> bool:
    """Whether the clause of ``phrase`` opens with one of those and its deed, which is not the document's region's."""
    date = _DATE.match(phrase.before)
    rest = phrase.before[date.end() if date else 0 :]
    acts = adoption_cues().acts
    match = _stranger().match(rest)
    if match is None or _is_near(match["zone"], analysis.context.region, analysis.context.year):
        return False
    # No list knows the towns abroad, whose names may be of any length.
    longest = match.end() + (_TOWN if match["abroad"] else 0)
    return any(acts.search(rest[end:] + "_") for end in range(match.end(), longest + 1))


def _is_near(zone: str | None, own: Region | None, year: int | None) -> bool:
    """Whether ``zone`` lies in ``own`` or around it: what it does is its region's, as a functional area's deeds are."""
    around = region_table().by_code(place_words().zones[zone])[-1] if zone else None
    return around is not None and own is not None and (within(around, own, year) or within(own, around, year))


@cache
def _stranger() -> re.Pattern[str]:
    words = place_words()
    zone, abroad = alternatives(words.zones), alternatives(words.abroad)
    return re.compile(rf"(?P<zone>{zone})|(?P<abroad>{abroad})|[{HAN}]{{2,5}}村")
