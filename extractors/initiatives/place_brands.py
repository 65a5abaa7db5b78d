"""Brands made of the place: 数字绍兴 of its name, 皖事通 of a letter that stands for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.analysis import Analysis
from extractors.initiatives.candidates import Candidate
from extractors.text.marks import HAN, QUOTES
from ontology.name_words import name_words

_LETTERED = re.compile(rf"(?P<brand>[{HAN}]{{2,3}}[通办码])")
_HAN = re.compile(f"[{HAN}]")
_ENDING = re.compile("[通办码]")
_LONGEST_VERB = 4


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
            match = _LETTERED.fullmatch(text, start, ending.end()) if start >= 0 and text[start] in letters else None
            if match and _stands_alone(text, start, ending.end()) and not name_words().no_brand.search(match[0]):
                yield match.span()


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word goes on across the ends of a brand: marks, a verb, a noun or a predicate stand there."""
    words, before = name_words(), text[max(0, start - _LONGEST_VERB) : start]
    begins = not before or not _HAN.match(before[-1]) or words.before_brand.search(before) is not None
    return begins and (not _HAN.match(text, end) or words.behind_brand.match(text, end) is not None)
