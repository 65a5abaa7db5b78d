"""When a document was signed and which year it reports on."""

from __future__ import annotations

import re
from collections import Counter

from extractors.analysis import Analysis, DateMention, FieldEvidence
from extractors.numbers.grammar import parse_number
from extractors.times.dates import dates_in
from extractors.times.iso import find_day
from ontology.rules import Rule

POLICY_KINDS = frozenset({"notice", "opinion", "plan", "measures", "decision", "law"})
# Below the title a law lists who passed, approved and amended it when; its text begins with the contents or article 1.
_BODY = re.compile(r"\n\s*(?:目\s*录|第一章|第一条|一、|各位代表)")
# The time at which a page was put up: a date with the clock, or beside its source.
_PRINTED = re.compile(
    r"(?P<date>(?:19|20)\d\d[-年./](?:1[0-2]|0?[1-9])[-月./](?:3[01]|[12]\d|0?[1-9]))日?"
    r"(?:\s{0,3}T?\d{1,2}[:：]\d\d|\s{1,4}来源|\s{0,3}\n)"
)
_PASSED = re.compile(r"通过|批准|公布|发布|修正|修订|制定|签署|备案|上$|上[）)]|会议")
_NOT_SIGNED = re.compile(r"^日?(?:起|以前|之前|前)")
_WORK = (
    "工作安排|主要任务|工作任务|目标任务|总体要求|预期目标|重点任务|工作部署|工作重点|总体部署|主要目标|政府工作(?:任务|安排|建议)|工作建议"
)
_REVIEW = re.compile(r"((?:19|20)\d\d)年(?:度)?[^\n，。]{0,16}(?:回顾|总结|完成情况|工作情况|成效|成绩|成就|进展)")
_REVIEW_LAST = re.compile(r"(?:成就|成绩|成效|回顾|时期)[^\n，。]{0,4}[和及与]((?:19|20)\d\d)年")
_AHEAD = re.compile(rf"((?:19|20)\d\d)(?:年(?:度)?[^\n，。]{{0,20}}(?:{_WORK})|年的?工作$)")


def is_work_report(analysis: Analysis) -> bool:
    """Whether it is a government's report to a people's congress, which speaks in the year after the one reported."""
    return "政府工作报告" in (analysis.head.title or "") or "各位代表" in analysis.text


def find_date(analysis: Analysis) -> None:
    """Set the signing date: the metadata's, the last lines', that of passing under the title, else of publication."""
    head, metadata = analysis.head, analysis.source.metadata
    signed = find_day(metadata.get("date", ""))
    if signed:
        head.date, head.evidence["date"] = signed, FieldEvidence("metadata", Rule.HEAD_METADATA)
        return
    found = _signed(analysis) or _passed(analysis)
    if found:
        rule = Rule.HEAD_SIGNED if found.start > len(analysis.text) // 2 else Rule.HEAD_PASSED
        head.date, head.evidence["date"] = found.iso, FieldEvidence("text", rule, found.start, found.end)
        return
    published = find_day(metadata.get("published", ""))
    if published:
        head.date, head.evidence["date"] = published, FieldEvidence("metadata", Rule.HEAD_PUBLISHED)
        return
    printed = _PRINTED.search(analysis.text, 0, 800)
    if printed:
        head.date = find_day(printed["date"])
        head.evidence["date"] = FieldEvidence("text", Rule.HEAD_PUBLISHED, *printed.span("date"))


def find_year(analysis: Analysis, path_year: int | None) -> None:
    """Set the year reported on; of a policy the year of issue."""
    for year, evidence in _years(analysis, path_year):
        if year is not None:
            analysis.head.year, analysis.head.evidence["year"] = year, evidence
            return


def speaking_year(analysis: Analysis) -> int | None:
    """The year that 今年 means: a work report speaks in the year after the one it reports on."""
    head = analysis.head
    if head.year is None or not is_work_report(analysis):
        return head.year
    said = int(head.date[:4]) if head.date else None
    return said if said in (head.year, head.year + 1) else head.year + 1


def _years(analysis: Analysis, path_year: int | None) -> list[tuple[int | None, FieldEvidence]]:
    head = analysis.head
    date = int(head.date[:4]) if head.date else None
    by_date = head.evidence.get("date", FieldEvidence("text", Rule.HEAD_DATE))
    if head.kind in POLICY_KINDS or (head.kind == "other" and head.number):  # a 批复 or 函 is issued too
        number = parse_number(head.number or "")
        numbered = (number.year if number else None, head.evidence.get("number", by_date))
        return [(date, by_date), numbered, _title_year(analysis), (path_year, FieldEvidence("path", Rule.HEAD_PATH)),
                _commonest(analysis)]  # fmt: skip
    path = (path_year, FieldEvidence("path", Rule.HEAD_PATH))
    if head.kind == "news" or (head.kind == "other" and head.title):
        return [_title_year(analysis), (date, by_date), path]
    shifted = (None if date is None else date - is_early(head.date), by_date)
    if is_work_report(analysis):
        given = None if path_year is None else path_year - _names_year_before(analysis, path_year)
        return [_heading(analysis), shifted, _title_year(analysis, -1), _intro(analysis),
                (given, FieldEvidence("path", Rule.HEAD_PATH)), _commonest(analysis)]  # fmt: skip
    if head.kind == "other":
        return [_heading(analysis), shifted, path]
    return [_title_year(analysis), _heading(analysis), _intro(analysis), shifted, path, _commonest(analysis)]


