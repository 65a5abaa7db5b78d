"""The grammar of agency codes (机关代字): place + organ + kind, read against the region table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ontology.governments import (
    committee_of,
    committee_office_of,
    government_of,
    government_office_of,
    is_municipality,
)
from ontology.issuer_codes import issuer_codes
from ontology.regions import Region, region_table

_LEVEL_WORDS = set("省市州盟县区旗")
_GOVERNING = {"government", "government_office", "party", "party_office", "office"}
_LONGEST_REST = 6
# 建办市 and 教基厅 are numbers of a ministry's own office.
_OFFICE = re.compile(r"办(?!事)|.?厅")
_MINISTRIES = ("部", "总局", "委员会", "审计署", "海关总署")
_NO_PLACE = set("府政署委党办人市县区")  # a code that begins so has left its place out, though 府谷县 begins so too


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a code.

    Attributes:
        issuer: full name of the agency.
        region: its region, None for a national organ.
        rank: 0 the likeliest; readings of one rank are equally good.
        place: the characters that name the place; empty for a national organ.
        organ: the characters that name the organ.
        kind: the rest.
        governing: whether the organ is a government, a party committee or the office of one.
    """

    issuer: str
    region: Region | None
    rank: int
    place: str
    organ: str
    kind: str
    governing: bool


@cache
def readings(code: str, year: int | None = None) -> tuple[Reading, ...]:
    """All readings of ``code``, likeliest first; empty for a code that the grammar does not know."""
    found = [*_national(code), *_local(code, year)]
    best: dict[str, Reading] = {}
    for reading in sorted(found, key=lambda r: r.rank):
        best.setdefault(reading.issuer, reading)
    return tuple(best.values())


def _national(code: str) -> Iterator[Reading]:
    table = issuer_codes().national
    for size in range(min(len(code), 8), 0, -1):
        issuer = table.get(code[:size])
        # 审|改办 is no 审计署: an office's own words stand between.
        if issuer and len(code) - size <= _LONGEST_REST and not (size == 1 and "办" in code[2:]):
            office = _OFFICE.match(code, size) and issuer.endswith(_MINISTRIES)
            yield Reading(
                issuer + "办公厅" * bool(office), None, 0 if size > 1 else 3, "", code[:size], code[size:], False
            )
            return


def _local(code: str, year: int | None) -> Iterator[Reading]:
    for place, region, rank in _places(code):
        rest = code[len(place) :]
        organ = next((rest[:n] for n in range(min(4, len(rest)), 0, -1) if rest[:n] in issuer_codes().organs), "")
        if organ:
            for issuer in _bodies(region, place, organ, rest[len(organ) :], year):
                governing = issuer_codes().organs[organ] in _GOVERNING
                fits = organ[0] not in "府政署" or not governing or _style_fits(region, place, organ)
                unknown = not governing and rest.endswith("办") and len(rest) - len(organ) > 2  # 建|审改办 is no 建
                if fits and not unknown and len(rest) - len(organ) <= _LONGEST_REST and "局" not in rest[len(organ) :]:
                    # A department is less often known by its place's letter than a government is.
                    yield Reading(issuer, region, rank + (0 if governing or rank == 1 else 3), place, organ,
                                  rest[len(organ) :], governing)  # fmt: skip
        elif rest in {"发", "字"} and rank <= 3:
            yield Reading(committee_of(region), region, rank, place, "", rest, True)


def _bodies(region: Region, place: str, organ: str, kind: str, year: int | None) -> tuple[str, ...]:
    body = issuer_codes().organs[organ]
    if isinstance(body, tuple):
        body = body[2 if region.level != "province" else 1 if is_municipality(region) else 0]
    if body == "office":
        kinds = issuer_codes().government_offices.get(place)
        governments = kinds is not None and (not kinds or kind in kinds)
        body = "government_office" if governments else "party_office"
    if body == "government":
        return (government_of(region),)
    if body == "government_office":
        return (government_office_of(region, year),)
    if body == "party":
        return (committee_of(region),)
    if body == "party_office":
        return (committee_office_of(region, year),)
    if "{committee}" in body:
        return (body.format(committee=committee_of(region)),)
    return (region.name + issuer_codes().called.get(region.code, {}).get(body, body),)


def _style_fits(region: Region, place: str, organ: str) -> bool:
    """Whether a government of that region writes this organ (府, 政 or 署); whole names are not judged."""
    if len(place.rstrip("".join(_LEVEL_WORDS))) > 1:
        return organ[0] != "署" or _style(region) == "署"
    return _style(region) == organ[0]


