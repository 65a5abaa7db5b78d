"""Agencies that a text means without naming their region: 我局, 局党组, 行署, 协调小组办公室, new groups."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.agencies.forms import is_name, kind_of, may_end
from extractors.agencies.scan import Found, Scan, Taken, in_folded, in_order
from extractors.analysis import AgencyMention, Analysis
from ontology.regions import Region
from ontology.rules import Rule

_CJK = "\u4e00-\u9fa5"
_OWN = re.compile(r"[我本](局|厅|委|办公室|办|中心|院|署)(党组(?!书记|成员|副书记))?")
_DEFINED = re.compile(rf"\((?:以下|下)?(?:统称|简称)为?[:]?([{_CJK}]{{3,16}})\)")
_PARTY_GROUP = re.compile(r"党组(?!书记|成员|副书记)")
_BODY_OF_GROUP = re.compile(rf"(?:(?<![{_CJK}])|(?<=[经由向]))(总局|局|厅|委|办|中心|院)\Z")
_ENDS = {"委": "委员会", "办": "办公室"}  # how the full name ends, where not with the word itself
_SEAT = re.compile(r"(?<!盟)行署(办公室|办|督查室)?")
_GROUP = re.compile(r"(?:领导小组|协调小组|工作小组|指挥部|委员会)(办公室)?")
_WORDS = re.compile(rf"[{_CJK}]*\Z")
_START = re.compile(r".*(?:成立了?|组建了?|设立了?|由|[组组]长的|牵头的|参加的|组成的|参与的|以及|[的在为等经])")
_SET_UP = re.compile(r"(?:成立|组建|设立)(?:了)?(?:以|由)?[^。;,\n]{0,30}\Z")
_LONGEST_GROUP = 24
_BUREAU = re.compile(r"(?:局|厅|办公室|中心|院|署|(?<!常务)委员会)$")
_COMMAND = re.compile(r"人大|人民代表大会|政协")
_TASK_GROUP = re.compile(r"(?:领导小组|协调小组|工作小组|指挥部)(?:办公室)?$")
# The congress and the consultative conference of the document's own region: 接受人大依法监督和政协民主监督.
_WATCHED = re.compile(
    r"(?P<congress>人大)(?:(?P<standing>及其常委会)|(?=、政协|政协|(?:依法|法律|工作)?(?:监督|法律监督)))"
    r"|(?P<conference>政协)(?=民主监督|的?监督|等)"
)


def extract(analysis: Analysis) -> list[AgencyMention]:
    """All agencies, each under the name that the whole document gives it, with the bodies that only context tells."""
    own = analysis.context.agency
    agencies = _renamed(analysis.named_agencies, own) if own else list(analysis.named_agencies)
    agencies = _with_full_names(agencies, own or "")
    agencies = _with_defined(analysis, agencies)
    return in_order([*agencies, *_meant(analysis, in_folded(analysis, agencies)).mentions()])


def _meant(analysis: Analysis, named: list[Found]) -> Scan:
    """The bodies that are meant without their region, beside those ``named``."""
    scan = Scan(analysis, analysis.context)
    region = analysis.context.region
    if region is None:
        return scan
    taken = Taken((found.start, found.end) for found in named)
    _find_own(scan, region, taken)
    if region.level == "country":
        return scan
    if region.name.endswith(("盟", "地区")):
        _find_seat(scan, region, taken)
    _find_watching(scan, region, taken)
    _find_named_before(scan, named, taken)
    if analysis.head.kind not in {"law", "measures"}:
        _find_groups(scan, region, taken, list(dict.fromkeys(found.name for found in named)))
    return scan


def _renamed(agencies: Sequence[AgencyMention], own: str) -> list[AgencyMention]:
    """The own agency by its full name where the text shortens it (市大数据局 for 市大数据发展管理局)."""
    mentioned = next((a for a in agencies if a.name == own), None)
    if mentioned is None:
        return list(agencies)
    return [
        replace(a, name=own, kind=mentioned.kind)
        if a.region == mentioned.region and _shortens(a.kind, mentioned.kind)
        else a
        for a in agencies
    ]


def _shortens(short: str, full: str) -> bool:
    """Whether ``short`` leaves words out of ``full``, not the first and the last: 大数据局, 大数据发展管理局."""
    if short == full.removeprefix("人民政府") and short.endswith("中心"):
        return True
    rest = iter(full)
    same_ends = short[:2] == full[:2] and short[-1] == full[-1] == "局" and len(short) > 2
    return same_ends and len(short) < len(full) and all(character in rest for character in short)


def _with_full_names(agencies: list[AgencyMention], own: str) -> list[AgencyMention]:
    """A department without its region is the one that the document names in full elsewhere: 新区行政审批局."""
    known = {a.name: a for a in agencies if a.mention.rule != Rule.AGENCY_BARE}
    settled = []
    for agency in agencies:
        if agency.mention.rule == Rule.AGENCY_BARE and agency.name not in known:
            full = [a for a in known.values() if a.name.endswith(agency.kind) and a.region == agency.region]
            full.sort(key=lambda a: a.name != own)
            if full:
                agency = replace(full[0], mention=replace(agency.mention, rule=Rule.AGENCY_AGAIN))
        settled.append(agency)
    return settled


def _with_defined(analysis: Analysis, agencies: list[AgencyMention]) -> list[AgencyMention]:
    """A short form that the text gives itself (管委会 after (以下简称管委会)) means its agency from there on."""
    text = analysis.folded.text
    named = in_folded(analysis, agencies)
    defined: dict[str, Found] = {}
    for found in named:
        match = _DEFINED.match(text, found.end)
        if match:
            defined.setdefault(match[1], found)
    if not defined:
        return agencies
    kept = []
    for agency, found in zip(agencies, named, strict=True):
        full = defined.get(text[found.start : found.end])
        kept.append(
            agency if full is None else replace(agency, name=full.name, region=full.region.code, kind=full.kind)
        )
    scan = Scan(analysis, analysis.context)
    taken = Taken((found.start, found.end) for found in named)
    for short, full in defined.items():
        start = text.find(short, full.end)
        while start >= 0:
            if not taken.overlaps(start, start + len(short)):
                end = start + len(short)
                scan.found.append(Found(start, end, full.name, full.region, full.kind, Rule.AGENCY_AGAIN))
            start = text.find(short, start + len(short))
    return in_order([*kept, *scan.mentions()])


def _find_own(scan: Scan, region: Region, taken: Taken) -> None:
    """The agency that speaks (我局, 本委) and its party group (局党组), where the document's agency is known."""
    agency, text = scan.context.agency, scan.text
    if not agency:
        return
    for match in _OWN.finditer(text):
        if agency.endswith(_ENDS.get(match[1], match[1])) and may_end(text, match[1], match.end(1)):
            _add_own(scan, region, match.span(), agency, bool(match[2]))
    for match in _PARTY_GROUP.finditer(text):
        body = _BODY_OF_GROUP.search(text, max(0, match.start() - 4), match.start())
        if body and agency.endswith(_ENDS.get(body[1], body[1])) and not taken.overlaps(body.start(), match.end()):
            _add_own(scan, region, (body.start(), match.end()), agency, True)


