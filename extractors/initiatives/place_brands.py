"""Brands made of the place: 数字绍兴 of its name, 皖事通 of a letter that stands for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.analysis import Analysis
from extractors.initiatives.candidates import Candidate
from extractors.text.marks import HAN, QUOTES
from ontology.name_words import name_words

# Whatever its letter, so that it is compiled once; it takes no character, so that none hides one that begins within it.
_LETTERED = re.compile(rf"(?:(?<![{HAN}])|(?<=[用级好于及和]))(?=(?P<brand>[{HAN}]{{2,3}}[通办码])(?![{HAN}]))")

_ENDING = re.compile(rf"[通办码](?![{HAN}])")


def place_candidates(analysis: Analysis) -> Iterator[Candidate]:
    """The brands of the document's own region, and of those above it; what fills quotation marks is a quoted name."""
    text, done = analysis.text, 0
    for start, end in sorted([*_named(text, own_names(analysis)), *_lettered(text, own_letters(analysis))]):
        if start < done:
            continue
        done = end
        if text[start - 1 : start] not in QUOTES or not start:
            yield Candidate(start, end, text[start:end], "place", (start, end))


def own_names(analysis: Analysis) -> tuple[str, ...]:
    """The short names of the document's region and of those above it, of two characters at least, sorted."""
    regions = [*analysis.context.levels.values(), *([analysis.context.region] if analysis.context.region else [])]
    return tuple(sorted({region.short_name for region in regions if len(region.short_name) >= 2}))


def own_letters(analysis: Analysis) -> str:
    """The letters that stand for those regions: those of the province, first and last of each name; sorted."""
    names, letters = own_names(analysis), name_words().letters
    return "".join(sorted({letter for name in names for letter in (*letters.get(name, ""), name[0], name[-1])}))


def _named(text: str, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for quality in name_words().quality.finditer(text):
        name = next((name for name in names if text.startswith(name, quality.end())), None)
        if name:
            yield quality.start(), quality.end() + len(name)


def _lettered(text: str, letters: str) -> Iterator[tuple[int, int]]:
    # Few words end so, while the pattern would be tried wherever one begins.
    for ending in _ENDING.finditer(text):
        for start in (ending.start() - 3, ending.start() - 2):
            match = _LETTERED.match(text, start) if start >= 0 and text[start] in letters else None
            if match and match.end("brand") == ending.end():
                yield match.span("brand")
