"""The public bodies that a text names or clearly means, by their full names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.agencies.after_regions import after_region
from extractors.agencies.body import body_at, zone_body_at
from extractors.agencies.forms import SESSION, Body, departments, may_end, starts_department
from extractors.agencies.national import take_branch, take_national
from extractors.agencies.places import Place, named_before, named_places
from extractors.agencies.scan import Found, Scan, in_order, mentions_of
from extractors.agencies.shared import with_joined
from extractors.agencies.unlisted import is_built
from extractors.analysis import Analysis
from extractors.found import AgencyMention
from extractors.regions.context import region_of_level
from extractors.text.lexicon import Lexicon
from extractors.text.marks import HAN, JOINTS
from extractors.text.place_names import LEVEL_LETTERS
from ontology.agencies import agency_words
from ontology.regions import Region
from ontology.rules import Rule

# 市、县(市、区)人民政府, 市、区安全生产委员会: level words that share one body.
_SHARED = re.compile(
    r"(?=[、和及与(]+(?:[省市县区州盟旗]|不设区|设区|自治))(?:不设区的市|设区的市|县级市|县级|自治州|自治县|[省市县区州盟旗]|\([省市县区州盟旗、自治]{1,12}\)"
    r"|[、和及与或]){1,8}(?![省市县区州盟旗、和及与或(])"
)
_LEAGUE = re.compile(r"(?<!集)团\Z")  # 团|市委 is the Youth League's
_NO_SHARED = ("部门", "有关", "相关", "各", "两级", "三级", "开发区", "园区", "街道", "乡", "镇")
# What may stand before a department without its region; after another word it is part of a longer name.
_BEFORE_BARE = re.compile(rf"[^{HAN})]|[由经与和及向对请同]")


def extract(analysis: Analysis) -> list[AgencyMention]:
    """The bodies that stand with a region, a level word or a nation-wide name, in the order of the text."""
    places = named_places(analysis)
    scan = Scan(analysis, analysis.own_context, starts=frozenset(place.start for place in places))
    _scan(scan, places)
    return in_order(mentions_of(analysis, scan.found))


def _scan(scan: Scan, places: list[Place]) -> None:
    """Walk over regions, level words and national bodies from left to right; each body is taken once."""
    text, done, index = scan.text, 0, 0
    for start, end, word in _lexicon().find(text):
        while index < len(places) and places[index].end <= start:
            done = max(done, after_region(scan, places, index, done))
            index += 1
        if start < done:
            continue
        if word in _bare_words():
            done = max(done, _bare(scan, start, end, word))
        elif _is_national(word):
            place = places[index] if index < len(places) and places[index].start == end else None
            done = max(done, take_branch(scan, start, place, word) or take_national(scan, start, end, word))
        elif not (index < len(places) and places[index].start <= start) and _is_level(text, start, end, word):
            done = max(done, _after_level(scan, places, index, start, end, word))
    for rest in range(index, len(places)):
        done = max(done, after_region(scan, places, rest, done))


def _is_national(word: str) -> bool:
    return word in agency_words().national or word in agency_words().national_unlisted


def _after_level(scan: Scan, places: list[Place], index: int, start: int, end: int, word: str) -> int:
    """Take the body after a level word (市|司法局); gives where it ends."""
    text = scan.text
    joined = text[start - 1 : start] in JOINTS and not (scan.found and scan.found[-1].end == start - 1)
    region = region_of_level(scan.context, word) or named_before(text, places, index, start, word, joined)
    if region is None:
        return end
    shared = _SHARED.match(text, end)
    if shared and (body := _shared_body(text, shared.end())):
        for other in _lower_levels(scan, shared[0], region):
            scan.add(start, body, other, Rule.AGENCY_LEVEL)
        return with_joined(scan, scan.add(start, body, region, Rule.AGENCY_LEVEL), region)
    zone = zone_body_at(text, end)
    if zone:
        return scan.add_zone(start, end, zone, region, level=True)
    session = SESSION.match(text, end)
    body = body_at(text, session.end() if session else end)
    if body is None or is_built(text, start, body):
        return end
    if body.templates == ("{C}",) and _LEAGUE.search(text[:start][-2:]):
        league = Body(body.end, ("共青团{R}委",))
        return with_joined(scan, scan.add(start - 1, league, region, Rule.AGENCY_LEVEL), region)
    return with_joined(scan, scan.add(start, body, region, Rule.AGENCY_LEVEL), region)


def _shared_body(text: str, position: int) -> Body | None:
    """The body that joined level words share; the Party's committee is each level's own (自治区和|盟委)."""
    body = None if text.startswith(_NO_SHARED, position) else body_at(text, position)
    return body if body and "{C}" not in body.templates else None


def _lower_levels(scan: Scan, joined: str, region: Region) -> Iterator[Region]:
    """The regions of the document's chain below ``region`` that the level words ``joined`` to its own mean."""
    for letter in dict.fromkeys(joined.split("(", maxsplit=1)[0]):
        other = region_of_level(scan.context, letter) if letter in LEVEL_LETTERS else None
        if other and other != region and other.level != "province":
            yield other


def _bare(scan: Scan, start: int, end: int, word: str) -> int:
    """Take a department that stands without its region (由司法局牵头): the document's own, or the nation's."""
    text, context = scan.text, scan.context
    if not _BEFORE_BARE.match(text[start - 1 : start] or ".") or not may_end(text, word, end) or context.region is None:
        return start
    if context.region.level == "country":
        full = agency_words().national_bare.get(word)
        if full:
            scan.found.append(Found(start, end, full, context.region, full, Rule.AGENCY_NATIONAL))
        return end if full else start
    if word in agency_words().bare:
        return scan.add(start, Body(end, agency_words().bodies[word], word), context.region, Rule.AGENCY_BARE)
    level = "province" if word.endswith("厅") else context.region.level
    region = context.levels.get(level)
    full = departments().get(word)
    if region is None or full is None or (region.level == "province") != word.endswith("厅"):
        return start
    return scan.add(start, Body(end, ("{R}" + full,)), region, Rule.AGENCY_BARE)


@cache
def _bare_words() -> frozenset[str]:
    """Departments that may stand without a region: in full, not 教育办 or 规划委."""
    forms = {form for form in departments() if form.endswith(("局", "厅")) and len(form) > 2}
    words = agency_words()
    return frozenset(forms | {*words.national_bare, *words.bare}) - frozenset(words.national)


def _is_level(text: str, start: int, end: int, word: str) -> bool:
    """Whether ``word`` is a level word of its own there, no part of another (城市, 市场, 社区)."""
    words = agency_words()
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in words.level_not_after.get(word, ""):
        return False
    return not after or after not in words.level_not_before.get(word, "") or starts_department(text, end)


@cache
def _lexicon() -> Lexicon[str]:
    return Lexicon({word: word for word in _words()})


def _words() -> Iterator[str]:
    yield from agency_words().national
    yield from sorted(set(agency_words().national_unlisted) - set(agency_words().national))
    yield from sorted(_bare_words())
    yield from LEVEL_LETTERS
    yield from ("自治区", "自治州")
    yield from agency_words().no_level
