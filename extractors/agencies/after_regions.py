"""Agencies after the name of a region or of a new area, and bodies that share one region or one word."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from extractors.agencies.forms import SESSION, Body, body_at, departments, zone_body_at
from extractors.agencies.scan import Found, Scan
from extractors.analysis import Analysis
from extractors.text.numerals import TO_99
from ontology.regions import Region
from ontology.rules import Rule

_LIST_JOINTS = {"、", "和", "与", "及"}
_JOINTS = "、和与及,"
# Words before a region that belong to the name; the tax offices and the divisions of the 兵团 keep theirs.
_PREFIX = re.compile(rf"(?:中国共产党|中共|共青团|(?P<before>国家税务总局|第[{TO_99}]{{1,3}}师))\Z")
_LONGEST_PREFIX = 9  # characters of a prefix at most
_POWERS = {"政府", "人大", "政协", "人大常委会", "纪委", "监委"}  # 市委、人大、政府、政协 share one region
_SHARED_BODIES = {"{G}", "{C}"}


class Place(NamedTuple):
    """A region named at ``start:end`` of the folded text; ``zone`` names a new area in it, or is empty."""

    start: int
    end: int
    region: Region
    zone: str


def named_places(analysis: Analysis) -> list[Place]:
    """Regions and zones that are named, not meant by a level word, in the folded text; blocs are left out."""
    offsets = analysis.folded.offsets
    named: dict[tuple[int, int], list[Region]] = {}
    for mentioned in analysis.regions:
        if mentioned.mention.rule in {Rule.REGION_FULL, Rule.REGION_SHORT}:
            span = (bisect_left(offsets, mentioned.mention.start), bisect_left(offsets, mentioned.mention.end))
            named.setdefault(span, []).append(mentioned.region)
    found = [Place(*span, regions[0], "") for span, regions in named.items() if len(regions) == 1]
    zones = (hit for hit in analysis.places if hit.name.kind == "zone")
    found += [Place(hit.start, hit.end, hit.name.regions[-1], hit.name.word) for hit in zones]
    return sorted(found, key=lambda place: place[:2])


def after_region(scan: Scan, places: list[Place], index: int, done: int) -> int:
    """Take the body after a region's name (清远市|委, 政协清远市|第八届委员会); gives where it ends, else ``done``."""
    start, end, region, zone = places[index]
    if start < done or (index + 1 < len(places) and places[index + 1].start == end):
        return done
    if scan.text[end : end + 1] == region.name[-1] and scan.text[start:end] == region.short_name:
        end += 1
    cases = (_conference, _body_of_zone) if zone else (_conference, _body_of_printed_zone, _body_of_region)
    taken = next((taken for take in cases if (taken := take(scan, places, index, end)) is not None), None)
    return done if taken is None else taken


def _conference(scan: Scan, places: list[Place], index: int, end: int) -> int | None:
    """政协|清远市|第八届|委员会: the consultative conference has its region inside its name."""
    start, _, region, _ = places[index]
    position = _past_session(scan.text, end)
    if not scan.text.endswith("政协", 0, start) or not scan.text.startswith("委员会", position):
        return None
    body = Body(position + len("委员会"), ("政协{R}委员会",))
    return scan.add(start - len("政协"), body, region, Rule.AGENCY_REGION)


def _body_of_zone(scan: Scan, places: list[Place], index: int, end: int) -> int | None:
    """The body after a new area, which has no code but bodies of its own name: 两江新区|管委会."""
    start, _, region, zone = places[index]
    body = body_at(scan.text, end)
    if body is None:
        return None
    for template in body.templates:
        if "{R}" in template:
            kind = template.replace("{R}", "").removeprefix("中共")
            scan.found.append(Found(start, body.end, template.format(R=zone), region, kind, Rule.AGENCY_ZONE))
    return body.end


def _body_of_printed_zone(scan: Scan, places: list[Place], index: int, end: int) -> int | None:
    """The body of a zone that no list knows, by its printed name: 四川|绵阳|经开区管委会."""
    zone = zone_body_at(scan.text, end)
    return scan.add_zone(places[_outermost(places, index)].start, end, zone, places[index].region) if zone else None


def _body_of_region(scan: Scan, places: list[Place], index: int, end: int) -> int | None:
    """The body itself, with those that share its region or its word: 郑州市、洛阳市|政府, 省发展改革委、财政厅."""
    region = places[index].region
    body = body_at(scan.text, _past_session(scan.text, end))
    if body is None:
        return None
    first = _outermost(places, index)
    start = places[first].start
    prefix = _PREFIX.search(scan.text[max(0, start - _LONGEST_PREFIX) : start])
    start -= len(prefix[0]) if prefix else 0
    if prefix and prefix["before"]:
        body = Body(body.end, tuple(prefix["before"] + template for template in body.templates))
    if body.templates[0] in _SHARED_BODIES:
        _share_back(scan, places, first, body)
    return with_joined(scan, scan.add(start, body, region, Rule.AGENCY_REGION), region)


def _past_session(text: str, position: int) -> int:
    """``position`` behind the words for a session (第八届), where they stand there."""
    session = SESSION.match(text, position)
    return session.end() if session else position


def _outermost(places: list[Place], index: int) -> int:
    """The first of the regions that stand one after another up to ``index``: 四川|绵阳市."""
    while index and places[index - 1].end == places[index].start:
        index -= 1
    return index


def _share_back(scan: Scan, places: list[Place], index: int, body: Body) -> None:
    """Give the government or committee to the regions joined before it: 郑州市、洛阳市、开封市|政府."""
    level = places[index].region.level
    while index and places[index - 1].region.level == level:
        gap = scan.text[places[index - 1].end : places[index].start]
        if gap not in _LIST_JOINTS:
            return
        index -= 1
        start, end, region, zone_name = places[index]
        if not zone_name:
            scan.add(start, Body(end, body.templates), region, Rule.AGENCY_JOINED)


def named_before(scan: Scan, places: list[Place], index: int, start: int, word: str) -> Region | None:
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
            several = at and text[places[at - 1].end : begin] in _LIST_JOINTS
            return None if several else region
    return None


def with_joined(scan: Scan, end: int, region: Region) -> int:
    """Take the departments that share the region before them: 省发展改革委、财政厅."""
    text = scan.text
    while text[end : end + 1] and text[end] in _JOINTS:
        body = body_at(text, end + 1, generic=False)
        if body is None or not (_is_department(text[end + 1 : body.end]) or body.form in _POWERS):
            return end
        end = scan.add(end + 1, body, region, Rule.AGENCY_JOINED)
    return end


def _is_department(form: str) -> bool:
    return form in departments() and len(form) > 2
