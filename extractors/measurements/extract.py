"""Figures that measure a reform's work: what is measured, how much, where, when, and for which initiative."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from extractors.analysis import Analysis, Measurement
from extractors.measurements.indicators import SHORTEST, completed, indicators
from extractors.measurements.quantities import Quantity, find_quantities
from extractors.text.marks import PHRASE_MARKS

_DELIMITERS = f"{PHRASE_MARKS}\n"
_INNER = re.compile(rf"[{_DELIMITERS}、]|[(（](?![^()（）\n]{{1,8}}[)）])")
_QUOTED = re.compile(r"《[^《》\n]{1,120}》|“[^“”\n]{1,30}”|\"[^\"\n]{1,30}\"")
_DENSE = 5.0  # initiative mentions a thousand characters: reports on reform have ten and more, work reports one to four
_WIDE = {"country", "province"}
_DEADLINE = "个工作日"


def extract(analysis: Analysis) -> list[Measurement]:
    """The figures; of a law's (shares, fines, ages) only the deadlines of agencies."""
    measured: list[Measurement] = []
    law = analysis.head.kind == "law"
    text, structure = analysis.text, analysis.structure
    mentions = sorted((m.mention.start, m.mention.end, m.name) for m in analysis.initiatives)
    dense = len(mentions) >= _DENSE * len(text) / 1000
    for start, end in structure.sentences:
        inside = mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]
        if not (dense or inside) or structure.is_furniture(start):
            continue
        names = [m.span() for m in _QUOTED.finditer(text, start, end)] + [(s, e) for s, e, _ in inside]
        found = [q for q in find_quantities(text, start, end) if not any(s <= q.start < e for s, e in names)]
        found = [q for q in found if not law or q.unit == _DEADLINE]
        stated: list[str] = []
        for index, quantity in enumerate(found):
            previous = found[index - 1].end if index else start
            following = found[index + 1].start if index + 1 < len(found) else end
            told = _measure(analysis, quantity, (start, end), (previous, following), inside, stated)
            stated = stated or [m.indicator for m in told if len(m.indicator) > SHORTEST]
            measured += told
    return measured


def _measure(
    analysis: Analysis,
    quantity: Quantity,
    sentence: tuple[int, int],
    free: tuple[int, int],
    initiatives: list[tuple[int, int, str]],
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


def _initiative(initiatives: list[tuple[int, int, str]], position: int) -> str | None:
    """The last initiative that the sentence names before ``position``, else the first after it."""
    before = [name for start, _, name in initiatives if start < position]
    return before[-1] if before else (initiatives[0][2] if initiatives else None)
