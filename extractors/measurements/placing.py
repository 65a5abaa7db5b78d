"""Of which place and year a figure is, and of which initiative."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set

from extractors.analysis import Analysis
from extractors.found import DateMention, RegionMention
from extractors.measurements.figures import Figure, Initiative, inside
from extractors.regions.areas import NamedArea, areas_between, opens
from extractors.text.folding import fold
from extractors.text.marks import COMMAS, YEAR
from ontology.adoption_cues import adoption_cues
from ontology.measurements import measurement_cues

_BARE = len("2019")
_DATED = re.compile(rf"\s*(?:(?:{YEAR}|今)年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?)?[{COMMAS}]?\s*")


def region_of(analysis: Analysis, figure: Figure, initiatives: Sequence[Initiative]) -> str | None:
    """The last region that acts before it in its sentence, or one 在 which it is, else the document's own.

    A region around the document's own is none of them: what a county counts 在全市率先 or into 全省…库 is its own.
    """
    own, text = analysis.context.region, analysis.text
    around = {region.code for region in analysis.context.levels.values()}
    behind = _mentions(analysis, figure.quantity.end, figure.phrase[1])
    places = [place for place in behind if text.endswith("在", 0, place.mention.start)]
    places += _acting(analysis, figure, initiatives)[-1:]
    regions = [place.region for place in places]
    code = next((region.code for region in regions if region.level != "country" and region.code not in around), None)
    return code or (own.code if own else None)


def area_of(analysis: Analysis, figure: Figure) -> NamedArea | None:
    """The functional area that opens its sentence or phrase, unless a region comes in between, or the own one again."""
    own = analysis.head.area
    for area in reversed(areas_between(analysis, figure.sentence[0], figure.quantity.start)):
        behind = area.end, figure.quantity.start
        if _mentions(analysis, *behind) or adoption_cues().own_again.pattern.search(analysis.text, *behind):
            return None
        first = _DATED.fullmatch(analysis.text, figure.sentence[0], area.start)
        if first or (area.start >= figure.phrase[0] and opens(analysis, area, figure.sentence[0])):
            return None if own and fold(own) == fold(area.name) else area
    return None


def _mentions(analysis: Analysis, start: int, end: int) -> Sequence[RegionMention]:
    regions = analysis.regions
    first, last = (bisect_left(regions, place, key=lambda m: m.mention.start) for place in (start, end))
    return regions[first:last]


def _acting(analysis: Analysis, figure: Figure, initiatives: Sequence[Initiative]) -> list[RegionMention]:
    """The regions before a figure in its sentence, but for those that the sentence does not say to act.

    Such are where something leads from or to, what it is compared with, members of what is counted (甲县等10个县),
    parts of a reform's name (川渝通办), and where news were written.
    """
    cues, text = measurement_cues(), analysis.text
    acting, passed = [], -1
    for place in _mentions(analysis, figure.sentence[0], figure.quantity.start):
        start, end = place.mention.start, place.mention.end
        names = inside(initiatives, figure.sentence[0], end)
        named = any(first <= start < last for first, last, _ in names)
        listed = start >= figure.near[0] and text.endswith("等", 0, figure.quantity.start)
        led = text.endswith(cues.no_actor, 0, start) or text.startswith(cues.routes, end) or start == passed
        if led:
            passed = end  # 宁波北仑: the second is where the first leads to
        if not (named or listed or led or cues.dateline.match(text, end)):
            acting.append(place)
    return acting


def year_of(analysis: Analysis, figure: Figure) -> int | None:
    """The year that its sentence names before it, else that of its part of the document, else the document's."""
    year = planned_for(analysis, figure) or analysis.context.year
    date = _last_date(analysis, figure)
    if not date or date.to_iso:
        return year
    near = len(date.iso) > _BARE or year is None or abs(date.year - year) <= 1
    if near or (year and date.year > year and _is_due(analysis, date)):
        return date.year
    return year  # further back it only says since when: 2019年以来


def planned_for(analysis: Analysis, figure: Figure) -> int | None:
    """The year after the one reported on, or the later one that a plan is for, where the figure stands in it.

    A heading that names the coming year (抓好2024年政府工作) opens such a part; what a policy lays down is no plan.
    """
    reported, stage = analysis.context.year, analysis.timeline.at(figure.quantity.start)
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


def _is_due(analysis: Analysis, date: DateMention) -> bool:
    """Whether something is due by the date: 到2025年底, 2025年底前."""
    cues, text = measurement_cues(), analysis.text
    return text.endswith(cues.due_by, 0, date.start) or text.startswith(cues.due_behind, date.end)


_PHRASES = 50  # phrases of a clause that are looked through for what is counted in them
_FURTHEST = 500  # characters of one of them


def initiative_of(analysis: Analysis, figure: Figure, counting: Set[int], mentions: Sequence[Initiative]) -> str | None:
    """The initiative that a figure is told of, within its clause.

    That is the last one before it in its phrase, else the first behind it there, else the last of the phrases before,
    as long as these count, too: of 推行甲，受理3件，办结2件 both figures, of 推行甲，加强监督，受理3件 none.
    """
    start, end = analysis.structure.clause_at(figure.quantity.start)
    first, last = max(start, figure.phrase[0]), min(end, figure.phrase[1])
    if not inside(mentions, start, last):  # of most figures
        return None
    behind = inside(mentions, figure.quantity.end, last)
    for phrase in _counting_phrases(analysis.text, start, first, counting):
        before = inside(mentions, phrase[0], min(phrase[1], figure.quantity.start))
        if before:
            return before[-1][2]
        if phrase[0] == first and behind:
            return behind[0][2]
    return None


def _counting_phrases(text: str, start: int, first: int, counting: Set[int]) -> Iterator[tuple[int, int]]:
    """The phrase from ``first`` on and those before it, down to the last that counts nothing; no more than a few."""
    end = len(text)
    for _ in range(_PHRASES):
        yield first, end
        end = first
        if first <= start or first not in counting:
            return
        low = max(start, first - _FURTHEST)
        marks = [text.rfind(mark, low, first - 1) for mark in COMMAS]
        first = max(low, max(marks) + 1)
