"""Who issues the document and to whom it goes: the head's issuer and recipient, and the agency that speaks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from extractors.agencies.lines import DATE_LINE, agencies_from, full_name, joined, read_agencies, whole_line
from extractors.analysis import AgencyMention, Analysis, FieldEvidence
from extractors.head.recipient import find_recipient
from extractors.numbers.grammar import find_numbers, parse_number
from extractors.numbers.issuers import issuer_of
from extractors.regions.context import context_of, region_of_level
from ontology.governments import government_of
from ontology.rules import Rule

_AFTER_OPENING = re.compile(
    r"关于|转发|批转|印发|办公|(?:19|20)\d\d|贯彻|落实|公告|通告|通知|令|工作报告|法治政府|行政|政务|推进|实施|[、\s]|$"
)
_SPEAKER = re.compile(r"(?<!人民)代表(?!大会)[^，。\n]{0,24}?(?:政府|国务院|行署|行政公署|管委会|管理委员会)")
# Titles whose page gives the number of another document: explanations of it, and pages of an agency that it names.
_NOT_OWN_NUMBER = re.compile(r"解读$|^《|^一图|^[省市县区州](?!场)[一-龥]{1,14}(?:局|委|厅|办)")
_ORDER_WITHIN = 600
_PASSED = re.compile(r"通过|制定|公布|批准|修订|修正")
_CITED = re.compile(r"根据|依照|依据|按照")
_OWN = re.compile(r"[我本](局|厅|委(?!员)|办(?![法理公案件事])|中心|院)")
_OWN_REGION = re.compile(r"我(省|市|县|区|州|盟|旗)")


def extract(analysis: Analysis) -> None:
    """Fill issuer and recipient of ``analysis.head`` and the agency of ``analysis.context``."""
    found = _find_issuer(analysis)
    if found:
        analysis.head.issuer, analysis.head.evidence["issuer"] = found
        first = analysis.head.issuer.split("、")[0]
        if analysis.head.region is None:
            _take_region(analysis, first)
        analysis.context = replace(analysis.context, agency=first)
        _rename_own(analysis, first)
    recipient = find_recipient(analysis)
    if recipient:
        analysis.head.recipient, analysis.head.evidence["recipient"] = recipient


def _take_region(analysis: Analysis, issuer: str) -> None:
    """A document that names no region is of its issuer's, which its number may tell (国发明电 is of the country)."""
    agencies = read_agencies(issuer, analysis.context).agencies
    if agencies and agencies[0].name == issuer and agencies[0].region:
        analysis.head.region = agencies[0].region
        analysis.head.evidence["region"] = analysis.head.evidence["issuer"]
        analysis.context = context_of(agencies[0].region, analysis.head.year)


def _rename_own(analysis: Analysis, own: str) -> None:
    """Give the own agency its full name where the text shortens it (市大数据局 for 市大数据发展管理局)."""
    mentioned = next((a for a in analysis.agencies if a.name == own), None)
    if mentioned is None:
        return
    analysis.agencies = [
        replace(a, name=own, kind=mentioned.kind)
        if a.region == mentioned.region and _shortens(a.kind, mentioned.kind)
        else a
        for a in analysis.agencies
    ]


def _shortens(short: str, full: str) -> bool:
    """Whether ``short`` leaves words out of ``full``, not the first and the last: 大数据局, 大数据发展管理局."""
    if short == full.removeprefix("人民政府") and short.endswith("中心"):
        return True
    rest = iter(full)
    same_ends = short[:2] == full[:2] and short[-1] == full[-1] == "局" and len(short) > 2
    return same_ends and len(short) < len(full) and all(character in rest for character in short)


def _find_issuer(analysis: Analysis) -> tuple[str, FieldEvidence] | None:
    steps = [
        _from_metadata,
        _from_title,
        _from_speaker,
        _from_signature,
        _from_top,
        _from_number,
        _from_order,
        _from_own_words,
        _from_own_region,
    ]
    if analysis.head.kind == "law":
        steps.insert(0, _from_legislature)
    return next((found for step in steps if (found := step(analysis))), None)


def _from_metadata(analysis: Analysis) -> tuple[str, FieldEvidence] | None:
    printed = analysis.source.metadata.get("issuer", "").strip()
    names = [full_name(analysis, part) for part in re.split(r"[、，,;；\s]+", printed) if part]
    return ("、".join(names), FieldEvidence("metadata", Rule.HEAD_METADATA)) if names else None


def _from_title(analysis: Analysis) -> tuple[str, FieldEvidence] | None:
    """The agencies that open the title: 四川省人民政府办公厅关于…."""
    title = analysis.head.evidence.get("title")
    if title is None:
        return None
    if title.start is None or title.end is None:
        return _from_outside_title(analysis, title)
    opening = re.compile(r"[《“\s#]*(?:(?:19|20)\d\d年度?)?(?:新疆生产建设兵团)?").match(analysis.text, title.start)
    agencies = agencies_from(analysis, opening.end() if opening else title.start, title.end)
    if agencies and _AFTER_OPENING.match(analysis.text, agencies[-1].mention.end):
        return joined(agencies, Rule.HEAD_TITLE)
    return None


