"""How running text speaks of regions besides their official names: blocs, further short forms, words that mean none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import OntologyError
from ontology.loading import read_yaml
from ontology.patterns import alternatives
from ontology.regions import region_table

_FILE = Path(__file__).with_name("places.yaml")


@dataclass(frozen=True, slots=True)
class AloneWords:
    """Where a bare level letter means a government of the own chain.

    Attributes:
        beside: what it is joined to (国家和省).
        verbs: what stands before it (争创省…示范市).
        none: level letter → what follows where it is part of another word (省会).
    """

    beside: tuple[str, ...]
    verbs: tuple[str, ...]
    none: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ZoneCounties:
    """The codes of the counties that lie in a zone as a whole, and the year ``since`` which they do."""

    since: int
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of ``places.yaml``; its head says what each is for.

    Attributes:
        blocs: word → codes of its members.
        forms: further short names → code.
        zones: new areas without a code → code of the region around them.
        zone_counties: zone → the counties that lie in it as a whole.
        area: a functional area's name from behind the place that it begins with on (经济技术开发区).
        ordinary: short names that are ordinary words as well.
        generic: full names that describe rather than name.
        words: words that hold a region's name and mean none.
        before: what stands right before a place, so that an ordinary word behind it is one of the own province's.
        met: what stands right before a place elsewhere that one has to do with.
        met_end: what follows its short name there.
        after: what turns the short name before it into something else.
        after_where: the same as a pattern.
        mountains: what turns a county's short name before it into a mountain's.
        only_like_after: what only begins like a word of ``after`` (路径).
        roads: what turns the bloc before it into a road or railway.
        passing: what turns the bloc before it into the name of an area or of people in passing.
        circles: blocs that mean their members only where a word of ``acting`` follows.
        acting: what follows a circle whose members do something.
        letters: one-letter name → code.
        common: letters that are parts of words as well.
        joint: what follows a run of two letters where the two do something together.
        levels: level letter → what follows where it means a government of the own chain (省级).
        abroad: foreign countries.
        alone: where a bare level letter means such a government.
        not_after: level letter → the characters behind which it does not (跨省, 城市级).
    """

    blocs: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, str]
    zones: Mapping[str, str]
    zone_counties: Mapping[str, ZoneCounties]
    area: re.Pattern[str]
    ordinary: frozenset[str]
    generic: frozenset[str]
    words: frozenset[str]
    before: tuple[str, ...]
    met: tuple[str, ...]
    met_end: re.Pattern[str]
    after: tuple[str, ...]
    after_where: re.Pattern[str]
    mountains: re.Pattern[str]
    only_like_after: tuple[str, ...]
    roads: tuple[str, ...]
    passing: tuple[str, ...]
    circles: frozenset[str]
    acting: tuple[str, ...]
    letters: Mapping[str, str]
    common: frozenset[str]
    joint: tuple[str, ...]
    levels: Mapping[str, tuple[str, ...]]
    not_after: Mapping[str, str]
    abroad: tuple[str, ...]
    alone: AloneWords


@cache
def place_words() -> PlaceWords:
    """The lists of ``places.yaml``, loaded once.

    Raises:
        OntologyError: when a word names a code that the region table does not know.
    """
    data = read_yaml(_FILE)
    blocs = {word: tuple(codes) for word, codes in data["blocs"].items()}
    single = {word: (code,) for name in ("forms", "zones", "letters") for word, code in data[name].items()}
    for word, codes in (blocs | single).items():
        for code in codes:
            if not region_table().by_code(code):
                raise OntologyError(f"places.yaml: {word} names the code {code}, which regions.csv does not know.")
    return PlaceWords(
        blocs=blocs,
        forms=dict(data["forms"]),
        zones=dict(data["zones"]),
        zone_counties={
            zone: ZoneCounties(counties["since"], frozenset(counties["codes"]))
            for zone, counties in data["zone_counties"].items()
        },
        area=re.compile(f"{data['area_between']}(?:{alternatives(data['areas'])})(?![域位别长])"),
        ordinary=frozenset(data["ordinary"].split()),
        generic=frozenset(data["generic"].split()),
        words=frozenset(data["words"].split()),
        before=tuple(data["before"].split()),
        met=tuple(data["met"].split()),
        met_end=re.compile(data["met_end"]),
        after=tuple(data["after"].split()),
        after_where=re.compile("|".join(data["after_where"])),
        mountains=re.compile(data["mountains"]),
        only_like_after=tuple(data["only_like_after"].split()),
        roads=tuple(data["roads"].split()),
        passing=tuple(data["passing"].split()),
        circles=frozenset(data["circles"].split()),
        acting=tuple(data["acting"].split()),
        letters=dict(data["letters"]),
        common=frozenset(data["common"]),
        joint=tuple(data["joint"].split()),
        levels={letter: tuple(words) for letter, words in data["levels"].items() if letter != "not_after"},
        not_after=dict(data["levels"]["not_after"]),
        abroad=tuple(data["abroad"]),
        alone=AloneWords(
            beside=tuple(data["alone"]["beside"]),
            verbs=tuple(data["alone"]["verbs"]),
            none={letter: tuple(words) for letter, words in data["alone"]["none"].items()},
        ),
    )