def _add_own(scan: Scan, region: Region, span: tuple[int, int], agency: str, party_group: bool) -> None:
    name = agency + ("党组" if party_group else "")
    rule = Rule.AGENCY_PARTY_GROUP if party_group else Rule.AGENCY_OWN
    scan.found.append(Found(*span, name, region, kind_of(name, region), rule))


def _find_seat(scan: Scan, region: Region, taken: Taken) -> None:
    """A league's 行署 and its offices."""
    for match in _SEAT.finditer(scan.text):
        if not taken.overlaps(*match.span()):
            tail = {None: "", "办": "办公室"}.get(match[1], match[1])
            name = f"{region.name}行政公署{tail}"
            scan.found.append(Found(*match.span(), name, region, kind_of(name, region), Rule.AGENCY_LEVEL))


def _find_named_before(scan: Scan, named: list[Found], taken: Taken) -> None:
    """Departments without their region that the text names with it elsewhere: 行政审批局."""
    text = scan.text
    known = {found.kind: found for found in reversed(named) if found.kind.endswith(("局", "委员会", "厅"))}
    for kind, earlier in sorted(known.items()):
        start = text.find(kind) if len(kind) > 2 else -1
        while start >= 0:
            end = start + len(kind)
            alone = not re.match(rf"[{_CJK})]", text[start - 1 : start]) and may_end(text, kind, end)
            if alone and not taken.overlaps(start, end):
                scan.found.append(Found(start, end, earlier.name, earlier.region, earlier.kind, Rule.AGENCY_AGAIN))
            start = text.find(kind, end)


def _find_groups(scan: Scan, region: Region, taken: Taken, names: list[str]) -> None:
    """Groups and commissions: those set up here carry the agency's or region's name, later ones the earlier name."""
    text = scan.text
    for match in _GROUP.finditer(text):
        left = _WORDS.search(text, max(0, match.start() - _LONGEST_GROUP), match.start())
        start = left.start() if left else match.start()
        cut = _START.match(text, start, match.start())
        start = cut.end() if cut else start
        office = match[1] or ""
        words = text[start : match.end() - len(office)]
        if len(words) < 4 or not is_name(words) or taken.overlaps(start, match.end()):
            continue
        earlier = next((name for name in names if name.endswith(words) and len(name) > len(words)), None)
        if earlier:
            name, rule = earlier + office, Rule.AGENCY_AGAIN
        else:
            own = _who_sets_up(scan, region, start, words)
            if own is None:
                continue
            name, rule = own + words + office, Rule.AGENCY_GROUP
        if name not in names:
            names.append(name)
        scan.found.append(Found(start, match.end(), name, region, kind_of(name, region), rule))


def _who_sets_up(scan: Scan, region: Region, start: int, words: str) -> str | None:
    """Whose the group at ``start`` is: the bureau's that speaks, or the region's; None where it is not set up here."""
    if len(words) < 7 or not _SET_UP.search(scan.text, max(0, start - 36), start):
        return None
    agency = scan.context.agency or ""
    if _BUREAU.search(agency) and not _COMMAND.search(agency):
        return agency
    return region.name if _TASK_GROUP.search(words) else None


def _find_watching(scan: Scan, region: Region, taken: Taken) -> None:
    for match in _WATCHED.finditer(scan.text):
        start, end = match.span()
        if not taken.overlaps(start, end):
            names = [f"{region.name}人民代表大会" if match["congress"] else f"政协{region.name}委员会"]
            names += [names[0] + "常务委员会"] if match["standing"] else []
            for name in names:
                scan.found.append(Found(start, end, name, region, kind_of(name, region), Rule.AGENCY_WATCHING))
