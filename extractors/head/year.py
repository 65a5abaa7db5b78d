"""Which year a document reports on; of a policy the year of issue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from extractors.analysis import Analysis
from extractors.document import Fact, FieldEvidence, Head
from extractors.found import DateMention
from extractors.numbers.grammar import parse_number
from extractors.text.marks import HAN, YEAR
from extractors.text.numerals import YEAR_NUMERAL, read_numeral
from extractors.times.dates import dates_in
from ontology.head_cues import head_cues
from ontology.rules import Rule

POLICY_KINDS = frozenset({"notice", "opinion", "plan", "measures", "decision", "law"})
_LEAD = 300  # characters in which a journalist's text tells when it happened
_FORCE = re.compile(
    rf"本[{HAN}]{{2,8}}自(?P<date>(?P<year>{YEAR})年(?P<month>\d{{1,2}})月\d{{1,2}}日)起(?:施行|实施|执行|生效)"
)
_EITHER = ("3", "4", "5", "03", "04", "05")
_AIM = re.compile("年?底?以?前|年?底之前|年?末|起(?:施行|实施|执行|生效)")


def is_work_report(analysis: Analysis, head: Head) -> bool:
    """Whether it is a government's report to a people's congress, which speaks in the year after the one reported."""
    return "政府工作报告" in (head.title or "") or "各位代表" in analysis.text


class _Known(NamedTuple):
    """What the year is told from."""

    analysis: Analysis
    head: Head
    path_year: int | None


def find_year(analysis: Analysis, head: Head, path_year: int | None) -> Fact | None:
    """The year reported on; of a policy the year of issue."""
    known = _Known(analysis, head, path_year)
    listed = analysis.source.metadata.get("year", "")
    if listed and not (head.date and head.kind in POLICY_KINDS):
        return int(listed), FieldEvidence("metadata", Rule.HEAD_METADATA)
    return next((found for tell in _sources(known) if (found := tell(known))), None)


def _sources(known: _Known) -> tuple[Callable[[_Known], Fact | None], ...]:
    """What tells the year of a document of this kind, the surest first."""
    analysis, head, _ = known
    if head.kind in POLICY_KINDS or (head.kind == "other" and head.number):  # a 批复 or 函 is issued too
        return (_dated, _numbered, _titled, _filed, _in_force, _commonest)
    if head.kind == "news":
        return (_titled, _dated, _lead, _filed)
    if head.kind == "other" and head.title:
        return (_titled, _dated, _filed)
    if is_work_report(analysis, head):
        return (_heading, _dated_early, _titled_ahead, _intro, _given, _commonest)
    if head.kind == "other":
        return (_heading, _dated_early, _filed)
    return (_titled, _heading, _intro, _dated_early, _filed, _commonest)


def _dated(known: _Known) -> Fact | None:
    head = known.head
    return (int(head.date[:4]), head.evidence["date"]) if head.date else None


def _dated_early(known: _Known) -> Fact | None:
    """The year of the date; a report of the first months tells of the year before."""
    head = known.head
    return (int(head.date[:4]) - is_early(head.date), head.evidence["date"]) if head.date else None


def _numbered(known: _Known) -> Fact | None:
    number = parse_number(known.head.number or "")
    return (number.year, known.head.evidence["number"]) if number and number.year else None


def _titled(known: _Known) -> Fact | None:
    match = re.search(rf"({YEAR})年?|({YEAR_NUMERAL})年", known.head.title or "")
    year = read_numeral(match[1] or match[2]) if match else None
    return (year, known.head.evidence["title"]) if year else None


def _titled_ahead(known: _Known) -> Fact | None:
    """A work report's title names the year in which it was given."""
    found = _titled(known)
    return (int(found[0]) - 1, found[1]) if found else None


def _filed(known: _Known) -> Fact | None:
    return None if known.path_year is None else (known.path_year, FieldEvidence("path", Rule.HEAD_PATH))


def _given(known: _Known) -> Fact | None:
    """The year before the one that a work report is filed under, where it was given in that one."""
    year = known.path_year
    if year is None:
        return None
    return year - _names_year_before(known.analysis, year), FieldEvidence("path", Rule.HEAD_PATH)


