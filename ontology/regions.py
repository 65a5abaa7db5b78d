"""Regions as of a year: every code of the country since 1981, with its names, spans of validity and successors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from ontology.limits import FIRST_YEAR
from ontology.region_rows import LEVELS, Row, corrected_successors, region_rows

COUNTRY = "100000"
DIRECT = "直辖"
_FOLDER = Path(__file__).parent
_SUCCESSOR = re.compile(r"(\d{6})(?:\[(\d{4})\])?")
_PROVINCE_TAIL = re.compile(r"(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$")
_PREFECTURE_TAIL = re.compile(r"地区$|[市盟]$")
_COUNTY_TAIL = re.compile(r"(?:自治县|自治旗|林区|特区|新区|[县市区旗])$")


@dataclass(frozen=True, slots=True)
class Span:
    """Years in which a code bears a name: ``from_year`` inclusive, ``to_year`` exclusive, None while it is in use."""

    from_year: int
    to_year: int | None
    prefecture: str

    def holds(self, year: int, grace: int = 0) -> bool:
        """Whether the span holds in ``year``, or missed it by at most ``grace`` years."""
        return self.from_year - grace <= year and (self.to_year is None or year < self.to_year + grace)

    def __str__(self) -> str:
        return f"{self.from_year}-{'' if self.to_year is None else self.to_year - 1}"


@dataclass(frozen=True, slots=True)
class Region:
    """One code under one name, over all the spans in which it held.

    Attributes:
        code: six digits of GB/T 2260; 100000 is the country.
        name: official name (遂宁市, 延边朝鲜族自治州).
        level: ``country``, ``province``, ``prefecture`` or ``county``.
        province: name of its province; empty for the country.
        spans: when it held, oldest first, each with the prefecture it then belonged to (empty: none).
        successors: ``(code, year)`` of what took over its area, or a part of it, by year and code.
    """

    code: str
    name: str
    level: str
    province: str
    spans: tuple[Span, ...]
    successors: tuple[tuple[str, int], ...] = ()

    def __hash__(self) -> int:
        """By code and name alone: the spans and successors, which equality also compares, would cost far more."""
        return hash((self.code, self.name))

    @property
    def key(self) -> str:
        """The key of its node."""
        return f"region/{self.code}/{self.name}"

    @property
    def full_name(self) -> str:
        """Name with its province and, for a county, its last prefecture in front: 四川省遂宁市船山区."""
        above = [self.province, self.spans[-1].prefecture]
        return "".join([part for part in above if part and part != self.name] + [self.name])

    @property
    def short_name(self) -> str:
        """Name without its kind: 四川, 遂宁, 延边, 船山; a county of two characters (易县) keeps it."""
        return short_name(self.name, self.level)

    def holds(self, year: int, grace: int = 0) -> bool:
        """Whether any span holds in ``year``, give or take ``grace`` years."""
        return any(span.holds(year, grace) for span in self.spans)


class Split(NamedTuple):
    """``region`` took a part of another in ``year``, which lives on; ``founded``: it was set up by that."""

    region: Region
    year: int
    founded: bool


def short_name(name: str, level: str) -> str:
    """The name of a region without its kind and without the peoples of an autonomous one."""
    if level == "province":
        return _PROVINCE_TAIL.sub("", name)
    if level == "prefecture" and name.endswith("自治州"):
        return _without_peoples(name.removesuffix("自治州"))
    if level == "prefecture":
        return _PREFECTURE_TAIL.sub("", name)
    stem = _COUNTY_TAIL.sub("", name)
    stem = _without_peoples(stem) if name.endswith(("自治县", "自治旗")) else stem
    return stem if len(stem) > 1 else name


@cache
def _peoples() -> re.Pattern[str]:
    names = (_FOLDER / "peoples.txt").read_text(encoding="utf-8").split()
    return re.compile(f"(?:{'|'.join(sorted(names, key=len, reverse=True))}|各族)+$")


def _without_peoples(stem: str) -> str:
    return _peoples().sub("", stem) or stem


class RegionTable:
    """All regions, looked up by code, by name and by year."""

    def __init__(self, regions: list[Region]) -> None:
        """Index ``regions``; a code or a name may stand for several."""
        self._by_code: dict[str, list[Region]] = {}
        self._by_name: dict[str, list[Region]] = {}
        self._successors: dict[str, list[tuple[Region, int]]] = {}
        self._predecessors: dict[str, list[tuple[Region, int]]] = {}
        self._offshoots: dict[str, list[Split]] = {}
        self._origins: dict[str, list[Split]] = {}
        for region in sorted(regions, key=lambda r: (r.code, r.spans[0].from_year)):
            self._by_code.setdefault(region.code, []).append(region)
            self._by_name.setdefault(region.name, []).append(region)
        for region in self:
            for code, year in region.successors:
                heir = self.at(code, year)
                if heir and heir != region:
                    self._link(region, heir, year)

    def _link(self, region: Region, heir: Region, year: int) -> None:
        """``heir`` succeeded ``region``; or, where that is still what it was, only took a part of it."""
        if region.holds(year):
            founded = heir.spans[0].from_year == year and self.at(heir.code, year - 1) is None
            self._offshoots.setdefault(region.key, []).append(Split(heir, year, founded))
            self._origins.setdefault(heir.key, []).append(Split(region, year, founded))
        else:
            self._successors.setdefault(region.key, []).append((heir, year))
            self._predecessors.setdefault(heir.key, []).append((region, year))

    def __iter__(self) -> Iterator[Region]:
        return (region for code in sorted(self._by_code) for region in self._by_code[code])

    def by_code(self, code: str) -> tuple[Region, ...]:
        """All names that ``code`` has borne, oldest first; empty for an unknown code."""
        return tuple(self._by_code.get(code, ()))

    def named(self, name: str) -> tuple[Region, ...]:
        """All regions that bear the official ``name`` at any time, by code."""
        return tuple(self._by_name.get(name, ()))

    def at(self, code: str, year: int | None, grace: int = 0) -> Region | None:
        """The region that ``code`` means in ``year``; without a year, or after the table's end, its last name."""
        versions = self._by_code.get(code, ())
        if year is None:
            return versions[-1] if versions else None
        exact = [region for region in versions if region.holds(year)]
        near = exact or [region for region in versions if region.holds(year, grace)]
        return near[-1] if near else None

    def parent(self, region: Region, year: int | None = None) -> Region | None:
        """What it belongs to in ``year`` (its last year when None): prefecture, province or the country."""
        if region.level == "country":
            return None
        if region.level == "province":
            return self.at(COUNTRY, None)
        span = next((s for s in region.spans if year is not None and s.holds(year)), region.spans[-1])
        year = year if year is not None and span.holds(year) else (span.to_year or 9999) - 1
        if region.level == "county" and span.prefecture:
            for candidate in self.named(span.prefecture):
                same_province = candidate.code[:2] == region.code[:2]
                if candidate.level == "prefecture" and same_province and candidate.holds(year, 1):
                    return candidate
        above = self.named(region.province)
        return above[0] if above else None

    def ancestors(self, region: Region, year: int | None = None) -> tuple[Region, ...]:
        """Its prefecture, province and country, nearest first."""
        chain = []
        above = self.parent(region, year)
        while above:
            chain.append(above)
            above = self.parent(above, year)
        return tuple(chain)

    def successors(self, region: Region) -> tuple[tuple[Region, int], ...]:
        """What took over its area when it ended, with the years."""
        return tuple(self._successors.get(region.key, ()))

    def predecessors(self, region: Region) -> tuple[tuple[Region, int], ...]:
        """Whose area it took over, with the years."""
        return tuple(self._predecessors.get(region.key, ()))

    def offshoots(self, region: Region) -> tuple[Split, ...]:
        """What took a part of it and left it as it was."""
        return tuple(self._offshoots.get(region.key, ()))

    def origins(self, region: Region) -> tuple[Split, ...]:
        """Of what it took a part, each of which lived on."""
        return tuple(self._origins.get(region.key, ()))

    @cached_property
    def last_year(self) -> int:
        """The last year of which it knows a change."""
        return max(year for region in self for span in region.spans for year in (span.from_year, span.to_year or 0))


