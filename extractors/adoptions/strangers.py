"""Who acts and is no region of the table: a functional area; a place abroad or a village, of which nothing is kept."""

from __future__ import annotations

import re
from functools import cache

from extractors.adoptions.phrases import Phrase
from extractors.analysis import Analysis
from extractors.regions.areas import NamedArea, areas_between, opens
from extractors.text.folding import fold
from extractors.text.marks import HAN, YEAR
from ontology.adoption_cues import adoption_cues
from ontology.agencies import agency_words
from ontology.patterns import alternatives
from ontology.places import place_words
from ontology.regions import region_table

_TOWN = 6  # characters of a town's name abroad at most: 美国|旧金山
_SHORTEST_NAME, _LONGEST_NAME = 3, 15  # characters of a region's official name
_BEHIND = 50  # characters behind an area in which its deed is told
_DATE = re.compile(rf"\s*(?:{YEAR}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?,?)?")


def stranger_acts(analysis: Analysis, phrase: Phrase) -> bool:
    """Whether the clause of ``phrase`` opens with a place abroad, a village or a region that was, and its deed."""
    date = _DATE.match(phrase.before)
    rest = phrase.before[date.end() if date else 0 :]
    acts = adoption_cues().acts
    match = _stranger().match(rest)
    if match is None:
        name = _unknown_region(analysis, rest)
        return bool(name) and bool(acts.search(rest[len(name) :] + "_"))
    # No list knows the towns abroad, whose names may be of any length.
    longest = match.end() + (_TOWN if match["abroad"] else 0)
    return any(acts.search(rest[end:] + "_") for end in range(match.end(), longest + 1))


def _unknown_region(analysis: Analysis, rest: str) -> str:
    """The official name of another region that ``rest`` opens with, which none bears in the text's year."""
    around = {*(region.name for region in analysis.context.levels.values()), analysis.head.area}
    names = (rest[:size] for size in range(min(len(rest), _LONGEST_NAME), _SHORTEST_NAME - 1, -1))
    name = next((name for name in names if region_table().named(name)), "")
    return "" if name in around or name in place_words().generic else name


def acting_area(analysis: Analysis, phrase: Phrase) -> NamedArea | None:
    """The functional area that is named last as the subject of a deed in the clause up to the initiative."""
    cues, text = adoption_cues(), analysis.text
    own = analysis.head.area
    for area in reversed(areas_between(analysis, phrase.clause[0], phrase.position)):
        behind = fold(text[area.end : area.end + _BEHIND])
        body = _body().match(behind)
        if opens(analysis, area, phrase.clause[0]) and cues.acts.search(behind[body.end() if body else 0 :]):
            return None if own and fold(own) == fold(area.name) else area
    return None


@cache
def _body() -> re.Pattern[str]:
    words = agency_words()
    return re.compile(alternatives({*words.zone_bodies, *words.zone_body_names}))


@cache
def _stranger() -> re.Pattern[str]:
    return re.compile(rf"(?P<abroad>{alternatives(place_words().abroad)})|[{HAN}]{{2,5}}村")
