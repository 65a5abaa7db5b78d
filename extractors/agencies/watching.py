"""The congress and the consultative conference that watch over the document's region: 接受人大监督和政协民主监督."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.agencies.names import kind_of
from extractors.agencies.scan import Found, Taken
from extractors.text.marks import HAN
from ontology.agencies import agency_words
from ontology.patterns import alternatives
from ontology.regions import Region
from ontology.rules import Rule


def watching_bodies(text: str, region: Region, taken: Taken) -> Iterator[Found]:
    """Where a folded text means them; 人大及其常委会 are two bodies."""
    for match in _watching().finditer(text):
        start, end = match.span()
        if not taken.overlaps(start, end):
            names = [f"政协{region.name}委员会" if match["conference"] else f"{region.name}人民代表大会"]
            if match["committee"]:
                names = [names[0] + "常务委员会"]
            names += [names[0] + "常务委员会"] if match["standing"] else []
            for name in names:
                yield Found(start, end, name, region, kind_of(name, region), Rule.AGENCY_WATCHING)


@cache
def _watching() -> re.Pattern[str]:
    words = agency_words().meant
    congress, conference = alternatives(words.congress), alternatives(words.conference)
    # Each of them begins with one of two characters; the look ahead spares the rest of the text all else.
    return re.compile(
        r"(?=[人政])(?:"
        rf"(?P<congress>人大)(?:(?P<standing>及其常委会)|(?={congress}))|(?P<conference>(?:人民)?政协)(?={conference})"
        rf"|(?:(?<![{HAN}])|(?<={')|(?<='.join(words.before_committee)}))(?P<committee>人大常委会|人民代表大会常务委员会))"
    )
