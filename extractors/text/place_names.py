"""Names of regions in a text, before it is decided which region each means: official, short, bloc and level words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from extractors.text.folding import fold
from extractors.text.lexicon import Lexicon
from ontology.places import place_words
from ontology.regions import Region, region_table

LEVEL_LETTERS = "省市县区州盟旗"
_BEFORE = ("全", "我", "本")
_ORGANS = ("委", "政府", "人民政府", "人大", "政协", "人民代表大会")


class PlaceName(NamedTuple):
    """A word of the dictionary.

    ``kind`` is ``full``, ``short``, ``bloc``, ``zone`` (a new area without a code; its region is the one around it),
    ``level`` (全市, 省委, 自治区; the level stands in ``letter``) or ``none`` (a word that only looks like a region).
    ``became`` are the regions that bear the name of a zone in other years (两江新区).
    """

    word: str
    kind: str
    regions: tuple[Region, ...] = ()
    letter: str = ""
    became: tuple[Region, ...] = ()


class PlaceHit(NamedTuple):
    """``name`` at ``start:end`` of the folded text."""

    start: int
    end: int
    name: PlaceName


def find_places(folded: str) -> list[PlaceHit]:
    """All dictionary words in a folded text but the short names of counties, leftmost and longest first, disjoint."""
    return [PlaceHit(start, end, name) for start, end, name in _lexicons()[0].find(folded)]


def find_short_counties(folded: str) -> list[PlaceHit]:
    """The short names of counties in a folded text: apart, since most are poison on free text (资源, 合作, 和平).

    The longest at each place; they may overlap: of 江安 and 安吉 in 浙江安吉 the second is left when 浙江 is taken.
    """
    return [PlaceHit(start, found[0][0], found[0][1]) for start, found in _lexicons()[1].places(folded)]


def places_of_year(hits: list[PlaceHit], year: int | None) -> list[PlaceHit]:
    """``hits``, where those of zones are the names of what the zone has become by ``year`` (None: by today)."""
    return [_of_year(hit, year) if hit.name.became else hit for hit in hits]


def _of_year(hit: PlaceHit, year: int | None) -> PlaceHit:
    became = tuple(r for r in hit.name.became if (r.spans[-1].to_year is None if year is None else r.holds(year)))
    return hit._replace(name=PlaceName(hit.name.word, "full", became)) if became else hit


def merge_places(hits: list[PlaceHit], counties: list[PlaceHit], known: Callable[[PlaceHit], bool]) -> list[PlaceHit]:
    """``hits``, and of ``counties`` what does not overlap them, by position.

    康马 (of 康马县) must not tear up 健康马鞍山; but 峨眉山 wins over the 眉山 in it, and a county's short name that
    ``known`` says is at home here over a short name that begins later: 罗湖 in 罗湖北站 over 湖北.
    """
    merged: list[PlaceHit] = []
    index = 0
    for hit in hits:
        wins = False
        while index < len(counties) and counties[index].start < hit.end:
            county = counties[index]
            index += 1
            over = county.end > hit.start
            first = county.start < hit.start and hit.name.kind == "short"
            if over and not (first and (county.end >= hit.end or known(county))):
                continue
            if not merged or merged[-1].end <= county.start:
                merged.append(county)
                wins = wins or over
        if not wins:
            merged.append(hit)
    for county in counties[index:]:
        if not merged or merged[-1].end <= county.start:
            merged.append(county)
    return merged


@cache
def _lexicons() -> tuple[Lexicon[PlaceName], Lexicon[PlaceName]]:
    """The dictionary and, apart, the short names that only counties have."""
    names = _names()
    counties = {
        word: name
        for word, name in names.items()
        if name.kind == "short" and all(region.level == "county" for region in name.regions)
    }
    return Lexicon({word: name for word, name in names.items() if word not in counties}), Lexicon(counties)


def _names() -> dict[str, PlaceName]:
    """The dictionary; where a word has several kinds, the one set last in this function."""
    words = place_words()
    full: dict[str, list[Region]] = {}
    short: dict[str, list[Region]] = {}
    for region in region_table():
        if region.level == "country":
            continue
        for name in (region.name, *_usual_forms(region)):
            full.setdefault(fold(name), []).append(region)
        if region.short_name != region.name:
            short.setdefault(fold(region.short_name), []).append(region)
    for form, code in words.forms.items():
        short.setdefault(form, []).extend(r for r in region_table().by_code(code) if r not in short.get(form, ()))
    names = {word: PlaceName(word, "short", tuple(regions)) for word, regions in short.items()}
    names |= {word: PlaceName(word, "full", tuple(regions)) for word, regions in full.items()}
    names |= {word: PlaceName(word, "level", letter=letter) for word, letter in _level_words().items()}
    names |= {
        word: PlaceName(word, "bloc", tuple(r for code in codes for r in region_table().by_code(code)))
        for word, codes in words.blocs.items()
    }
    names |= {
        word: PlaceName(word, "zone", region_table().by_code(code), became=region_table().named(word))
        for word, code in words.zones.items()
    }
    return names | {word: PlaceName(fold(word), "none") for word in sorted(words.words)}


def _level_words() -> dict[str, str]:
    letters = {before + letter: letter for letter in LEVEL_LETTERS for before in _BEFORE}
    letters |= {letter + organ: letter for letter in LEVEL_LETTERS for organ in _ORGANS}
    letters |= {letter + word: letter for letter, words in place_words().levels.items() for word in words}
    return letters | {"自治区": "自治区", "全自治区": "自治区", "我自治区": "自治区", "自治州": "州"}


def _usual_forms(region: Region) -> list[str]:
    """What everyone writes for an autonomous county or prefecture: 北川县, 凉山州."""
    if region.name.endswith(("自治县", "自治旗", "自治州")):
        return [region.short_name + region.name[-1]]
    return []
