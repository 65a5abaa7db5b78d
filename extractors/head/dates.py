"""When a document was signed."""

from __future__ import annotations

import re

from extractors.analysis import Analysis
from extractors.document import Fact, FieldEvidence, Head
from extractors.found import DateMention
from extractors.head.dateline import find_dateline
from extractors.head.passing import last_passing
from extractors.head.signature import signed_within
from extractors.head.year import POLICY_KINDS
from extractors.text.iso import find_day
from extractors.text.marks import BLANKS, COLONS, YEAR
from extractors.times.dates import dates_in
from ontology.furniture import furniture
from ontology.rules import Rule

_PAGE_HEAD = 800  # characters within which a page prints when it was put up
_SIGNED_LINE = 60  # characters of the longest line that ends with the date of signing
# The time at which a page was put up: a date with the clock, or beside its source.
_PARTED = r"[-年./](?:1[0-2]|0?[1-9])[-月./](?:3[01]|[12]\d|0?[1-9])"
_COMPACT = r"(?:1[0-2]|0[1-9])(?:3[01]|[0-2]\d)(?= \d)"  # 20220506 19:00
_PRINTED = re.compile(
    rf"(?P<date>{YEAR}(?:{_PARTED}|{_COMPACT}))日?"
    r"(?:\s{0,3}T?\d{1,2}[:：]\d\d|\s{1,4}来源|\s{0,3}\n)"
)


def find_date(analysis: Analysis, head: Head, path_year: int | None) -> Fact | None:
    """The signing date: the metadata's, the last lines', that of passing under the title, else of publication.

    A dateline's day is of the year ``path_year``, where the path names one.
    """
    metadata = analysis.source.metadata
    printed_day = find_day(metadata.get("date", ""))
    if printed_day:
        return printed_day, FieldEvidence("metadata", Rule.HEAD_METADATA)
    signed = _signed(analysis, head)
    found = signed or last_passing(analysis, head)
    if found:
        rule = Rule.HEAD_SIGNED if signed else Rule.HEAD_PASSED
        return found.iso, FieldEvidence("text", rule, found.start, found.end)
    published = find_day(metadata.get("published", ""))
    if published:
        return published, FieldEvidence("metadata", Rule.HEAD_PUBLISHED)
    for printed in _PRINTED.finditer(analysis.text, 0, _PAGE_HEAD):
        day = find_day(printed["date"])
        if day and not _is_of_validity(analysis.text[: printed.start()]):
            return day, FieldEvidence("text", Rule.HEAD_PUBLISHED, *printed.span("date"))
    return _sent(analysis, path_year) if head.kind == "news" else None


def _is_of_validity(above: str) -> bool:
    """Whether the label right before a date says what holds from, or up to, that day: 实施日期：2021年4月16日."""
    label = re.sub(r"\s", "", above.rstrip(f"{BLANKS}\n{COLONS}").rpartition("\n")[2])
    group = furniture().by_name.get(label)
    return group is not None and group.key is None


def _sent(analysis: Analysis, year: int | None) -> Fact | None:
    """The day of a dateline."""
    dateline = find_dateline(analysis)
    if dateline is None or dateline.day is None or year is None:
        return None
    day = find_day(f"{year}-{dateline.day[0]}-{dateline.day[1]}")
    return (day, FieldEvidence("text", Rule.HEAD_DATELINE, dateline.start, dateline.end)) if day else None


def _signed(analysis: Analysis, head: Head) -> DateMention | None:
    for line in reversed(analysis.bottom_lines):
        for date in reversed(dates_in(analysis.absolute_dates, line.start, line.end)):
            rest = analysis.text[date.end : line.end].strip(f"日。）){BLANKS}")
            if date.rule == Rule.DATE_DAY and not rest and line.end - line.start < _SIGNED_LINE:
                return date
    if head.kind not in POLICY_KINDS:
        return None
    within = (date for date in analysis.absolute_dates if date.rule == Rule.DATE_DAY)
    return next((date for date in within if signed_within(analysis, date)), None)
