"""When a document was signed and which year it reports on."""

from __future__ import annotations

import re
from collections import Counter

from extractors.analysis import Analysis, DateMention, FieldEvidence
from extractors.dates import dates_in
from extractors.head_lines import bottom_lines, top_lines

POLICY_KINDS = frozenset({"notice", "opinion", "plan", "measures", "decision", "law"})
_ISO = re.compile(r"((?:19|20)\d\d)[-年./](\d{1,2})[-月./](\d{1,2})")
_PASSED = re.compile("通过|批准|公布|发布|修正|修订|制定|签署")
_REVIEW = re.compile(r"((?:19|20)\d\d)年(?:度)?[^\n，。]{0,16}(?:回顾|总结|完成情况|工作情况|主要工作成|工作的?主要成)")
_AHEAD = re.compile(r"((?:19|20)\d\d)年(?:度)?[^\n，。]{0,20}(?:工作安排|主要任务|重点工作|工作任务|主要工作|目标任务|总体要求|预期目标|重点任务|工作部署|工作重点)")


def is_work_report(analysis: Analysis) -> bool:
    """Whether it is a government's report to a people's congress, which speaks in the year after the one reported."""
    return "政府工作报告" in (analysis.head.title or "") or "各位代表" in analysis.text[:600]


def find_date(analysis: Analysis) -> None:
    """Set the signing date: the metadata's, the last lines', that of passing under the title, else of publication."""
    head, metadata = analysis.head, analysis.source.metadata
    signed = _iso(metadata.get("date", ""))
    if signed:
        head.date, head.evidence["date"] = signed, FieldEvidence("metadata", "head.metadata")
        return
    found = _signed(analysis) or _passed(analysis)
    if found:
        rule = "head.signed" if found.start > len(analysis.text) // 2 else "head.passed"
        head.date, head.evidence["date"] = found.iso, FieldEvidence("text", rule, found.start, found.end)
        return
    published = _iso(metadata.get("published", ""))
    if published:
        head.date, head.evidence["date"] = published, FieldEvidence("metadata", "head.published")


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
    by_date = head.evidence.get("date", FieldEvidence("text", "head.date"))
    if head.kind in POLICY_KINDS:
        number = re.search(r"〔(\d{4})〕", head.number or "")
        numbered = (int(number[1]) if number else None, head.evidence.get("number", by_date))
        return [(date, by_date), numbered, _title_year(analysis), (path_year, FieldEvidence("path", "head.path")),
                _commonest(analysis)]  # fmt: skip
    early = head.date is not None and head.date[5:7] <= "04"
    shifted = (None if date is None else date - early, by_date)
    if is_work_report(analysis):
        return [_heading(analysis), _dated(analysis, shifted), _title_year(analysis, -1), _intro(analysis),
                (path_year, FieldEvidence("path", "head.path")), _commonest(analysis)]  # fmt: skip
    return [_title_year(analysis), _heading(analysis), _intro(analysis), shifted,
            (path_year, FieldEvidence("path", "head.path")), _commonest(analysis)]  # fmt: skip


def _dated(analysis: Analysis, shifted: tuple[int | None, FieldEvidence]) -> tuple[int | None, FieldEvidence]:
    return shifted


def _signed(analysis: Analysis) -> DateMention | None:
    for line in reversed(bottom_lines(analysis)):
        for date in reversed(dates_in(analysis, line.start, line.end)):
            rest = analysis.text[date.end : line.end].strip("日。）) \u3000")
            if date.rule == "date.day" and not rest and line.end - line.start < 60:
                return date
    return None


def _passed(analysis: Analysis) -> DateMention | None:
    found = [
        date
        for line in top_lines(analysis)
        for date in dates_in(analysis, line.start, line.end)
        if date.rule == "date.day"
    ]
    return max(found, key=lambda date: date.iso) if found else None


def _title_year(analysis: Analysis, shift: int = 0) -> tuple[int | None, FieldEvidence]:
    evidence = analysis.head.evidence.get("title", FieldEvidence("metadata", "head.title"))
    match = re.search(r"((?:19|20)\d\d)年?", analysis.head.title or "")
    return (int(match[1]) + shift if match else None), evidence


def _heading(analysis: Analysis) -> tuple[int | None, FieldEvidence]:
    """The year of 2017年工作回顾, or the one before that of 2018年主要任务."""
    for pattern, shift in ((_REVIEW, 0), (_AHEAD, -1)):
        for section in analysis.structure.sections[1:]:
            match = pattern.search(section.title)
            if match:
                evidence = FieldEvidence("text", "head.heading", section.start, section.body + len(section.title))
                return int(match[1]) + shift, evidence
    return None, FieldEvidence("text", "head.heading")


def _intro(analysis: Analysis) -> tuple[int | None, FieldEvidence]:
    """The first year before the first heading."""
    sections = analysis.structure.sections
    end = sections[1].start if len(sections) > 1 else min(600, len(analysis.text))
    for date in dates_in(analysis, 0, max(end, 1)):
        if date.rule == "date.year":
            return date.year, FieldEvidence("text", "head.intro", date.start, date.end)
    return None, FieldEvidence("text", "head.intro")


def _commonest(analysis: Analysis) -> tuple[int | None, FieldEvidence]:
    counts = Counter(date.year for date in analysis.dates if date.rule != "date.range")
    if not counts:
        return None, FieldEvidence("text", "head.commonest")
    year = max(counts, key=lambda y: (counts[y], y))
    first = next(date for date in analysis.dates if date.year == year)
    return year, FieldEvidence("text", "head.commonest", first.start, first.end)


def _iso(printed: str) -> str | None:
    match = _ISO.search(printed)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else None