@cache
def region_table() -> RegionTable:
    """The table of the lists of regions, loaded once.

    Raises:
        OntologyError: when a row's code, level or years are not well formed.
    """
    grouped, corrected = region_rows(), corrected_successors()
    heirs = _names_in_turn(grouped) | _municipal_heirs(grouped)
    country = Region(COUNTRY, "中国", "country", "", (Span(FIRST_YEAR, None, ""),))
    return RegionTable([country, *(_region(k, v, corrected.get(k), heirs.get(k)) for k, v in grouped.items())])


def _region(key: tuple[str, str], rows: list[Row], corrected: str | None, heir: tuple[str, int] | None) -> Region:
    rows = sorted(rows, key=lambda row: row["启用时间"])
    end = rows[-1]["变更/弃用时间"]
    stated = {
        (code, int(year or row["变更/弃用时间"] or 0))
        for row in rows
        for code, year in _SUCCESSOR.findall(row["新代码"] if corrected is None else corrected)
        if code != key[0] or not heir
    }
    successors = {(code, year) for code, year in stated if year} or ({heir} if heir and end else set())
    if heir and heir[0] == key[0]:
        successors.add(heir)
    level = LEVELS[rows[-1]["级别"]]
    spans = tuple(
        Span(
            int(row["启用时间"]),
            int(row["变更/弃用时间"]) if row["变更/弃用时间"] else None,
            "" if level != "county" or row["二级行政区"] == DIRECT else row["二级行政区"],
        )
        for row in rows
    )
    return Region(*key, level, rows[-1]["一级行政区"], spans, tuple(sorted(successors, key=lambda s: (s[1], s[0]))))


def _names_in_turn(grouped: dict[tuple[str, str], list[Row]]) -> dict[tuple[str, str], tuple[str, int]]:
    """A code that changes its name (淮阴市, 淮安市: 320800) is succeeded by itself under the next name."""
    starts = {(code, row["启用时间"]) for (code, _), rows in grouped.items() for row in rows}
    ends = {key: max(row["变更/弃用时间"] or "9999" for row in rows) for key, rows in grouped.items()}
    return {key: (key[0], int(end)) for key, end in ends.items() if (key[0], end) in starts}


def _municipal_heirs(grouped: dict[tuple[str, str], list[Row]]) -> dict[tuple[str, str], tuple[str, int]]:
    """A 地区 or 盟 that the table ends without an heir became the city of its name (保定地区 → 保定市)."""
    cities = {
        (row["一级行政区"], short_name(name, "prefecture")): code
        for (code, name), rows in grouped.items()
        for row in rows
        if row["级别"] == "地级" and name.endswith("市")
    }
    heirs = {}
    for key, rows in grouped.items():
        last = max(rows, key=lambda row: row["变更/弃用时间"] or "9999")
        heir = cities.get((last["一级行政区"], short_name(key[1], "prefecture")))
        if last["级别"] == "地级" and last["变更/弃用时间"] and not last["新代码"] and heir and heir != key[0]:
            heirs[key] = (heir, int(last["变更/弃用时间"]))
    return heirs
