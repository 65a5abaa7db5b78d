"""Bodies that share one region (省发展改革委、财政厅), and regions that share one body (郑州市、洛阳市|政府)."""

from __future__ import annotations

import re
from functools import cache

from extractors.agencies.body import body_at, zone_words
from extractors.agencies.forms import Body, starts_department
from extractors.agencies.places import LIST_JOINTS, Place, outermost
from extractors.agencies.scan import Found, Scan
from extractors.text.marks import HAN, JOINTS
from extractors.text.place_names import LEVEL_LETTERS
from ontology.agencies import agency_words
from ontology.patterns import alternatives
from ontology.regions import Region
from ontology.rules import Rule

_JOINTS_OR_COMMA = f"{JOINTS},"
_SHORTEST = 2  # characters; a longer form is no ordinary word


def share_back(scan: Scan, places: list[Place], first: int, level: str, body: Body) -> None:
    """Give ``body`` to the regions joined before it, each perhaps behind the region it lies in.

    郑州市、洛阳市、开封市|政府; 上海市青浦区、江苏省苏州市吴江区|政府; 江苏省浙江省|人大常委会.

    Args:
        scan: what is found so far.
        places: all places in order.
        first: the index of the outermost place before the body.
        level: the level of the body's own region, which all must have.
        body: the body that they share.
    """
    while first:
        place = places[first - 1]
        gap = scan.text[place.end : places[first].start]
        if (gap and gap not in LIST_JOINTS) or place.zone or place.region.level != level:
            return
        scan.add(place.start, Body(place.end, body.templates, body.form), place.region, Rule.AGENCY_JOINED)
        first = outermost(places, first - 1)


def share_with_zones(scan: Scan, places: list[Place], first: int, body: Body) -> None:
    """Give the body of a zone to the zones joined before it: 雄安新区、曹妃甸新区|管委会."""
    while first:
        place = places[first - 1]
        gap = _zone_gap().fullmatch(scan.text, place.end, places[first].start)
        if gap is None or bool(gap[1]) == bool(place.zone):
            return
        name = place.zone or scan.text[place.start : place.end] + gap[1]
        end = place.end + len(gap[1] or "")
        scan.found.append(Found(place.start, end, name + body.form, place.region, body.form, Rule.AGENCY_ZONE))
        first = outermost(places, first - 1)


def with_joined(scan: Scan, end: int, region: Region) -> int:
    """Take the departments that share the region before them: 省发展改革委、财政厅."""
    text = scan.text
    while text[end : end + 1] and text[end] in _JOINTS_OR_COMMA:
        body = None if end + 1 in scan.starts else body_at(text, end + 1, generic=text[end] == "、")
        if body is None or not _shares(text, end + 1, body):
            return end
        if not body.form and not scan.starts.isdisjoint(range(end + 1, body.end)):  # 、公安|福田|分局
            return end
        end = scan.add(end + 1, body, region, Rule.AGENCY_JOINED)
    return end


def _shares(text: str, start: int, body: Body) -> bool:
    """Whether ``body``, joined to one before it, has its region: a listed one, or an unlisted one at a phrase's end."""
    words, end = agency_words(), body.end
    if not body.form:
        if text.startswith(("自治区", "自治州"), start):
            return False
        if text[start] in LEVEL_LETTERS and not starts_department(text, start):
            return False
        return text.endswith(words.joined_endings, start, end) and bool(_ends_phrase().match(text, end))
    return body.form in words.joined or (len(body.form) > _SHORTEST and body.form not in words.not_joined)


@cache
def _zone_gap() -> re.Pattern[str]:
    return re.compile(rf"([{HAN}]{{0,8}}?(?:{zone_words()}))?[{JOINTS}]")


@cache
def _ends_phrase() -> re.Pattern[str]:
    return re.compile(rf"[^{HAN}]|\Z|{alternatives(agency_words().phrase_ends)}")
