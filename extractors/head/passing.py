"""When a law was passed, approved and amended, as the lines between its title and its body tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.analysis import Analysis
from extractors.document import Fact, FieldEvidence, Head
from extractors.found import DateMention
from extractors.head.title import own_start
from extractors.head.year import is_work_report
from extractors.times.dates import dates_in
from ontology.head_cues import head_cues
from ontology.rules import Rule

_LAW_HEAD = 4000  # characters within which the text of a law begins, below all that is told of its amendments
_TOLD_WITHIN = 160  # characters behind a date within which it is told what was done that day
_REGULATIONS = ("law", "measures")
# Below the title a law lists who passed, approved and amended it when; its text begins with the contents or article 1.
_BODY = re.compile(r"\n\s*(?:目\s*录|第一章|第一条|一、|各位代表)")


def last_passing(analysis: Analysis, head: Head) -> DateMention | None:
    """The latest date of passing, approval or amendment between the title and the body; else one of the top lines."""
    cues = head_cues()
    days = list(_days(analysis, head))
    told = [date for date, words in days if cues.passed.search(words)]
    return max(told or [date for date, _ in days], key=lambda date: date.iso, default=None)


def find_first_passing(analysis: Analysis, head: Head) -> Fact | None:
    """The day on which a regulation was first passed; None where the text tells only of a later approval or amendment.

    The congress of a city passes, that of its province approves weeks later; of several days the first counts.
    """
    if head.kind not in _REGULATIONS:
        return None
    cues = head_cues()
    days = sorted(_days(analysis, head), key=lambda day: day[0].start)
    for index, (date, words) in enumerate(days):
        follows = days[index + 1][0].start - date.end if index + 1 < len(days) else len(words)
        if cues.amended.search(words[:follows]):
            return None
        if cues.passed_first.search(words[:follows]):
            return date.iso, FieldEvidence("text", Rule.HEAD_PASSED_FIRST, date.start, date.end)
    return None


def _days(analysis: Analysis, head: Head) -> Iterator[tuple[DateMention, str]]:
    """The days between the title and the body with what follows them; none from or up to which something holds."""
    formal = head.kind == "law" or is_work_report(analysis, head)
    low = own_start(head)
    body = _BODY.search(analysis.text, low, low + _LAW_HEAD) if formal else None
    end = body.start() if body else max((line.end for line in analysis.top_lines), default=0)
    for date in dates_in(analysis.absolute_dates, low, end):
        words = analysis.text[date.end : date.end + _TOLD_WITHIN]
        if date.rule == Rule.DATE_DAY and not head_cues().not_passed.search(words):
            yield date, words[: end - date.end]
