"""The functional area whose document it is: one with a committee of its own and no code, in the head's region."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath

from extractors.analysis import Analysis
from extractors.document import Fact, FieldEvidence, Head
from extractors.regions.context import context_of
from extractors.regions.opening import opening_area
from extractors.regions.path_hint import path_hint
from extractors.text.folding import fold
from extractors.text.place_names import find_places, find_short_counties, merge_places, places_of_year
from ontology.areas import area_table
from ontology.rules import Rule

# What tells whose document it is; a name that only stands often in it tells no more than where that lies.
_WHOSE = frozenset(
    {Rule.HEAD_TITLE, Rule.HEAD_SPEAKER, Rule.HEAD_SIGNATURE, Rule.HEAD_ISSUER, Rule.HEAD_METADATA, Rule.HEAD_PATH}
)
_OWN = re.compile(r"[我全]新?区(?!域)")
_REPEATED = 3
_LEADING = re.compile(r"(?:[\W\d_]|年度?|中共)+")


def find_area(analysis: Analysis, head: Head) -> Fact | None:
    """The area that the words begin with by which the region was told: 昆山经济技术开发区, 深圳市|大鹏新区.

    What a document is about (关于支持某新区…的意见, a law on one) is not its own area.
    """
    told = head.evidence.get("region")
    if told is None or head.kind == "law":
        return None
    if told.rule == Rule.HEAD_COMMONEST:
        return _spoken_of(analysis, head)
    if told.rule not in _WHOSE:
        return None
    if told.start is not None:
        if analysis.text.endswith("关于", 0, told.start):
            return None
        start = analysis.folded.place(told.start)
        hits = merge_places(places_of_year(analysis.places, head.year), analysis.short_counties, lambda _: False)
        found = opening_area(hits, start, analysis.folded.text)
        return (analysis.folded.text[slice(*found)], told) if found else None
    metadata = analysis.source.metadata
    printed = [metadata.get(name, "") for name in ("issuer", "title", "region")] if told.source == "metadata" else []
    for name in printed or [PurePosixPath(analysis.file).stem]:
        area = _opening(name, head.year)
        if area:
            return area, told
    return _before_a_region(analysis, head, told)


def _before_a_region(analysis: Analysis, head: Head, told: FieldEvidence) -> Fact | None:
    """The area that the region of the path was in the document's year: 光明新区 of 光明区/2015.txt."""
    if told.rule != Rule.HEAD_PATH or head.year is None:
        return None
    areas = (area_table().before(region, head.year) for region in path_hint(analysis.file).regions)
    return next(((area.name, told) for area in areas if area), None)


def _spoken_of(analysis: Analysis, head: Head) -> Fact | None:
    """The area that a text names again and again which speaks of 我区 and 全区, and lies in a city or a province."""
    region = context_of(str(head.region), head.year).region
    if region is None or region.level == "county" or len(_OWN.findall(analysis.text)) < _REPEATED:
        return None
    places = places_of_year(analysis.places, head.year)
    named = [hit for hit in places if hit.name.kind == "zone" and hit.name.regions[-1] == region]
    counts = Counter(hit.name.word for hit in named)
    word, count = max(counts.items(), key=lambda each: (each[1], each[0]), default=("", 0))
    if count < _REPEATED:
        return None
    first = next(hit for hit in named if hit.name.word == word)
    span = analysis.folded.span(first.start, first.end)
    return word, FieldEvidence("text", Rule.HEAD_COMMONEST, *span)


def _opening(printed: str, year: int | None) -> str | None:
    """The area that a name printed outside the text begins with."""
    leading = _LEADING.match(printed)
    name = fold(printed[leading.end() if leading else 0 :])
    hits = merge_places(places_of_year(find_places(name), year), find_short_counties(name), lambda _: False)
    found = opening_area(hits, 0, name)
    return name[slice(*found)] if found else None
