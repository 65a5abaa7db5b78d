"""Of which place and year a figure is, and of which initiative."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractors.analysis import Analysis, DateMention, RegionMention
from extractors.measurements.figures import Figure, Initiative, inside
from extractors.times.stages import Timeline
from ontology.adoption_cues import adoption_cues
from ontology.measurements import measurement_cues

_BARE = len("2019")


def region_of(analysis: Analysis, figure: Figure) -> str | None:
    """The last region that acts before it in its sentence, else one 在 which it is, else the document's own.

    A region around the document's own is none of them: what a county counts 在全市率先 or into 全省…库 is its own.
    """
    own, text = analysis.context.region, analysis.text
    around = {region.code for region in analysis.context.levels.values()}
    inner = _mentions(analysis, figure.quantity.end, figure.phrase[1])
    places = [m.region for m in inner if text.endswith("在", 0, m.mention.start)]
    places += [m.region for m in _mentions(analysis, figure.sentence[0], figure.quantity.start) if _acts(analysis, m)][-1:]
    code = next((place.code for place in places if place.level != "country" and place.code not in around), None)
    return code or (own.code if own else None)


def _mentions(analysis: Analysis, start: int, end: int) -> Sequence[RegionMention]:
    regions = analysis.regions
    first, last = (bisect_left(regions, place, key=lambda m: m.mention.start) for place in (start, end))
    return regions[first:last]


def _acts(analysis: Analysis, place: RegionMention) -> bool:
    """Whether a region is not only where something leads to, what it is compared with, or where news were written."""
    cues, text = measurement_cues(), analysis.text
    start, end = place.mention.start, place.mention.end
    return not text.endswith(cues.no_actor, 0, start) and not cues.dateline.match(text, end)


def year_of(analysis: Analysis, timeline: Timeline, figure: Figure) -> int | None:
    """The year that its sentence names before it, else that of its part of the document, else the document's."""
    year = planned_for(analysis, timeline, figure) or analysis.context.year
    date = _last_date(analysis, figure)
    if not date or date.to_iso:
        return year
    if len(date.iso) > _BARE or year is None or abs(date.year - year) <= 1 or (date.year > year and _is_term(analysis, date)):
        return date.year
    return year  # further back it only says since when: 2019年以来


def planned_for(analysis: Analysis, timeline: Timeline, figure: Figure) -> int | None:
    """The year after the one reported on, or the later one that a plan is for, where the figure stands in its part.

    A heading that names the coming year (抓好2024年政府工作) opens such a part; what a policy lays down is no plan.
    """
    reported, stage = analysis.context.year, timeline.at(figure.quantity.start)
    if reported is None:
        return None
    named = stage.year or analysis.structure.section_at(figure.quantity.start).year
    if stage.kind == "plan" and analysis.head.kind not in adoption_cues().policies:
        return named if named and named > reported else reported + 1
    return named if named == reported + 1 and stage.kind is None else None


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
