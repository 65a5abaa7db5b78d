"""Runs of one-letter names that stand for several places: 湘鄂黔, 杭甬温 in 浙江, 绍甬 in a document of either city."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from extractors.document import Context
from ontology.limits import GRACE
from ontology.places import place_words
from ontology.regions import Region, region_table

_PAIR = 2
_LONGEST = 5
_LOOK = 12


def letter_runs(folded: str, context: Context) -> Iterator[tuple[int, int, tuple[Region, ...]]]:
    """``(start, end, regions)`` of each run of letters in ``folded`` that is a bloc in ``context``.

    Three or more letters are one where they are provinces, cities of the own province, or one of them is the own
    city's; two, where they are cities, one of them the own, and what follows says that they do something together.
    """
    letters = _letters(context)
    if not letters:  # in a year before any of the table's places
        return
    for match in _pattern(frozenset(letters)).finditer(folded):
        regions = tuple(letters[letter] for letter in match[0])
        behind = folded[match.end() : match.end() + _LOOK]
        if len(set(regions)) == len(regions) and _is_bloc(match[0], regions, context, behind):
            yield match.start(), match.end(), regions


def _is_bloc(run: str, regions: tuple[Region, ...], context: Context, behind: str) -> bool:
    words = place_words()
    if sum(letter in words.common for letter in run) > 1:
        return False
    own, around = context.levels.get("prefecture"), context.levels.get("province")
    provinces = sum(region.level == "province" for region in regions)
    if len(run) == _PAIR:
        pair = (own in regions and not provinces) or (provinces == _PAIR and not behind.startswith(words.roads))
        return pair and behind.startswith(words.joint)
    near = around is not None and not provinces and all(region.code[:2] == around.code[:2] for region in regions)
    together = near or own in regions or provinces == len(run)
    return together and not behind.startswith((*words.roads, *words.passing))


@cache
def _pattern(letters: frozenset[str]) -> re.Pattern[str]:
    either = "".join(sorted(letters))
    return re.compile(f"(?<![{either}])[{either}]{{2,{_LONGEST}}}(?![{either}])")


def _letters(context: Context) -> Mapping[str, Region]:
    """The letters that may be read in ``context``: those of the list, and of the own province's prefectures."""
    around = context.levels.get("province")
    listed = _listed(context.year)
    return {**_of_province(around.code[:2], context.year), **listed} if around else listed


@cache
def _listed(year: int | None) -> Mapping[str, Region]:
    named = {letter: region_table().at(code, year, GRACE) for letter, code in place_words().letters.items()}
    return {letter: region for letter, region in named.items() if region}


@cache
def _of_province(province: str, year: int | None) -> Mapping[str, Region]:
    """The first characters of the prefectures' short names; none of what two share."""
    found: dict[str, list[Region]] = {}
    for region in region_table():
        if region.level == "prefecture" and region.code.startswith(province) and (year is None or region.holds(year)):
            found.setdefault(region.short_name[0], []).append(region)
    return {letter: regions[0] for letter, regions in found.items() if len(regions) == 1}
