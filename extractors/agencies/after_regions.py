"""The body after the name of a region or of a new area."""

from __future__ import annotations

import re

from extractors.agencies.body import body_at, zone_body_at
from extractors.agencies.forms import SESSION, Body, departments
from extractors.agencies.places import Place, outermost
from extractors.agencies.scan import Found, Scan
from extractors.agencies.shared import share_back, share_with_zones, with_joined
from extractors.agencies.unlisted import is_built
from extractors.text.numerals import TO_99
from ontology.agencies import agency_words
from ontology.rules import Rule

# Words before a region that belong to the name; the tax offices and the divisions of the 兵团 keep theirs.
_PREFIX = re.compile(rf"(?:中国共产党|中共|共青团|(?P<before>国家税务总局|第[{TO_99}]{{1,3}}师))\Z")
_LONGEST_PREFIX = 9  # characters of a prefix at most


def after_region(scan: Scan, places: list[Place], index: int, done: int) -> int:
    """Take the body after a region's name (清远市|委, 政协清远市|第八届委员会); gives where it ends, else ``done``."""
    start, end, region, zone = places[index]
    if start < done or (index + 1 < len(places) and places[index + 1].start in (start, end)):
        return done
    if scan.text[end : end + 1] == region.name[-1] and scan.text[start:end] == region.short_name:
        end += 1
    of_region = (_conference, _police, _body_of_printed_zone, _body_of_region)
    cases = (_conference, _body_of_zone) if zone else of_region
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


def _police(scan: Scan, places: list[Place], index: int, end: int) -> int | None:
    """公安|福田|分局: the police of a district, with its name inside."""
    start, _, region, _ = places[index]
    if region.level != "county" or not scan.text.endswith("公安", 0, start) or not scan.text.startswith("分局", end):
        return None
    return scan.add(start - len("公安"), Body(end + len("分局"), ("{B}",)), region, Rule.AGENCY_REGION)


def _body_of_zone(scan: Scan, places: list[Place], index: int, end: int) -> int | None:
    """The body after a new area, which has no code but bodies of its own name: 两江新区|管委会."""
    start, _, region, zone = places[index]
    body = body_at(scan.text, end)
    if body is None:
        return None
    taken = end
    while body:
        for template in body.templates:
            if "{R}" in template:
                kind = template.replace("{R}", "").removeprefix("中共")
                scan.found.append(Found(start, body.end, template.format(R=zone), region, kind, Rule.AGENCY_ZONE))
        taken = body.end
        start = taken + 1  # departments joined to it are the zone's, too: 兵团农业农村局、财政局
        body = body_at(scan.text, start, generic=False) if scan.text.startswith("、", taken) else None
        body = body if body and body.form in departments() else None
    return taken


def _body_of_printed_zone(scan: Scan, places: list[Place], index: int, end: int) -> int | None:
    """The body of a zone that no list knows, by its printed name: 四川|绵阳|经开区管委会."""
    zone = zone_body_at(scan.text, end)
    if zone is None:
        return None
    first = outermost(places, index)
    share_with_zones(scan, places, first, zone)
    return scan.add_zone(places[first].start, end, zone, places[index].region)


def _body_of_region(scan: Scan, places: list[Place], index: int, end: int) -> int | None:
    """The body itself, with those that share its region or its word: 郑州市、洛阳市|政府, 省发展改革委、财政厅."""
    region, text = places[index].region, scan.text
    body = body_at(text, _past_session(text, end))
    first = outermost(places, index)
    start = places[first].start
    if body is None or is_built(text, start, body):
        return None
    if text[places[index].start : end] == region.short_name and _keeps_short(body):
        body = Body(
            body.end, tuple(template.replace("{R}", region.short_name) for template in body.templates), body.form
        )
    prefix = _PREFIX.search(text[max(0, start - _LONGEST_PREFIX) : start])
    start -= len(prefix[0]) if prefix else 0
    if prefix and prefix["before"]:
        body = Body(body.end, tuple(prefix["before"] + template for template in body.templates))
    if not prefix:
        share_back(scan, places, first, region.level, body)
    return with_joined(scan, scan.add(start, body, region, Rule.AGENCY_REGION), region)


def _keeps_short(body: Body) -> bool:
    """Whether the body is named by the short form of its region (遂宁仲裁委员会, 北京城市副中心管理委员会)."""
    words = agency_words()
    return body.templates[0].endswith(words.short_named) or (not body.form and body.templates[0].endswith("管理委员会"))


def _past_session(text: str, position: int) -> int:
    """``position`` behind the words for a session (第八届), where they stand there."""
    session = SESSION.match(text, position)
    return session.end() if session else position