def _from_outside_title(analysis: Analysis, title: FieldEvidence) -> tuple[str, FieldEvidence] | None:
    """The same for a title that stands outside the text."""
    inner = read_agencies(analysis.head.title or "", analysis.context)
    agencies = agencies_from(inner, 0, len(inner.text))
    if agencies and _AFTER_OPENING.match(inner.text, agencies[-1].mention.end):
        return "、".join(dict.fromkeys(agency.name for agency in agencies)), title
    return None


def _from_signature(analysis: Analysis) -> tuple[str, FieldEvidence] | None:
    """The agencies that fill a line at the end, with the date above, below or behind them."""
    lines = analysis.bottom_lines
    signed: list[AgencyMention] = []
    for index, line in enumerate(lines):
        agencies = whole_line(analysis, line)
        near = [other for other in lines[max(0, index - 1) : index + 4] if DATE_LINE.match(other.bare)]
        if agencies and (near or index >= len(lines) - 2):
            signed += agencies
    return joined(signed, Rule.HEAD_SIGNATURE) if signed else None


def _from_top(analysis: Analysis) -> tuple[str, FieldEvidence] | None:
    """An agency that fills a line above the body."""
    for line in analysis.top_lines:
        agencies = whole_line(analysis, line)
        if agencies:
            return joined(agencies, Rule.HEAD_ISSUER)
    return None


def _from_number(analysis: Analysis) -> tuple[str, FieldEvidence] | None:
    if _NOT_OWN_NUMBER.search(analysis.head.title or ""):
        return None
    number = parse_number(analysis.head.number) if analysis.head.number else None
    issuer = issuer_of(number, analysis.context.region) if number else None
    return (issuer, replace(analysis.head.evidence["number"], rule=Rule.HEAD_NUMBER)) if issuer else None


def _from_order(analysis: Analysis) -> tuple[str, FieldEvidence] | None:
    """The government whose order laid the document down, as the lines under the title say (…人民政府令第8号公布)."""
    opening = analysis.text[:_ORDER_WITHIN]
    for found in find_numbers(opening):
        cited = _CITED.search(opening, opening.rfind("\n", 0, found.start) + 1, found.start)
        if found.number.written_out and _PASSED.match(opening, found.end) and not cited:
            issuer = issuer_of(found.number, analysis.context.region)
            evidence = FieldEvidence("text", Rule.HEAD_ORDER, found.start, found.end)
            if analysis.head.number is None:
                analysis.head.number, analysis.head.evidence["number"] = str(found.number), evidence
            return (issuer, evidence) if issuer else None
    return None


def _from_speaker(analysis: Analysis) -> tuple[str, FieldEvidence] | None:
    """A work report's government: 我代表市人民政府, or a 政府工作报告 by its title."""
    region = analysis.context.region
    match = _SPEAKER.search(analysis.text[:4000])
    if match and region and analysis.head.kind == "report":
        named = [a for a in analysis.agencies if match.start() <= a.mention.start < match.end()]
        if named:
            return joined(named[-1:], Rule.HEAD_SPEAKER)
        return government_of(region), FieldEvidence("text", Rule.HEAD_SPEAKER, *match.span())
    title = analysis.head.title or ""
    if region and "政府工作报告" in title:
        return government_of(region), replace(analysis.head.evidence["title"], rule=Rule.HEAD_TITLE)
    return None


def _from_legislature(analysis: Analysis) -> tuple[str, FieldEvidence] | None:
    """Who passed a law, as the lines under its title say: the congress of its own region, not the one that approves."""
    lines = analysis.top_lines
    end = lines[-1].end if lines else 0
    bodies = [a for a in analysis.agencies if a.mention.start < end + 200 and "人民代表大会" in a.kind]
    own = [a for a in bodies if analysis.context.region and a.region == analysis.context.region.code]
    for agency in own or bodies:
        if _PASSED.search(analysis.text[agency.mention.end : agency.mention.end + 24]):
            return joined([agency], Rule.HEAD_CONGRESS)
    return None


def _from_own_words(analysis: Analysis) -> tuple[str, FieldEvidence] | None:
    """The agency of its own region that a report by 我局 names most often."""
    region = analysis.context.region
    word = Counter(_OWN.findall(analysis.text)).most_common(1)
    if not word or not region:
        return None
    fitting = [a for a in analysis.agencies if a.region == region.code and a.kind.endswith(word[0][0])]
    counts = Counter(a.name for a in fitting)
    if not counts:
        return None
    best = max(fitting, key=lambda a: (counts[a.name], -a.mention.start))
    return joined([best], Rule.HEAD_COMMONEST)


def _from_own_region(analysis: Analysis) -> tuple[str, FieldEvidence] | None:
    """The government of a report that speaks of 我市 and of no bureau of its own."""
    region = analysis.context.region
    if region is None or region.level == "country" or analysis.head.kind != "report" or _OWN.search(analysis.text):
        return None
    match = _OWN_REGION.search(analysis.text)
    if match is None or region_of_level(analysis.context, match[1]) != region:
        return None
    return government_of(region), FieldEvidence("text", Rule.HEAD_OWN_REGION, *match.span())
