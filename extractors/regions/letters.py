"""Runs of one-letter names that stand for several places: 湘鄂黔, and 绍甬 in a document of either city."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from extractors.analysis import Context
from ontology.limits import GRACE
from ontology.places import place_words
from ontology.regions import Region, region_table

_PAIR = 2
_LONGEST = 5
_LOOK = 12


def letter_runs(folded: str, context: Context) -> Iterator[tuple[int, int, tuple[Region, ...]]]:
    """``(start, end, regions)`` of each run of letters in ``folded`` that is a bloc in ``context``.

    Three or more letters are one where they are provinces or one of them is the own city's; two, where they are cities,
    one of them the own, and what follows says that they do something together.
    """
    letters, own = _letters(context)
    for match in _pattern(frozenset(letters)).finditer(folded):
        regions = tuple(letters[letter] for letter in match[0])
        behind = folded[match.end() : match.end() + _LOOK]
        if len(set(regions)) == len(regions) and _is_bloc(match[0], regions, own, behind):
            yield match.start(), match.end(), regions


def _is_bloc(run: str, regions: tuple[Region, ...], own: Region | None, behind: str) -> bool:
    words = place_words()
    if sum(letter in words.common for letter in run) > 1:
        return False
    provinces = [region for region in regions if region.level == "province"]
    if len(run) > _PAIR:
        return (own in regions or len(provinces) == len(run)) and not behind.startswith((*words.roads, *words.passing))
    return own in regions and not provinces and behind.startswith(words.joint)


@cache
def _pattern(letters: frozenset[str]) -> re.Pattern[str]:
    either = "".join(sorted(letters))
    return re.compile(f"(?<![{either}])[{either}]{{2,{_LONGEST}}}(?![{either}])")


def _letters(context: Context) -> tuple[Mapping[str, Region], Region | None]:
    """The letters that may be read in ``context``, and the own city, or the city above the own district."""
    own = context.levels.get("prefecture")
    letters = dict(_listed(context.year))
    if own:
        letters = dict(_of_province(own.code[:2], context.year)) | letters
    return letters, own


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
