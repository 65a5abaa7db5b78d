"""The regions that bear a name in the document's year, or in the one that its sentence speaks of."""

from __future__ import annotations

import re

from extractors.document import Context
from extractors.regions.context import line_of
from extractors.text.marks import YEAR
from extractors.text.place_names import PlaceHit
from ontology.limits import GRACE
from ontology.places import place_words
from ontology.regions import Region

_TOLD_YEAR = re.compile(rf"({YEAR})年")
_SENTENCE = 80  # characters before a name in which its sentence may give a year


def in_use(regions: tuple[Region, ...], year: int | None) -> tuple[Region, ...]:
    """Those in use in ``year``; where none is, those that missed it by a year; without a year, today's, else all."""
    if year is None:
        return tuple(r for r in regions if r.spans[-1].to_year is None) or regions
    exact = tuple(r for r in regions if r.holds(year))
    return exact or tuple(r for r in regions if r.holds(year, GRACE))


class Bearers:
    """Who bears the names of one document."""

    def __init__(self, context: Context, folded: str) -> None:
        """Of a document in ``context``, whose folded text is ``folded``."""
        self._context = context
        self._folded = folded
        self._year = context.year
        self._words = place_words()
        self._known: dict[str, tuple[tuple[Region, ...], tuple[Region, ...]]] = {}

    def of(self, hit: PlaceHit) -> tuple[Region, ...]:
        """The regions that bear the name in the document's year, or in the one that its sentence speaks of.

        Where they are others, the sentence's year counts: 2010年，巢湖市 is no 巢湖市 of today.
        """
        word = hit.name.word
        if word not in self._known:
            named, now = hit.name.regions, in_use(hit.name.regions, self._year)
            here = self._once_here(named, now) if hit.name.kind == "full" else ()
            self._known[word] = (here, ()) if here else (named, now)
        named, now = self._known[word]
        if len(named) == len(now) == 1:
            return now
        told = self._told_year(hit)
        then = tuple(region for region in named if region.holds(told))
        return then if then and not {*then} & {*now} else now or in_use(named, told)

    def _once_here(self, named: tuple[Region, ...], now: tuple[Region, ...]) -> tuple[Region, ...]:
        """The regions of the own province that bore a name which only counties far away bear ``now``.

        江北区 in a document of 重庆 of 2026 is not that of 宁波. One that went over to another province is meant.
        """
        own = self._context.levels.get("province")
        if own is None or self._year is None or any(r.code[:2] == own.code[:2] or r.level != "county" for r in now):
            return ()
        here = tuple(r for r in named if r.code[:2] == own.code[:2] and (r.spans[-1].to_year or 9999) <= self._year)
        went_over = any({*line_of(region)} & {*now} for region in here)
        return () if went_over or any(region.name in self._words.generic for region in here) else here

    def _told_year(self, hit: PlaceHit) -> int:
        """The year given last before a name in its sentence, 0 without one: 射洪县 in a review written later."""
        before = self._folded[max(0, hit.start - _SENTENCE) : hit.start]
        years = _TOLD_YEAR.findall(before[before.rfind("。") + 1 :])
        return int(years[-1]) if years else 0
