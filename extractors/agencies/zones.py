"""Bodies of development zones without a region before them: 渤海新区管委会, 新区政务服务中心 after 雄安新区, 管委会."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extractors.agencies.body import is_zone, zone_bodies, zone_words
from extractors.agencies.forms import is_name, may_end
from extractors.agencies.scan import Found, Taken
from extractors.analysis import Analysis
from extractors.text.folding import fold
from extractors.text.marks import HAN, JOINTS
from extractors.text.matches import first_of, matches_at
from ontology.agencies import agency_words
from ontology.patterns import alternatives
from ontology.places import place_words
from ontology.regions import Region, region_table
from ontology.rules import Rule

_FREE_TRADE = re.compile(r"\)自由贸易试验区")
_BEFORE_FREE_TRADE = "中国("
_LONGEST = 8  # characters of an unlisted zone's own name: 渤海|新区
_LONGEST_BETWEEN = 10  # characters between a place and what makes it a zone: 长三角|生态绿色一体化发展|示范区
_LAWS = {"law", "measures"}
_ANY = ("园区", "开发区", "管理区")  # may be any zone's kind
_BEFORE = re.compile(rf"[^{HAN}]|[由经与和及向对请同条]")
_RUN = re.compile(rf"(?:\A|[^{HAN}]|[{JOINTS}])([{HAN}]{{0,{_LONGEST}}}?)\Z")


class Zone(NamedTuple):
    """A zone named at ``start:end`` of the folded text, by its printed name, and the region it lies in."""

    start: int
    end: int
    name: str
    region: Region


def bodies_of_zones(analysis: Analysis, taken: Taken) -> Iterator[Found]:
    """Where a folded text means a body of a zone; one behind several zones belongs to each of them."""
    text = analysis.folded.text
    zones = _named_zones(analysis)
    home, around = _home(analysis, zones), _around(analysis)
    for match in matches_at(*_body(), text):
        if taken.overlaps(*match.span()) or not may_end(text, match["body"], match.end()):
            continue
        zone = _named_here(text, match, zones) or _named_before(text, match, zones, home)
        zone = zone or _meant(match, around) or _own(analysis, text, match)
        if zone is None:
            continue
        kind = zone_bodies()[match["body"]]
        start = min(zone.start, match.start()) if zone.end == match.start("body") else match.start()
        yield Found(start, match.end(), zone.name + kind, zone.region, kind, Rule.AGENCY_ZONE)
        for other in _joined(text, zone.start, zones):
            yield Found(other.start, other.end, other.name + kind, other.region, kind, Rule.AGENCY_ZONE)


def _named_here(text: str, match: re.Match[str], zones: list[Zone]) -> Zone | None:
    """The zone right before the body, named in full or joined to one that was (雄安新区、渤海新区|管委会)."""
    if not match["zone"]:
        return None
    named = next((zone for zone in zones if zone.end == match.start("body")), None)
    if named:
        return named
    run = _RUN.search(text, max(0, match.start() - _LONGEST), match.start())
    start = run.start(1) if run else match.start()
    name = text[start : match.start("body")]
    other = next(_joined(text, start, zones), None)
    return Zone(start, match.start("body"), name, other.region) if other and is_name(name) else None


def _named_before(text: str, match: re.Match[str], zones: list[Zone], home: Zone | None) -> Zone | None:
    """The zone that the short form means: the last one named before it, or that of the whole document."""
    if home and home.name.endswith(match["zone"] or ""):
        alone = match["zone"] or _BEFORE.match(text[match.start() - 1 : match.start()] or ".")
        return home if alone else None
    if match["zone"] and match["zone"] not in _ANY:
        earlier = [zone for zone in zones if zone.end <= match.start() and zone.name.endswith(match["zone"])]
        return earlier[-1] if earlier else None
    return None


def _own(analysis: Analysis, text: str, match: re.Match[str]) -> Zone | None:
    """The zone of the document's own city or county that its kind alone means (高新区|管委会); a law means any."""
    region = analysis.context.region
    if region is None or region.level not in ("prefecture", "county") or analysis.head.kind in _LAWS:
        return None
    start = match.start()
    if match["zone"] not in agency_words().own_zones or not _BEFORE.match(text[start - 1 : start] or "."):
        return None
    return Zone(start, match.start("body"), region.name + match["zone"], region)


def _meant(match: re.Match[str], around: Zone | None) -> Zone | None:
    """The zone around the document's county, which its kind alone means there: 新区|党工委."""
    kind = match["zone"]
    return around if around and kind and kind not in _ANY and around.name.endswith(kind) else None


def _joined(text: str, start: int, zones: list[Zone]) -> Iterator[Zone]:
    """The zones joined before ``start`` by 、 or 和."""
    ends = {zone.end: zone for zone in zones}
    while start and text[start - 1] in JOINTS and (zone := ends.get(start - 1)):
        yield zone
        start = zone.start


def _named_zones(analysis: Analysis) -> list[Zone]:
    """Zones behind the name of a region or a bloc (郑州|航空港经济综合实验区), and listed ones."""
    text, found = analysis.folded.text, []
    for hit in analysis.places_then:
        if hit.name.kind == "zone":
            found.append(Zone(hit.start, hit.end, hit.name.word, hit.name.regions[-1]))
        match = _zone().match(text, hit.end) if hit.name.kind in ("full", "short", "bloc") else None
        start = hit.start
        if text.endswith(_BEFORE_FREE_TRADE, 0, start) and (free := _FREE_TRADE.match(text, hit.end)):
            start, match = start - len(_BEFORE_FREE_TRADE), free
        if match and is_zone(match[0]) and is_name(match[0]):
            found.append(Zone(start, match.end(), text[start : match.end()], hit.name.regions[-1]))
    return found


def _around(analysis: Analysis) -> Zone | None:
    """The listed zone that the document's county is part of: 雄安新区 around 容城县."""
    region, year = analysis.context.region, analysis.context.year
    for word, counties in place_words().zone_counties.items():
        if region and region.code in counties.codes and (year or counties.since) >= counties.since:
            return Zone(0, 0, word, region_table().by_code(place_words().zones[word])[-1])
    return None


def _home(analysis: Analysis, zones: list[Zone]) -> Zone | None:
    """The zone that the document's title names first."""
    title = fold(analysis.head.title or "")
    return next((zone for zone in zones if zone.name in title), None)


@cache
def _zone() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}]{{0,{_LONGEST_BETWEEN}}}?(?:{zone_words()})")


@cache
def _body() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a body with or without its zone begins with, and all of it."""
    words = agency_words()
    bodies = {*words.zone_bodies, *words.zone_body_names}
    begins = first_of([*bodies, *zone_words().split("|")])
    return re.compile(begins), re.compile(rf"(?P<zone>{zone_words()})?(?P<body>{alternatives(bodies)})")
