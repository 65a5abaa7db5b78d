"""When a body was set up: by the date of its clause, else by the year that the part of the text reports on."""

from __future__ import annotations

import re
from functools import cache

from extractors.analysis import Analysis
from extractors.events.open_dates import is_open
from extractors.found import DateMention
from extractors.times.dates import dates_in
from ontology.foundings import founding_cues
from ontology.patterns import alternatives

_NEAR = 40  # characters between a date and the verb
_SPAN_WITHIN = 6000  # characters of a review over which its first words hold
_PAST = 10  # years before the one reported on; older ones are another matter's


def date_of(
    analysis: Analysis, position: int, low: int, high: int
) -> tuple[str, int | None] | None:
    """The day, month or year of a deed at ``position`` of the sentence ``low:high``, with where the text states it.

    None where it is not told: in a plan, in a review of several years, in a document that tells of no deeds.
    """
    stage, reported = analysis.timeline.at(position), analysis.context.year
    stated = _stated(analysis, position, low, high)
    if stated:
        ahead = stage.kind == "plan" and reported is not None and stated.year > reported
        return None if ahead else (stated.iso, stated.start)
    if analysis.head.kind not in founding_cues().told_in:
        return None
    if stage.kind in ("plan", "glossary") or _is_of_several_years(analysis, position):
        return None
    year = stage.year if stage.kind == "done" and stage.year else reported
    return (str(year), None) if year and reported and reported - _PAST <= year <= reported else None


def _stated(analysis: Analysis, position: int, low: int, high: int) -> DateMention | None:
    """The date that stands last before the deed, near it: between the body and its verb, or before both."""
    near = (date for date in dates_in(analysis.dates, low, high) if 0 <= position - date.end <= _NEAR)
    told = [date for date in near if not date.to_iso and not is_open(analysis, date, low)]
    return told[-1] if told else None


def _is_of_several_years(analysis: Analysis, position: int) -> bool:
    """Whether the review that ``position`` lies in speaks of a span of years, and no later words of a single one."""
    section = analysis.structure.section_at(position)
    told = list(_spans().finditer(analysis.text, max(0, position - _SPAN_WITHIN), position))
    return bool(told and told[-1]["span"]) or bool(_spans_only().search(section.title))


@cache
def _spans() -> re.Pattern[str]:
    cues = founding_cues()
    return re.compile(f"(?P<span>{alternatives(cues.spans)})|(?P<year>{alternatives(cues.years)})")


@cache
def _spans_only() -> re.Pattern[str]:
    return re.compile(alternatives(founding_cues().spans))
