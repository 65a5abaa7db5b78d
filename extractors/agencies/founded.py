"""Bodies that the document's region sets up, named without it: 组建民营经济发展服务局."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.agencies.forms import departments, is_name, may_end
from extractors.agencies.scan import Found, Taken
from extractors.agencies.unlisted import is_counted
from extractors.text.marks import HAN
from extractors.text.place_names import LEVEL_LETTERS
from ontology.agencies import agency_words
from ontology.patterns import alternatives
from ontology.regions import Region
from ontology.rules import Rule

_SHORTEST = 6  # characters of a name that tells what the body is for: not 工作中心, 专门委员会
_WITHIN = 16  # characters before the verb in which it may be told that this is only wished or allowed


def founded_bodies(text: str, region: Region, taken: Taken) -> Iterator[Found]:
    """Where a folded text says that a body is set up, by the region's name and the body's own."""
    for match in _founded().finditer(text):
        start, end = match.span("name")
        name = match["name"]
        full = departments().get(name, name)
        if full == name and (len(name) < _SHORTEST or not is_name(name) or name[0] in LEVEL_LETTERS):
            continue
        if name.startswith(agency_words().not_first):
            continue
        if taken.overlaps(start, end) or is_counted(text, end) or not may_end(text, name, end):
            continue
        if _wished().search(text, max(0, match.start() - _WITHIN), match.start()):
            continue
        yield Found(start, end, region.name + full, region, full, Rule.AGENCY_GROUP)


@cache
def _founded() -> re.Pattern[str]:
    words = agency_words()
    verbs, endings = alternatives(words.meant.set_up), alternatives({*words.generic, "办公室"})
    return re.compile(rf"(?:{verbs}){{1,3}}了?(?P<name>[{HAN}]{{2,16}}?(?:{endings}))(?:办公室)?")


@cache
def _wished() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(agency_words().meant.wished)})[{HAN}]*\Z")
