"""Names of regions in a text, before it is decided which region each means: official, short, bloc and level words."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from extractors.folding import fold
from extractors.lexicon import Lexicon
from ontology.places import place_words
from ontology.regions import Region, region_table

LEVEL_LETTERS = "省市县区州盟旗"
_BEFORE = ("全", "我", "本")
_ORGANS = ("委", "政府", "人民政府", "人大", "政协", "人民代表大会")


class PlaceName(NamedTuple):
    """A word of the dictionary.

    ``kind`` is ``full``, ``short``, ``bloc``, ``zone`` (a new area without a code; its region is the one around it),
    ``level`` (全市, 省委, 自治区; the level stands in ``letter``) or ``none`` (a word that only looks like a region).
    """

    word: str
    kind: str
    regions: tuple[Region, ...] = ()
    letter: str = ""


class PlaceHit(NamedTuple):
    """``name`` at ``start:end`` of the folded text."""

    start: int
    end: int
    name: PlaceName


def find_places(folded: str) -> list[PlaceHit]:
    """All dictionary words in a folded text, leftmost and longest first, disjoint."""
    return [PlaceHit(start, end, name) for start, end, name in _lexicon().find(folded)]


@cache
def _lexicon() -> Lexicon[PlaceName]:
    return Lexicon(_names())


def _names() -> dict[str, PlaceName]:
    """The dictionary: later kinds do not displace earlier ones, except that words that mean no region win."""
    words = place_words()
    full: dict[str, list[Region]] = {}
    short: dict[str, list[Region]] = {}
    for region in region_table():
        if region.level == "country":
            continue
        full.setdefault(fold(region.name), []).append(region)
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
    names |= {word: PlaceName(word, "zone", region_table().by_code(code)) for word, code in words.zones.items()}
    return names | {word: PlaceName(fold(word), "none") for word in sorted(words.words)}


def _level_words() -> dict[str, str]:
    letters = {before + letter: letter for letter in LEVEL_LETTERS for before in _BEFORE}
    letters |= {letter + organ: letter for letter in LEVEL_LETTERS for organ in _ORGANS}
    return letters | {"自治区": "自治区", "全自治区": "自治区", "我自治区": "自治区", "自治州": "州"}
