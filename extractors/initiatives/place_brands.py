"""Brands made of the place: 数字绍兴 of its name, 皖事通 of a letter that stands for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.analysis import Analysis
from extractors.initiatives.candidates import Candidate
from extractors.text.marks import HAN, QUOTES
from ontology.name_words import name_words


def place_candidates(analysis: Analysis) -> Iterator[Candidate]:
    """The brands of the document's own region, and of those above it; what fills quotation marks is a quoted name."""
    patterns = [pattern for pattern in (_named(analysis), _lettered(analysis)) if pattern]
    if not patterns:
        return
    text = analysis.text
    for match in re.finditer("|".join(patterns), text):
        if text[match.start() - 1 : match.start()] not in QUOTES or not match.start():
            yield Candidate(match.start(), match.end(), match[0], "place", match.span())


def own_names(analysis: Analysis) -> tuple[str, ...]:
    """The short names of the document's region and of those above it, of two characters at least, sorted."""
    regions = [*analysis.context.levels.values(), *([analysis.context.region] if analysis.context.region else [])]
    return tuple(sorted({region.short_name for region in regions if len(region.short_name) >= 2}))


def own_letters(analysis: Analysis) -> str:
    """The letters that stand for those regions: those of the province, first and last of each name; sorted."""
    names, letters = own_names(analysis), name_words().letters
    return "".join(sorted({letter for name in names for letter in (*letters.get(name, ""), name[0], name[-1])}))


def _named(analysis: Analysis) -> str:
    names = own_names(analysis)
    return f"{name_words().qualities}(?:{'|'.join(map(re.escape, names))})" if names else ""


def _lettered(analysis: Analysis) -> str:
    letters = own_letters(analysis)
    return f"(?:(?<![{HAN}])|(?<=[用级好于及和]))[{letters}][{HAN}]{{1,2}}[通办码](?![{HAN}])" if letters else ""
