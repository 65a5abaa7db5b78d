"""The public bodies that a text names or clearly means, by their full names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import ahocorasick

from extractors.agency_forms import SESSION, Body, body_at, may_end, starts_department, with_part, zone_body_at
from extractors.agency_scan import Found, Scan
from extractors.analysis import Analysis
from extractors.context import region_of_level
from ontology.agencies import agency_words
from ontology.regions import COUNTRY, Region, region_table

Place = tuple[int, int, Region, str]  # start, end, region, name of a zone in it or nothing
_LEVELS = "省市县区州盟旗"
_LIST_JOINTS = {"、", "和", "与", "及"}
_JOINTS = "、和与及,"
# 市、县(市、区)人民政府: level words that share one body.
_SHARED = re.compile(
    r"(?=[、和及与(])(?:[省市县区州盟旗]|自治州|自治县|设区的市|\([省市县区州盟旗、自治]{1,12}\)|[、和及与或]){1,8}"
    r"(?=人民政府|政府|人大常委会|人民代表大会|党委)"
)
# What may stand before a department without its region; after another word it is part of a longer name.
_BEFORE_BARE = re.compile(r"[^\u4e00-\u9fa5)]|[由经与和及向对请同]")
_CHINESE = re.compile(r"[\u4e00-\u9fa5]")
# Words before a region that belong to the name; the tax offices and the divisions of the 兵团 keep theirs.
_PREFIX = re.compile(r"(?:中国共产党|中共|共青团|(?P<before>国家税务总局|第[一二三四五六七八九十]{1,3}师))\Z")
_POWERS = {"政府", "人大", "政协", "人大常委会", "纪委", "监委"}  # 市委、人大、政府、政协 share one region
_SHARED_BODIES = {"{G}", "{C}"}


def extract(analysis: Analysis) -> None:
    """Fill ``analysis.agencies`` in the order of the text."""
    scan = Scan(analysis)
    _scan(scan)
    scan.commit()


def _scan(scan: Scan) -> None:
    """Walk over regions, level words and national bodies from left to right; each body is taken once."""
    places = _places(scan.analysis)
    text, done, index = scan.text, 0, 0
    for last, word in _automaton().iter_long(text):
        start, end = last - len(word) + 1, last + 1
        while index < len(places) and places[index][1] <= start:
            done = max(done, _after_region(scan, places, index, done))
            index += 1
        if start < done:
            continue
        if word in _bare_words():
            done = max(done, _bare(scan, start, end, word))
        elif word in agency_words().national and not _is_tax_office(places, index, end, word):
            done = max(done, _national(scan, start, end, word))
        elif not (index < len(places) and places[index][0] <= start) and _is_level(text, start, end, word):
            done = max(done, _after_level(scan, places, index, start, end, word))
    for rest in range(index, len(places)):
        done = max(done, _after_region(scan, places, rest, done))


def _places(analysis: Analysis) -> list[Place]:
    """Regions and zones that are named, not meant by a level word, in the folded text; blocs are left out."""
    offsets = analysis.folded.offsets
    named: dict[tuple[int, int], list[Region]] = {}
    for mentioned in analysis.regions:
        if mentioned.mention.rule in {"region.full", "region.short"}:
            span = (bisect_left(offsets, mentioned.mention.start), bisect_left(offsets, mentioned.mention.end))
            named.setdefault(span, []).append(mentioned.region)
    found = [(start, end, regions[0], "") for (start, end), regions in named.items() if len(regions) == 1]
    zones = (hit for hit in analysis.places if hit.name.kind == "zone")
    found += [(hit.start, hit.end, hit.name.regions[-1], hit.name.word) for hit in zones]
    return sorted(found, key=lambda place: place[:2])


def _is_tax_office(places: list[Place], index: int, end: int, word: str) -> bool:
    """Whether 国家税务总局 only begins the name of a local office (国家税务总局绵阳市税务局)."""
    return word == "国家税务总局" and index < len(places) and places[index][0] == end


def _after_region(scan: Scan, places: list[Place], index: int, done: int) -> int:
    """Take the body after a region's name (清远市|委, 政协清远市|第八届委员会); gives where it ends."""
    text = scan.text
    start, end, region, zone_name = places[index]
    if start < done or (index + 1 < len(places) and places[index + 1][0] == end):
        return done
    if text[end : end + 1] and text[end : end + 1] == region.name[-1] and text[start:end] == region.short_name:
        end += 1
    session = SESSION.match(text, end)
    position = session.end() if session else end
    if text.endswith("政协", 0, start) and text.startswith("委员会", position):
        return scan.add(start - 2, Body(position + 3, ("政协{R}委员会",)), region, "agency.region")
    if zone_name:
        return _after_zone(scan, start, end, region, zone_name) or done
    zone = zone_body_at(text, end)
    first = index
    while first and places[first - 1][1] == start:
        first -= 1
        start = places[first][0]
    if zone:
        return scan.add_zone(start, end, zone, region)
    body = body_at(text, position)
    if body is None:
        return done
    prefix = _PREFIX.search(text[max(0, start - 9) : start])
    start -= len(prefix[0]) if prefix else 0
    if prefix and prefix["before"]:
        body = Body(body.end, tuple(prefix["before"] + template for template in body.templates))
    if body.templates[0] in _SHARED_BODIES:
        _share_back(scan, places, first, body)
    return _with_joined(scan, scan.add(start, body, region, "agency.region"), region)


