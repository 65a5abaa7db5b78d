"""Who issues a document: by its page, its title, who speaks, who signs, its number, its order, or its own words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from extractors.agencies.lines import agencies_from, full_names, joined, read_agencies
from extractors.analysis import Analysis
from extractors.document import Fact, FieldEvidence
from extractors.head.dateline import find_dateline
from extractors.head.given import first_word
from extractors.head.signature import issuer_lines, signature_lines, whole_line
from extractors.head.speaker import find_speaker
from extractors.numbers.grammar import parse_number
from extractors.numbers.issuers import issuer_of
from extractors.regions.context import region_of_level
from extractors.regions.path_hint import path_hint
from extractors.text.marks import YEAR
from extractors.text.numerals import YEAR_NUMERAL
from ontology.governments import government_of
from ontology.head_cues import head_cues
from ontology.rules import Rule

_BEHIND = 24  # characters behind an agency in which is told what it does
_OWN = re.compile(r"[我本](局|厅|委(?!员)|办(?![法理公案件事])|中心|院)")
_OPENING = re.compile(rf"\s*(?:{YEAR}|{YEAR_NUMERAL})年(?:度|以来)?，")
_TITLE_OPENING = re.compile(rf"[《“\s#]*(?:(?:{YEAR}|{YEAR_NUMERAL})年度?)?(?:新疆生产建设兵团)?")
_NAMES = re.compile(r"[、，,;；\s]+")
_OWN_REGION = re.compile(r"我(省|市|县|区|州|盟|旗)")


def find_issuer(analysis: Analysis) -> Fact | None:
    """The issuer by what tells it surest: page, title, speaker, signature, number, its own words.

    A page names the one that publishes; where the title names others beside it, all of them issued the document.
    """
    listed = first_word(analysis, "issuer", _found(analysis))
    if listed and listed[1] and listed[1].rule == Rule.HEAD_SOURCES:
        names = [full_names(part, analysis.own_context) for part in _NAMES.split(str(listed[0])) if part]
        return "、".join(names), listed[1]
    return listed


def _found(analysis: Analysis) -> Fact | None:
    found = next((found for tell in _SOURCES if (found := tell(analysis))), None)
    titled = _from_title(analysis) if found and found[1] and found[1].source == "metadata" else None
    joint = found and titled and {str(found[0])} < set(str(titled[0]).split("、"))
    return titled if joint else found


def _from_metadata(analysis: Analysis) -> Fact | None:
    printed = analysis.source.metadata.get("issuer", "").strip()
    names = [full_names(part, analysis.own_context) for part in _NAMES.split(printed) if part]
    return ("、".join(names), FieldEvidence("metadata", Rule.HEAD_METADATA)) if names else None


def _from_title(analysis: Analysis) -> Fact | None:
    """The agencies that open the title: 四川省人民政府办公厅关于…."""
    title = analysis.own_head.evidence.get("title")
    if title is None:
        return None
    if title.start is None or title.end is None:
        return _from_outside_title(analysis, title)
    opening = _TITLE_OPENING.match(analysis.text, title.start)
    agencies = agencies_from(analysis, opening.end() if opening else title.start, title.end)
    if agencies and _opens_title(analysis.text, agencies[-1].mention.end):
        return joined(agencies, Rule.HEAD_TITLE)
    return None


def _from_outside_title(analysis: Analysis, title: FieldEvidence) -> Fact | None:
    """The same for a title that stands outside the text."""
    inner = read_agencies(analysis.own_head.title or "", analysis.own_context)
    agencies = agencies_from(inner, 0, len(inner.text))
    if agencies and _opens_title(inner.text, agencies[-1].mention.end):
        return "、".join(dict.fromkeys(agency.name for agency in agencies)), title
    return None


def _opens_title(text: str, end: int) -> bool:
    """Whether agencies that end at ``end`` issue what the title names behind them."""
    return bool(head_cues().after_issuer.search(text[end : end + _BEHIND]))


def _from_signature(analysis: Analysis) -> Fact | None:
    signed = [agency for line in signature_lines(analysis) for agency in whole_line(analysis, line)]
    return joined(signed, Rule.HEAD_SIGNATURE) if signed else None


def _from_top(analysis: Analysis) -> Fact | None:
    """An agency that fills a line above the body."""
    lines = (whole_line(analysis, line) for line in issuer_lines(analysis))
    agencies = next((found for found in lines if found), None)
    return joined(agencies, Rule.HEAD_ISSUER) if agencies else None


def _from_number(analysis: Analysis) -> Fact | None:
    if head_cues().not_own_number.search(analysis.own_head.title or ""):
        return None
    number = parse_number(analysis.own_head.number) if analysis.own_head.number else None
    issuer = issuer_of(number, analysis.own_context.region) if number else None
    evidence = analysis.own_head.evidence.get("number")
    if issuer is None or evidence is None:
        return None
    return issuer, evidence if evidence.rule == Rule.HEAD_ORDER else replace(evidence, rule=Rule.HEAD_NUMBER)


def _from_speaker(analysis: Analysis) -> Fact | None:
    """A work report's government: 我代表市人民政府, or a 政府工作报告 by its title; a functional area has none."""
    region = None if analysis.own_head.area else analysis.own_context.region
    match = find_speaker(analysis.text)
    if match and analysis.own_context.region and analysis.own_head.kind == "report":
        named = [a for a in analysis.named_agencies if match.start() <= a.mention.start < match.end()]
        if named:
            return joined(named[-1:], Rule.HEAD_SPEAKER)
        if region is None:
            return None
        return government_of(region), FieldEvidence("text", Rule.HEAD_SPEAKER, *match.span())
    title = analysis.own_head.title or ""
    if region and "政府工作报告" in title:
        return government_of(region), replace(analysis.own_head.evidence["title"], rule=Rule.HEAD_TITLE)
    return None


