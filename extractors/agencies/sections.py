"""The inner bodies of the agency that speaks, which carry its name: 局办公室, 我局法规科."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.agencies.names import kind_of
from extractors.agencies.own import before_own, is_called
from extractors.agencies.scan import Found, Taken
from extractors.text.marks import HAN
from extractors.text.matches import first_of, matches_at
from ontology.agencies import agency_words
from ontology.patterns import alternatives
from ontology.regions import Region
from ontology.rules import Rule


def own_sections(text: str, region: Region, agency: str, taken: Taken) -> Iterator[Found]:
    """Where a folded text means a section of ``agency``, at the end of a phrase or before what the section does."""
    for match in matches_at(*_sections(), text):
        if is_called(agency, match["bureau"]) and not taken.overlaps(*match.span()):
            name = agency + match["section"]
            yield Found(*match.span(), name, region, kind_of(name, region), Rule.AGENCY_SECTION)


@cache
def _sections() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a section begins with, and all of it."""
    words = agency_words().meant
    bureau = alternatives(words.with_party_group)
    ending, none = alternatives(words.section_endings), alternatives(words.no_section)
    section = rf"(?:{alternatives(words.sections)})|(?!{none})[{HAN}]{{2,6}}?(?:{ending})"
    return re.compile(first_of(["我", "本", *words.with_party_group])), re.compile(
        rf"(?:[我本]|{before_own()})(?P<bureau>{bureau})(?P<section>{section})"
        rf"(?=[^{HAN}]|\Z|{alternatives(words.section_acts)})"
    )