def _style(region: Region) -> str:
    codes = issuer_codes()
    if region.code in codes.styles:
        return codes.styles[region.code]
    letter = next((p for p in codes.provinces.values() if p.code[:2] == region.code[:2]), None)
    if letter is None:
        return ""
    return letter.own if region.level == "province" else letter.cities


def _places(code: str) -> Iterator[tuple[str, Region, int]]:
    """Every place that the beginning of ``code`` may name, with the characters and the rank of that reading."""
    if not code:
        return
    codes, table = issuer_codes(), region_table()
    letter = codes.provinces.get(code[0])
    province = table.at(letter.code, None) if letter else None
    if province:
        yield code[0], province, 1
        yield from _below(code, province)
    yield from _lettered(code[:1], code[1:2])
    for size in range(min(len(code) - 1, 6), 1, -1):
        for region in _short_names().get(code[:size], ()):
            yield code[:size], region, 1 if region.level != "county" else 3
            if code[size : size + 1] in _LEVEL_WORDS and region.name.endswith(code[size]):
                yield code[: size + 1], region, 1


def _below(code: str, province: Region) -> Iterator[tuple[str, Region, int]]:
    """沪浦, 川成: the province's letter before that of a city or district of its own."""
    for place, region, rank in _lettered(code[1:2], code[2:3]):
        if region.code[:2] == province.code[:2] and rank < 5:
            yield code[0] + place, region, 1
    for size in (3, 2):
        for region in _short_names().get(code[1 : 1 + size], ()):
            if region.code[:2] == province.code[:2]:
                yield code[: 1 + size], region, 1


def _lettered(letter: str, following: str) -> Iterator[tuple[str, Region, int]]:
    """The prefectures and counties that ``letter`` may stand for, ``following`` perhaps giving the level (泸市府)."""
    codes, table = issuer_codes(), region_table()
    if letter in _NO_PLACE:
        return
    cities = codes.words.get(letter) or [region.code for region in _first_letters().get(letter, ())]
    # The largest cities are known by their letter far beyond their province: 武政 is rather 武汉市 than 武威市.
    known = [(code, 2 if code in codes.office_halls else 3) for code in cities]
    known += [(code, 3) for code in codes.counties.get(letter, ())]
    known += [(region.code, 5) for region in _county_letters().get(letter, ())]
    for code, rank in known:
        region = table.at(code, None)
        if region:
            yield letter, region, rank
            if following in _LEVEL_WORDS and region.name.endswith(following):
                yield letter + following, region, rank - 1


@cache
def _short_names() -> dict[str, tuple[Region, ...]]:
    """Regions of today by their short names of two characters and more."""
    found: dict[str, list[Region]] = {}
    for region in region_table():
        if region.holds(2100) and len(region.short_name) > 1 and region.code != "100000":
            found.setdefault(region.short_name, []).append(region)
    return {name: tuple(regions) for name, regions in found.items()}


@cache
def _first_letters() -> dict[str, tuple[Region, ...]]:
    """Prefectures of today by the first character of their name."""
    return _by_first_character("prefecture")


@cache
def _county_letters() -> dict[str, tuple[Region, ...]]:
    return _by_first_character("county")


def _by_first_character(level: str) -> dict[str, tuple[Region, ...]]:
    found: dict[str, list[Region]] = {}
    for region in region_table():
        if region.level == level and region.holds(2100):
            found.setdefault(region.name[0], []).append(region)
    return {letter: tuple(regions) for letter, regions in found.items()}


def code_start(run: str) -> int:
    """Where the code begins in ``run``, the characters before the bracket (in 根据川办发 it is 2).

    The whole run counts when it can be read as a place with an organ; else what follows a word that introduces a
    number, if that can be read; else the earliest code of a government; else the whole run.
    """
    if _whole(run):
        return 0
    cues = [match.end() for match in _before().finditer(run) if match.end() < len(run)]
    for end in reversed(cues):
        if readings(run[end:]):
            return end
    for start in range(1, len(run) - 1):
        if any(_unmistakable(reading) for reading in readings(run[start:])):
            return start
    longest = [match.end() for match in _before().finditer(run) if len(match[0]) > 1 and match.end() < len(run)]
    return longest[-1] if longest and not readings(run) else 0


def _whole(run: str) -> bool:
    return any(r.rank <= 6 and (r.place or len(r.organ) > 1) for r in readings(run))


def _unmistakable(reading: Reading) -> bool:
    if reading.place:
        return reading.governing and reading.rank <= 3 and reading.organ[:1] in set("府政")
    return reading.organ[0] in "国中厅" and len(reading.organ) > 1


@cache
def _before() -> re.Pattern[str]:
    words = sorted(issuer_codes().before, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