def _from_legislature(analysis: Analysis) -> Fact | None:
    """Who passed a law, as the lines under its title say: the congress of its own region, not the one that approves."""
    if analysis.own_head.kind != "law":
        return None
    lines = analysis.top_lines
    end = lines[-1].end if lines else 0
    bodies = [a for a in analysis.named_agencies if a.mention.start < end + 200 and "人民代表大会" in a.kind]
    own = [a for a in bodies if analysis.own_context.region and a.region == analysis.own_context.region.code]
    for agency in own or bodies:
        if head_cues().legislates.search(analysis.text[agency.mention.end : agency.mention.end + _BEHIND]):
            return joined([agency], Rule.HEAD_CONGRESS)
    return None


def _from_own_words(analysis: Analysis) -> Fact | None:
    """The agency of its own region that a report by 我局 names most often."""
    region = analysis.own_context.region
    word = Counter(_OWN.findall(analysis.text)).most_common(1)
    if not word or not region:
        return None
    fitting = [a for a in analysis.named_agencies if a.region == region.code and a.kind.endswith(word[0][0])]
    counts = Counter(a.name for a in fitting)
    if not counts:
        return None
    best = max(fitting, key=lambda a: (counts[a.name], -a.mention.start))
    return joined([best], Rule.HEAD_COMMONEST)


def _from_own_region(analysis: Analysis) -> Fact | None:
    """The government of a report that speaks of 我市 and of no bureau of its own."""
    region = analysis.own_context.region
    if region is None or region.level == "country" or analysis.own_head.kind != "report" or _OWN.search(analysis.text):
        return None
    match = _OWN_REGION.search(analysis.text)
    if match is None or region_of_level(analysis.own_context, match[1]) != region:
        return None
    return government_of(region), FieldEvidence("text", Rule.HEAD_OWN_REGION, *match.span())


def _from_opening(analysis: Analysis) -> Fact | None:
    """The agency of its own region that the opening sentence of a report says did the work: 2022年，市行政审批局…."""
    region, opening = analysis.own_context.region, _OPENING.match(analysis.text)
    if region is None or opening is None or analysis.own_head.kind != "report":
        return None
    found = agencies_from(analysis, opening.end(), opening.end() + _BEHIND)[:1]
    return joined(found, Rule.HEAD_OPENING) if found and found[0].region == region.code else None


def _from_dateline(analysis: Analysis) -> Fact | None:
    """Who sends a journalist's text: 新华社成都3月6日电."""
    dateline = find_dateline(analysis) if analysis.own_head.kind == "news" else None
    if dateline is None or dateline.who is None:
        return None
    return dateline.who, FieldEvidence("text", Rule.HEAD_DATELINE, dateline.start, dateline.end)


def _from_path(analysis: Analysis) -> Fact | None:
    """The agency that the file's name opens with: 遂宁市行政审批局_2022_实施方案.txt."""
    opening = path_hint(analysis.file).opening.removesuffix("等")
    agencies = agencies_from(read_agencies(opening, analysis.own_context), 0, len(opening)) if opening else []
    if not agencies or agencies[-1].mention.end != len(opening):
        return None
    return "、".join(dict.fromkeys(agency.name for agency in agencies)), FieldEvidence("path", Rule.HEAD_PATH)


_SOURCES = (
    _from_dateline,
    _from_legislature,
    _from_metadata,
    _from_title,
    _from_speaker,
    _from_signature,
    _from_top,
    _from_number,
    _from_opening,
    _from_own_words,
    _from_own_region,
    _from_path,
)
