"""Agencies after the name of a region or of a new area, and bodies that share one region or one word."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractors.agencies.forms import SESSION, Body, body_at, departments, zone_body_at
from extractors.agencies.scan import Found, Scan
from extractors.analysis import Analysis
from extractors.text.numerals import TO_99
from ontology.regions import Region
from ontology.rules import Rule

Place = tuple[int, int, Region, str]  # start, end, region, name of a zone in it or nothing
_LIST_JOINTS = {"、", "和", "与", "及"}
_JOINTS = "、和与及,"
# Words before a region that belong to the name; the tax offices and the divisions of the 兵团 keep theirs.
_PREFIX = re.compile(rf"(?:中国共产党|中共|共青团|(?P<before>国家税务总局|第[{TO_99}]{{1,3}}师))\Z")
_POWERS = {"政府", "人大", "政协", "人大常委会", "纪委", "监委"}  # 市委、人大、政府、政协 share one region
_SHARED_BODIES = {"{G}", "{C}"}


def named_places(analysis: Analysis) -> list[Place]:
    """Regions and zones that are named, not meant by a level word, in the folded text; blocs are left out."""
    offsets = analysis.folded.offsets
    named: dict[tuple[int, int], list[Region]] = {}
    for mentioned in analysis.regions:
        if mentioned.mention.rule in {Rule.REGION_FULL, Rule.REGION_SHORT}:
            span = (bisect_left(offsets, mentioned.mention.start), bisect_left(offsets, mentioned.mention.end))
            named.setdefault(span, []).append(mentioned.region)
    found = [(start, end, regions[0], "") for (start, end), regions in named.items() if len(regions) == 1]
    zones = (hit for hit in analysis.places if hit.name.kind == "zone")
    found += [(hit.start, hit.end, hit.name.regions[-1], hit.name.word) for hit in zones]
    return sorted(found, key=lambda place: place[:2])


def after_region(scan: Scan, places: list[Place], index: int, done: int) -> int:
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
        return scan.add(start - 2, Body(position + 3, ("政协{R}委员会",)), region, Rule.AGENCY_REGION)
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
    return with_joined(scan, scan.add(start, body, region, Rule.AGENCY_REGION), region)


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
            scan.add(start, Body(end, body.templates), region, Rule.AGENCY_JOINED)


def _after_zone(scan: Scan, start: int, end: int, region: Region, zone: str) -> int | None:
    """Take the body after a new area, which has no code but bodies of its own name: 两江新区|管委会."""
    body = body_at(scan.text, end)
    if body is None:
        return None
    for template in body.templates:
        if "{R}" in template:
            kind = template.replace("{R}", "").removeprefix("中共")
            scan.found.append(Found(start, body.end, template.format(R=zone), region, kind, Rule.AGENCY_ZONE))
    return body.end


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
            several = at and text[places[at - 1][1] : begin] in _LIST_JOINTS
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
