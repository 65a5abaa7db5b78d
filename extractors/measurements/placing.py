"""Of which place and year a figure is, and of which initiative."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractors.analysis import Analysis, DateMention
from extractors.measurements.figures import Figure, Initiative, inside
from extractors.times.stages import Timeline
from ontology.measurements import measurement_cues

_WIDE = {"country", "province"}
_BARE = len("2019")
_REACH = 6  # characters on either side of a date that may show what it is for


def region_of(analysis: Analysis, figure: Figure) -> str | None:
    """The last region named before it in its sentence, else the document's own."""
    own, regions = analysis.context.region, analysis.regions
    index = bisect_left(regions, figure.quantity.start, key=lambda m: m.mention.start) - 1
    near = regions[index].region if index >= 0 and regions[index].mention.start >= figure.sentence[0] else None
    if near and own and near.level in _WIDE and own.level not in _WIDE:
        near = None  # 纳入全省…库: the figure is the reporter's own
    place = near or own
    return place.code if place else None


def year_of(analysis: Analysis, timeline: Timeline, figure: Figure) -> int | None:
    """The year that its sentence names before it, else that of its part of the document, else the document's."""
    stage, year = timeline.at(figure.quantity.start), analysis.context.year
    if stage.kind == "plan":
        year = stage.year or (year + 1 if year else None)
    date = _last_date(analysis, figure)
    if not date or date.to_iso:
        return year
    if len(date.iso) > _BARE or year is None or abs(date.year - year) <= 1 or (date.year > year and _is_term(analysis, date)):
        return date.year
    return year  # further back it only says since when: 2019年以来


def _last_date(analysis: Analysis, figure: Figure) -> DateMention | None:
    """The last date before it in its sentence that is not what it is compared with (比去年, 较2019年)."""
    index = bisect_right(analysis.dates, figure.quantity.start, key=lambda d: d.start) - 1
    while index >= 0 and analysis.dates[index].start >= figure.sentence[0]:
        date = analysis.dates[index]
        if not _is_compared(analysis, date):
            return date
        index -= 1
    return None


def _is_compared(analysis: Analysis, date: DateMention) -> bool:
    cues, text = measurement_cues(), analysis.text
    return text.endswith(cues.compared_with, 0, date.start) or text.startswith(cues.compared_behind, date.end)


def _is_term(analysis: Analysis, date: DateMention) -> bool:
    """Whether something is due by the date: 到2025年底, 2025年底前."""
    cues, text = measurement_cues(), analysis.text
    return text.endswith(cues.due_by, 0, date.start) or text.startswith(cues.due_behind, date.end)


def initiative_of(analysis: Analysis, figure: Figure, mentions: Sequence[Initiative]) -> str | None:
    """The last initiative that its clause names before it, else the first behind it in its phrase."""
    start, end = analysis.structure.clause_at(figure.quantity.start)
    before = inside(mentions, start, figure.quantity.start)
    behind = inside(mentions, figure.quantity.end, min(end, figure.phrase[1]))
    if before:
        return before[-1][2]
    return behind[0][2] if behind else None
