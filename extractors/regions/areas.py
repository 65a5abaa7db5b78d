"""Functional areas that a stretch of the text names: 大鹏新区, 昆山经济技术开发区, 前海深港现代服务业合作区.

An area of the list is known by its name anywhere, and by a short name in its own province; any other one begins with
the name of the region that it lies in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from extractors.analysis import Analysis
from extractors.regions.context import region_of_area
from extractors.text.folding import fold
from extractors.text.lexicon import Lexicon
from extractors.text.marks import PHRASE_MARKS
from extractors.text.runs import run_start
from ontology.adoption_cues import adoption_cues
from ontology.areas import Area, area_table
from ontology.places import place_words
from ontology.regions import Region, region_table
from ontology.rules import Rule

_NAMING = (Rule.REGION_FULL, Rule.REGION_SHORT)


class NamedArea(NamedTuple):
    """The area called ``name`` at ``start:end`` of the text, in ``region``."""

    start: int
    end: int
    name: str
    region: Region


def areas_between(analysis: Analysis, low: int, high: int) -> list[NamedArea]:
    """The areas named between two offsets of the text, each once, by position; the longest name at a place."""
    found: list[NamedArea] = []
    for area in sorted({*_listed(analysis, low, high), *_built(analysis, low, high)}, key=_longest_first):
        if not found or area.start >= found[-1].end:
            found.append(area)
    return found


def opens(analysis: Analysis, area: NamedArea, low: int) -> bool:
    """Whether ``area`` opens its run, from ``low`` on, but for words such as 其中 and the regions around it."""
    text = analysis.text
    before = fold(text[run_start(text, low, area.start) : area.start]).lstrip(PHRASE_MARKS).strip()
    names = "|".join(re.escape(fold(region.name)) for region in analysis.context.levels.values())
    above = bool(names) and re.fullmatch(f"(?:{names})+", before)
    return not before or bool(above or adoption_cues().subject.search(before))


def _longest_first(area: NamedArea) -> tuple[int, int, str]:
    return area.start, -area.end, area.name


def _listed(analysis: Analysis, low: int, high: int) -> Iterator[NamedArea]:
    """Areas of the list, and those of ``places.yaml``, which says the region that they are run by."""
    folded, year = analysis.folded, analysis.context.year
    first, last = folded.place(low), folded.place(high)
    for hit in analysis.places_then[bisect_left(analysis.places_then, first, key=lambda hit: hit.start) :]:
        if hit.end > last:
            break
        if hit.name.kind == "zone":
            yield NamedArea(*folded.span(hit.start, hit.end), hit.name.word, hit.name.regions[-1])
    province = analysis.context.levels.get("province")
    starts = _starts(folded.text)
    index = bisect_left(starts, first)
    first = min(starts[index], last) if index < len(starts) else last
    for start, end, (name, areas) in _names().find(folded.text[first:last]):
        meant = [area for area in areas if area.name == name or (province and area.lies_in(province))]
        region = _region(meant[0], year) if len(meant) == 1 else None
        if region:
            yield NamedArea(*folded.span(first + start, first + end), name, region)


def _region(area: Area, year: int | None) -> Region | None:
    """The region of an area that is one in ``year``: what has become a region is none any more."""
    if area.became and (year is None or any(r.holds(year) for r in region_table().by_code(area.became))):
        return None
    return region_of_area(area, year)


def _built(analysis: Analysis, low: int, high: int) -> Iterator[NamedArea]:
    """Areas that begin with a region's name, unless what follows it begins another region's (上海|浦东新区)."""
    folded, regions = analysis.folded, analysis.regions
    first = bisect_left(regions, low, key=lambda found: found.mention.start)
    last = bisect_left(regions, high, key=lambda found: found.mention.start)
    starts = {found.mention.start for found in regions[first:last]}
    for found in regions[first:last]:
        if found.mention.rule not in _NAMING:
            continue
        match = place_words().area.match(folded.text, folded.place(found.mention.end), folded.place(high))
        if match is None:
            continue
        end = folded.span(match.start(), match.end())[1]
        if not any(found.mention.end <= start < end for start in starts):
            name = folded.text[folded.place(found.mention.start) : match.end()]
            yield NamedArea(found.mention.start, end, name, found.region)


@lru_cache(maxsize=1)  # of one document: its stretches are asked for one by one, and a long sentence has thousands
def _starts(folded: str) -> list[int]:
    """Where the name of an area of the list may begin, whichever it is."""
    return [start for start, _ in _names().places(folded)]


@cache
def _names() -> Lexicon[tuple[str, tuple[Area, ...]]]:
    return Lexicon({fold(name): (name, areas) for name, areas in area_table().by_name().items()})
