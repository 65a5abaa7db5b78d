"""Bodies of the state and of the Party's centre, listed or told by how their names begin and end."""

from __future__ import annotations

import re
from functools import cache

from extractors.agencies.forms import Body, is_name, may_end
from extractors.agencies.parts import with_division
from extractors.agencies.places import Place
from extractors.agencies.scan import Found, Scan
from extractors.text.marks import HAN
from ontology.agencies import agency_words
from ontology.patterns import alternatives
from ontology.regions import COUNTRY, region_table
from ontology.rules import Rule

_CHINESE = re.compile(f"[{HAN}]")
_ENDS_PHRASE = re.compile(rf"[^{HAN}]|\Z|[和与或及等]")
_BEFORE_WHOLE = re.compile(rf"[^{HAN}]|[由经与和及向对请同报]")
_LONGEST = 14  # characters between the first word and the ending: 中央|港澳工作|办公室


def take_national(scan: Scan, start: int, end: int, word: str) -> int:
    """Take the national body whose name begins with ``word`` at ``start:end``; gives where it ends, or ``end``."""
    found = _unlisted(scan.text, end, word) or _listed(scan.text, end, word)
    if found is None:
        return end
    country = region_table().by_code(COUNTRY)[0]
    for name in found.templates[0].split("、"):
        scan.found.append(Found(start, found.end, name, country, name, Rule.AGENCY_NATIONAL))
    return found.end


def take_branch(scan: Scan, start: int, place: Place | None, word: str) -> int | None:
    """Take the office that the national body ``word`` has in ``place``: 国家统计局|四川|调查总队.

    Gives where its name, which is kept as printed, ends; None where no such office is named right behind.
    """
    words = agency_words()
    match = _branch().match(scan.text, place.end) if place and word in words.branched else None
    if place is None or match is None:
        return None
    name = words.national[word] + scan.text[place.start : match.end()]
    scan.found.append(Found(start, match.end(), name, place.region, match[0], Rule.AGENCY_REGION))
    return match.end()


def _listed(text: str, end: int, word: str) -> Body | None:
    words = agency_words()
    full = words.national.get(word)
    if not full or not may_end(text, word, end) or text.startswith(words.national_not_before, end):
        return None
    if word in words.national_alone and not _ENDS_PHRASE.match(text, end):
        return None
    if word == "中央" and _CHINESE.match(text, end) and not _is_party_centre(text, end):
        return None
    if word in words.national_whole and not _BEFORE_WHOLE.match(text[end - len(word) - 1 : end - len(word)] or "."):
        return None
    return with_division(text, Body(end, (full,))) if "、" not in full else Body(end, (full,))


def _is_party_centre(text: str, end: int) -> bool:
    """Whether 中央 before ``end`` is the Party's: 中央决策部署, not 中央财政, 中央和国家机关."""
    words = agency_words()
    return text.startswith(words.party_centre, end) and not text.startswith(words.party_centre_not, end)


def _unlisted(text: str, end: int, word: str) -> Body | None:
    """中央|科技委员会, 国务院|港澳事务办公室, 国家|外国专家局: the name as printed, its beginning in full."""
    kind = agency_words().national_unlisted.get(word)
    match = _endings(word).match(text, end) if kind else None
    if kind is None or not match or not is_name(match[0]) or "区" in match[0] or match[0].startswith("公园"):
        return None
    if not may_end(text, match[0], match.end()):
        return None
    return Body(match.end(), (kind.full + match[0],))


@cache
def _branch() -> re.Pattern[str]:
    return re.compile(rf"[省市县区州]?[{HAN}]{{0,4}}?(?:{alternatives(agency_words().branches)})")


@cache
def _endings(word: str) -> re.Pattern[str]:
    endings = alternatives(agency_words().national_unlisted[word].endings)
    return re.compile(rf"[{HAN}]{{2,{_LONGEST}}}?(?:{endings})(?:办公室)?")