def is_early(date: str | None) -> bool:
    """Whether a report of this date tells of the year before: one of January to April does."""
    return date is not None and date[5:7] <= "04"


def _signed(analysis: Analysis) -> DateMention | None:
    for line in reversed(analysis.bottom_lines):
        for date in reversed(dates_in(analysis, line.start, line.end)):
            rest = analysis.text[date.end : line.end].strip("日。）) \u3000")
            if date.rule == Rule.DATE_DAY and not rest and line.end - line.start < 60:
                return date
    return None


def _passed(analysis: Analysis) -> DateMention | None:
    """The latest date of passing, approval or amendment between the title and the body; else one of the top lines."""
    formal = analysis.head.kind == "law" or is_work_report(analysis)
    body = _BODY.search(analysis.text, 0, 4000) if formal else None
    end = body.start() if body else max((line.end for line in analysis.top_lines), default=0)
    found = [
        date
        for date in dates_in(analysis, 0, end)
        if date.rule == Rule.DATE_DAY and not _NOT_SIGNED.match(analysis.text[date.end : date.end + 4])
    ]
    told = [date for date in found if _PASSED.search(analysis.text, date.end, min(end, date.end + 160))]
    return max(told or found, key=lambda date: date.iso, default=None)


def _title_year(analysis: Analysis, shift: int = 0) -> tuple[int | None, FieldEvidence]:
    evidence = analysis.head.evidence.get("title", FieldEvidence("metadata", Rule.HEAD_TITLE))
    match = re.search(r"((?:19|20)\d\d)年?", analysis.head.title or "")
    return (int(match[1]) + shift if match else None), evidence


def _heading(analysis: Analysis) -> tuple[int | None, FieldEvidence]:
    """The year of 2017年工作回顾, else the one before that of 2018年主要任务."""
    ahead: tuple[int | None, FieldEvidence] = (None, FieldEvidence("text", Rule.HEAD_HEADING))
    for section in analysis.structure.sections[1:]:
        evidence = FieldEvidence("text", Rule.HEAD_HEADING, section.start, section.body + len(section.title))
        planned = _AHEAD.search(section.title)
        told = None if planned else _REVIEW_LAST.search(section.title) or _REVIEW.search(section.title)
        if told:
            return int(told[1]), evidence
        if planned and ahead[0] is None:
            ahead = int(planned[1]) - 1, evidence
    return ahead


def _intro(analysis: Analysis) -> tuple[int | None, FieldEvidence]:
    """The first year before the first heading; that of its date or the one before, where it has a date."""
    sections = analysis.structure.sections
    end = sections[1].start if len(sections) > 1 else min(600, len(analysis.text))
    signed = int(analysis.head.date[:4]) if analysis.head.date else None
    for date in dates_in(analysis, 0, max(end, 1)):
        if date.rule == Rule.DATE_YEAR and (signed is None or signed - 1 <= date.year <= signed):
            return date.year, FieldEvidence("text", Rule.HEAD_INTRO, date.start, date.end)
    return None, FieldEvidence("text", Rule.HEAD_INTRO)


def _commonest(analysis: Analysis) -> tuple[int | None, FieldEvidence]:
    """The year named most often outside plans; of a work report, which looks back far, the last one named twice."""
    said = [date for date in analysis.dates if date.rule != Rule.DATE_RANGE]
    done = [
        date
        for date in said
        if analysis.structure.section_at(date.start).kind != "plan" and not _aimed(analysis, date)
    ]
    counts = Counter(date.year for date in done or said)
    if not counts:
        return None, FieldEvidence("text", Rule.HEAD_COMMONEST)
    twice = [year for year, count in counts.items() if count >= 2] if is_work_report(analysis) else []
    year = max(twice) if twice else max(counts, key=lambda y: (counts[y], y))
    first = next(date for date in said if date.year == year)
    return year, FieldEvidence("text", Rule.HEAD_COMMONEST, first.start, first.end)


def _names_year_before(analysis: Analysis, year: int) -> bool:
    """Whether a work report filed under ``year`` was given in it: it names the year before and hardly the next."""
    counts = Counter(date.year for date in analysis.dates)
    return counts[year - 1] >= max(1, counts[year + 1])


def _aimed(analysis: Analysis, date: DateMention) -> bool:
    return analysis.text[max(0, date.start - 1) : date.start] in ("到", "至") and date.rule == Rule.DATE_YEAR