def _share_back(scan: Scan, places: list[Place], index: int, body: Body) -> None:
    """Give the government or committee to the regions joined before it: 郑州市、洛阳市、开封市|政府."""
    level = places[index][2].level
    while index and places[index - 1][2].level == level:
        gap = scan.text[places[index - 1][1] : places[index][0]]
        if gap not in _LIST_JOINTS:
            return
        index -= 1
        start, end, region, zone_name = places[index]
        if not zone_name:
            scan.add(start, Body(end, body.templates), region, "agency.joined")


def _after_zone(scan: Scan, start: int, end: int, region: Region, zone: str) -> int | None:
    """Take the body after a new area, which has no code but bodies of its own name: 两江新区|管委会."""
    body = body_at(scan.text, end)
    if body is None:
        return None
    for template in body.templates:
        if "{R}" in template:
            kind = template.replace("{R}", "").removeprefix("中共")
            scan.found.append(Found(start, body.end, template.format(R=zone), region, kind, "agency.zone"))
    return body.end


def _named_before(scan: Scan, places: list[Place], index: int, start: int, word: str) -> Region | None:
    """The region named last in the same sentence whose level ``word`` says: 船山区试点后,区|行政审批局成立."""
    text = scan.text
    joined = text[start - 1 : start] in "、和与及" and not (scan.found and scan.found[-1].end == start - 1)
    if word == "自治区" or joined:
        return None
    for at in range(index - 1, max(-1, index - 7), -1):
        begin, end, region, zone = places[at]
        if "\n" in text[end:start] or "。" in text[end:start]:
            return None
        if not zone and region.name.endswith(word) and region.level == "county":
            several = at and text[places[at - 1][1] : begin] in _LIST_JOINTS
            return None if several else region
    return None


def _after_level(scan: Scan, places: list[Place], index: int, start: int, end: int, word: str) -> int:
    """Take the body after a level word (市|司法局); gives where it ends."""
    text = scan.text
    region = region_of_level(scan.analysis.context, word) or _named_before(scan, places, index, start, word)
    if region is None:
        return end
    shared = _SHARED.match(text, end)
    if shared:
        body = body_at(text, shared.end(), generic=False)
        if body:
            scan.add(start, body, region, "agency.level")
        return end
    zone = zone_body_at(text, end)
    if zone:
        return scan.add_zone(start, end, zone, region, level=True)
    session = SESSION.match(text, end)
    body = body_at(text, session.end() if session else end)
    if body is None:
        return end
    return _with_joined(scan, scan.add(start, body, region, "agency.level"), region)


def _national(scan: Scan, start: int, end: int, word: str) -> int:
    full, text = agency_words().national[word], scan.text
    if not full or not may_end(text, word, end) or text.startswith(("有关部门", "部门", "各部"), end):
        return end
    if word == "中央" and _CHINESE.match(text, end) and not text.startswith(agency_words().party_centre, end):
        return end
    part = with_part(text, Body(end, (full,))) if word == "国务院" else Body(end, (full,))
    country = region_table().by_code(COUNTRY)[0]
    for name in part.templates[0].split("、"):
        scan.found.append(Found(start, part.end, name, country, name, "agency.national"))
    return part.end


def _bare(scan: Scan, start: int, end: int, word: str) -> int:
    """Take a department that stands without its region (由司法局牵头): the document's own, or the nation's."""
    text, context = scan.text, scan.analysis.context
    if not _BEFORE_BARE.match(text[start - 1 : start] or ".") or not may_end(text, word, end) or context.region is None:
        return start
    if context.region.level == "country":
        full = agency_words().national_bare.get(word)
        if full:
            scan.found.append(Found(start, end, full, context.region, full, "agency.national"))
        return end if full else start
    level = "province" if word.endswith("厅") else context.region.level
    region = context.levels.get(level)
    templates = _departments().get(word)
    if region is None or templates is None or (region.level == "province") != word.endswith("厅"):
        return start
    return scan.add(start, Body(end, ("{R}" + templates,)), region, "agency.bare")


@cache
def _bare_words() -> frozenset[str]:
    """Departments that may stand without a region: in full, not 教育办 or 规划委."""
    forms = {form for form in _departments() if form.endswith(("局", "厅")) and len(form) > 2}
    return frozenset(forms | set(agency_words().national_bare)) - frozenset(agency_words().national)


def _with_joined(scan: Scan, end: int, region: Region) -> int:
    """Take the departments that share the region before them: 省发展改革委、财政厅."""
    text = scan.text
    while text[end : end + 1] and text[end] in _JOINTS:
        body = body_at(text, end + 1, generic=False)
        if body is None or not (_is_department(text[end + 1 : body.end]) or body.form in _POWERS):
            return end
        end = scan.add(end + 1, body, region, "agency.joined")
    return end


def _is_department(form: str) -> bool:
    return form in _departments() and len(form) > 2


@cache
def _departments() -> dict[str, str]:
    return agency_words().department_forms()


def _is_level(text: str, start: int, end: int, word: str) -> bool:
    """Whether ``word`` is a level word of its own there, no part of another (城市, 市场, 社区)."""
    words = agency_words()
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in words.level_not_after.get(word, ""):
        return False
    return not after or after not in words.level_not_before.get(word, "") or starts_department(text, end)


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in _words():
        automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton


def _words() -> Iterator[str]:
    yield from agency_words().national
    yield from sorted(_bare_words())
    yield from _LEVELS
    yield from ("自治区", "自治州")
    # Longer words that hold a level word and are none: they win over it in the automaton.
    yield from ("社区", "市场", "城市", "地区", "园区", "辖区", "上市", "超市", "都市", "市政工程", "市政设施",
                "市政道路", "市政公用", "市政管网", "市工程")  # fmt: skip