def is_early(date: str | None) -> bool:
    """Whether a report of this date tells of the year before: one of January to April does."""
    return date is not None and date[5:7] <= "04"


def _in_force(known: _Known) -> Fact | None:
    """The year in which a policy comes into force; of one in force from January or February, the year before.

    What is in force from March, April or May may have been issued in either: 62 of 132 local laws the year before.
    """
    match = _FORCE.search(known.analysis.text)
    if match is None or match["month"] in _EITHER:
        return None
    year = int(match["year"]) - (int(match["month"]) <= 2)
    return year, FieldEvidence("text", Rule.HEAD_IN_FORCE, *match.span("date"))


def _lead(known: _Known) -> Fact | None:
    """The year of the first day that a journalist's text tells, in its first sentences."""
    days = dates_in(known.analysis.absolute_dates, 0, _LEAD)
    day = next((date for date in days if date.rule == Rule.DATE_DAY), None)
    return (day.year, FieldEvidence("text", Rule.HEAD_INTRO, day.start, day.end)) if day else None


def _heading(known: _Known) -> Fact | None:
    """The year of 2017年工作回顾, else the one before that of 2018年主要任务.

    关于2019年工作 looks back where a later heading looks ahead to the year behind it.
    """
    cues = head_cues()
    ahead: Fact | None = None
    for section in known.analysis.structure.sections[1:]:
        evidence = FieldEvidence("text", Rule.HEAD_HEADING, section.start, section.body + len(section.title))
        planned = cues.ahead.search(section.title)
        told = None if planned else cues.review_last.search(section.title) or cues.review.search(section.title)
        if told:
            return int(told["year"]), evidence
        if planned and (ahead is None or int(planned["year"]) - 2 == ahead[0]):
            ahead = int(planned["year"]) - 1, evidence
    return ahead


def _intro(known: _Known) -> Fact | None:
    """The first year before the first heading; that of its date or the one before, where it has a date."""
    analysis, head, _ = known
    sections = analysis.structure.sections
    end = sections[1].start if len(sections) > 1 else min(600, len(analysis.text))
    signed = int(head.date[:4]) if head.date else None
    for date in dates_in(analysis.absolute_dates, 0, max(end, 1)):
        if date.rule == Rule.DATE_YEAR and (signed is None or signed - 1 <= date.year <= signed):
            return date.year, FieldEvidence("text", Rule.HEAD_INTRO, date.start, date.end)
    return None


def _commonest(known: _Known) -> Fact | None:
    """The year named most often outside plans; of a work report, which looks back far, the last one named twice."""
    analysis, head, _ = known
    said = [date for date in analysis.absolute_dates if date.rule != Rule.DATE_RANGE]
    done = [
        date for date in said if analysis.structure.section_at(date.start).kind != "plan" and not _aimed(analysis, date)
    ]
    policy = head.kind in POLICY_KINDS  # it may name no year but those that it aims at
    counts = Counter(date.year for date in (done if policy else done or said))
    if not counts:
        return None
    twice = [year for year, count in counts.items() if count >= 2] if is_work_report(analysis, head) else []
    year = max(twice) if twice else max(counts, key=lambda y: (counts[y], y))
    first = next(date for date in said if date.year == year)
    return year, FieldEvidence("text", Rule.HEAD_COMMONEST, first.start, first.end)


def _names_year_before(analysis: Analysis, year: int) -> bool:
    """Whether a work report filed under ``year`` was given in it: it names the year before and hardly the next."""
    counts = Counter(date.year for date in analysis.absolute_dates)
    return counts[year - 1] >= max(1, counts[year + 1])


def _aimed(analysis: Analysis, date: DateMention) -> bool:
    """Whether something holds up to the date, or from it on: 到2025年, 2022年底前, 自2021年1月1日起施行."""
    text = analysis.text
    if date.rule == Rule.DATE_YEAR and text[max(0, date.start - 1) : date.start] in ("到", "至"):
        return True
    return bool(_AIM.match(text, date.end))
