"""Figures that measure a reform's work: what is measured, how much, where, when, and for which initiative."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from extractors.analysis import Analysis, Measurement
from extractors.initiatives.government import is_about_government
from extractors.measurements.indicators import SHORTEST, completed, indicators
from extractors.measurements.quantities import Quantity, find_quantities
from extractors.text.marks import PHRASE_MARKS

_DELIMITERS = f"{PHRASE_MARKS}\n"
_INNER = re.compile(rf"[{_DELIMITERS}、]|[(（](?![^()（）\n]{{1,8}}[)）])")
_QUOTED = re.compile(r"《[^《》\n]{1,120}》|“[^“”\n]{1,30}”|\"[^\"\n]{1,30}\"")
_WIDE = {"country", "province"}
_DEADLINE = "个工作日"
_Initiative = tuple[int, int, str]  # start, end and name


def extract(analysis: Analysis) -> list[Measurement]:
    """The figures; of a law's (shares, fines, ages) only the deadlines of agencies."""
    mentions = sorted((m.mention.start, m.mention.end, m.name) for m in analysis.initiatives)
    governance = is_about_government(analysis.initiatives, analysis.text)
    measured: list[Measurement] = []
    for start, end in analysis.structure.sentences:
        inside = mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]
        if (governance or inside) and not analysis.structure.is_furniture(start):
            measured += _in_sentence(analysis, start, end, inside)
    return measured


def _in_sentence(analysis: Analysis, start: int, end: int, initiatives: list[_Initiative]) -> Iterator[Measurement]:
    """The figures of a sentence; a later one may go by what an earlier one measures."""
    found = _figures(analysis, start, end, initiatives)
    stated: list[str] = []
    for index, quantity in enumerate(found):
        previous = found[index - 1].end if index else start
        following = found[index + 1].start if index + 1 < len(found) else end
        told = _measure(analysis, quantity, (start, end), (previous, following), initiatives, stated)
        stated = stated or [m.indicator for m in told if len(m.indicator) > SHORTEST]
        yield from told


def _figures(analysis: Analysis, start: int, end: int, initiatives: list[_Initiative]) -> list[Quantity]:
    """The quantities of a sentence that are no part of a title, of a quoted name or of an initiative's."""
    text, law = analysis.text, analysis.head.kind == "law"
    names = [m.span() for m in _QUOTED.finditer(text, start, end)] + [(s, e) for s, e, _ in initiatives]
    return [
        quantity
        for quantity in find_quantities(text, start, end)
        if not any(s <= quantity.start < e for s, e in names) and (not law or quantity.unit == _DEADLINE)
    ]


def _measure(
    analysis: Analysis,
    quantity: Quantity,
    sentence: tuple[int, int],
    free: tuple[int, int],
    initiatives: list[_Initiative],
    stated: list[str],
) -> list[Measurement]:
    """What ``quantity`` measures; ``free`` is the stretch between its neighbours."""
    text = analysis.text
    evidence_start = _last_delimiter(text, sentence[0], quantity.start)
    right_end = min(free[1], _next_delimiter(text, quantity.end, sentence[1]))
    before = text[max(free[0], evidence_start) : quantity.start]
    names, rule = indicators(before, text[quantity.end : right_end], quantity.unit)
    names, rule = completed(names, rule, text[quantity.end : right_end], stated)
    while evidence_start < quantity.start and text[evidence_start].isspace():
        evidence_start += 1
    region, year = _place_and_time(analysis, quantity.start, sentence[0])
    initiative = _initiative(initiatives, quantity.start)
    span = (evidence_start, max(quantity.end, right_end))
    return [Measurement(name, quantity.value, quantity.unit, region, year, *span, rule, initiative) for name in names]


def _last_delimiter(text: str, start: int, position: int) -> int:
    after = max([text.rfind(mark, start, position) + 1 for mark in _DELIMITERS] + [start])
    opened = max(text.rfind("(", after, position), text.rfind("（", after, position))
    closed = max(text.rfind(")", after, position), text.rfind("）", after, position))
    return opened + 1 if opened > closed else after


def _next_delimiter(text: str, position: int, end: int) -> int:
    match = _INNER.search(text, position, end)
    return match.start() if match else end


def _place_and_time(analysis: Analysis, position: int, sentence: int) -> tuple[str | None, int | None]:
    """Region and year: the last region named before it in its sentence, and the date, else the document's."""
    own, regions = analysis.context.region, analysis.regions
    index = bisect_left(regions, position, key=lambda m: m.mention.start) - 1
    near = regions[index].region if index >= 0 and regions[index].mention.start >= sentence else None
    if near and own and near.level in _WIDE and own.level not in _WIDE:
        near = None  # 纳入全省…库: the figure is the reporter's own
    place = near or own
    return place.code if place else None, _year(analysis, position, sentence)


def _year(analysis: Analysis, position: int, sentence: int) -> int | None:
    section, year = analysis.structure.section_at(position), analysis.context.year
    if section.kind == "plan":
        year = section.year or (year + 1 if year else None)
    index = bisect_right(analysis.dates, position, key=lambda d: d.start) - 1
    date = analysis.dates[index] if index >= 0 else None
    if not date or date.start < sentence or date.to_iso:
        return year
    bare = len(date.iso) == len("2019")  # further back it only says since when: 2019年以来
    if not bare or year is None or abs(date.year - year) <= 1:
        return date.year
    return year


def _initiative(initiatives: list[_Initiative], position: int) -> str | None:
    """The last initiative that the sentence names before ``position``, else the first after it."""
    before = [name for start, _, name in initiatives if start < position]
    return before[-1] if before else (initiatives[0][2] if initiatives else None)
