"""Agencies that a text means without naming their region: 我局, 局党组, 行政审批局, 协调小组办公室, 行署."""

from __future__ import annotations

import re

from extractors.agency_forms import kind_of
from extractors.agency_scan import Found, Scan, committed
from extractors.analysis import Analysis
from ontology.regions import Region

_CJK = "\u4e00-\u9fa5"
_OWN = re.compile(
    r"(?:[我本](局|厅|委|办公室|办|中心|院|署)|(?<![\u4e00-\u9fa5])(局|厅|委|办|中心|院)(?=党组))(党组(?!书记|成员|副书记))?"
)
_ENDS = {
    "局": "局",
    "厅": "厅",
    "委": "委员会",
    "办": "办公室",
    "办公室": "办公室",
    "中心": "中心",
    "院": "院",
    "署": "署",
}
_SEAT = re.compile(r"(?<![盟\u4e00-\u9fa5])行署(办公室|办|督查室)?")
_BARE = re.compile(
    rf"(?<![{_CJK}])([{_CJK}]{{2,12}}?(?:局|委员会|厅))(?=[^{_CJK}]|[承负牵负会在已通于按根积对与和及将严持开])"
)
_GROUP = re.compile(rf"([{_CJK}]{{2,24}}(?:领导小组|协调小组|工作小组|指挥部|委员会))(办公室)?")
_SET_UP = re.compile(r"(?:成立|组建|设立|建立)[^。;\n]{0,40}\Z")
_GROUP_START = re.compile(r".*(?:成立了?|组建了?|设立了?|建立了?|调整|充实|健全|的|由|在|以及|为|等)")


def extract(analysis: Analysis) -> None:
    """Add to ``analysis.agencies`` the bodies that are meant, in the order of the text."""
    scan = Scan(analysis)
    named = committed(analysis)
    taken = sorted((found.start, found.end) for found in named)
    _find_own(scan, taken)
    _find_again(scan, named, taken)
    scan.commit()


def _find_own(scan: Scan, taken: list[tuple[int, int]]) -> None:
    """Add the agency that speaks (我局, 本委) and its party group (局党组), where the document's agency is known."""
    agency, region = scan.analysis.context.agency, scan.analysis.context.region
    if not agency or not region:
        return
    for match in _OWN.finditer(scan.text):
        word = match[1] or match[2]
        if agency.endswith(_ENDS[word]) and not _overlaps(match.span(), taken):
            name = agency + ("党组" if match[3] else "")
            rule = "agency.party_group" if match[3] else "agency.own"
            scan.found.append(Found(*match.span(), name, region, kind_of(name, region), rule))


def _find_again(scan: Scan, named: list[Found], taken: list[tuple[int, int]]) -> None:
    """Add the bodies that stand without a region: a league's 行署, names given before, groups that are set up."""
    region = scan.analysis.context.region
    if region is None:
        return
    known: dict[str, Found] = {}
    for found in named:
        known.setdefault(found.kind, found)
    if region.name.endswith(("盟", "地区")):
        _find_seat(scan, region, taken)
    for match in _BARE.finditer(scan.text):
        if match[1] in known and not _overlaps(match.span(1), taken):
            earlier = known[match[1]]
            scan.found.append(Found(*match.span(1), earlier.name, earlier.region, earlier.kind, "agency.again"))
    _find_groups(scan, region, taken, [found.name for found in named])


def _find_seat(scan: Scan, region: Region, taken: list[tuple[int, int]]) -> None:
    for match in _SEAT.finditer(scan.text):
        if not _overlaps(match.span(), taken):
            tail = {None: "", "办": "办公室"}.get(match[1], match[1])
            name = f"{region.name}行政公署{tail}"
            scan.found.append(Found(*match.span(), name, region, kind_of(name, region), "agency.level"))


def _find_groups(scan: Scan, region: Region, taken: list[tuple[int, int]], names: list[str]) -> None:
    """Groups and commissions: those set up here carry the agency's or region's name, later ones the earlier name."""
    for match in _GROUP.finditer(scan.text):
        start = match.start() + len(found[0]) if (found := _GROUP_START.match(match[1])) else match.start()
        words = scan.text[start : match.end(1)]
        if len(words) < 4 or _overlaps((start, match.end()), taken):
            continue
        office = match[2] or ""
        earlier = next((name for name in names if name.endswith(words) and len(name) > len(words)), None)
        if earlier:
            name, rule = earlier + office, "agency.again"
        elif len(words) >= 6 and _SET_UP.search(scan.text[max(0, start - 45) : start]):
            name, rule = (scan.analysis.context.agency or region.name) + words + office, "agency.group"
        else:
            continue
        names.append(name)
        scan.found.append(Found(start, match.end(), name, region, kind_of(name, region), rule))


def _overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)
