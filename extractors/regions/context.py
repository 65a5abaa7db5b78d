"""The document's own region and the regions above it, by which context words (全市, 省政府, 我区) are resolved."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from extractors.document import Context
from ontology.areas import Area
from ontology.limits import GRACE
from ontology.places import place_words
from ontology.regions import COUNTRY, Region, region_table


def context_of(
    code: str | None, year: int | None, *, this_year: int | None = None, agency: str | None = None
) -> Context:
    """The context of a document of region ``code`` that reports on ``year`` and speaks in ``this_year``."""
    table = region_table()
    own = (table.at(code, year, GRACE) or table.at(code, None)) if code else None
    chain = [own, *table.ancestors(own, year)] if own and own.code != COUNTRY else []
    levels = {region.level: region for region in reversed(chain) if region.level != "country"}
    return Context(own, year, levels, this_year, agency)


def region_of_level(context: Context, letter: str) -> Region | None:
    """The region that a level word means in ``context``.

    ``letter`` is 省, 市, 县, 区, 州, 盟, 旗 or 自治区. The nearest region of the document's chain whose name ends so is
    meant: 市 is the document's own city, else the city above its district; 区 the district, else the whole autonomous
    region (全区 in a report of a league); None where the chain has none, and always in a national document.
    """
    for level in ("county", "prefecture", "province"):
        region = context.levels.get(level)
        if region and is_called(region, letter):
            return region
    return None


def is_called(region: Region, letter: str) -> bool:
    """Whether ``region`` may be called by the level word ``letter``: 市 is a city, 区 no 地区 and no whole region."""
    name = region.name
    if letter == "自治区":
        return name.endswith("自治区")
    if letter == "县":
        return region.level == "county" and name.endswith("县")
    if letter == "区":
        return name.endswith("区") and not name.endswith("地区")
    return name.endswith(letter)


@cache
def parent_of(region: Region, year: int | None) -> Region | None:
    """What ``region`` belongs to in ``year``: its prefecture, its province or the country."""
    return region_table().parent(region, year)


def as_of(region: Region, year: int | None) -> Region:
    """``region`` as it was called in ``year``: 徐水区 was 徐水县 before 2015; itself where that is not one region.

    What was carved out of another one (光明区 of 宝安区) was not that one before.
    """
    if year is None or region.holds(year, GRACE):
        return region
    table = region_table()
    near = {other for other, _ in (*table.predecessors(region), *table.successors(region)) if other.holds(year)}
    parts = {split.region for split in (*table.origins(region), *table.offshoots(region)) if split.region.holds(year)}
    return near.pop() if len(near) == 1 and not parts - near else region


def region_of_area(area: Area, year: int | None) -> Region | None:
    """The region that runs ``area`` in ``year``, as ``places.yaml`` has it, else the one that holds all of it."""
    code = place_words().zones.get(area.name) or area.code
    return region_table().at(code, year) or region_table().at(code, None)


def line_of(region: Region) -> Iterator[Region]:
    """What ``region`` became, and what that became: 大足县 of 四川 went over to 重庆."""
    waiting, found = [region], {region.key}
    while waiting:
        for heir, _ in region_table().successors(waiting.pop()):
            if heir.key not in found:
                found.add(heir.key)
                waiting.append(heir)
                yield heir


def within(region: Region, other: Region, year: int | None) -> bool:
    """Whether ``region`` is ``other`` or lies inside it in ``year``."""
    if region == other or other.code == COUNTRY:
        return True
    if other.level == "province":
        return region.code[:2] == other.code[:2]
    return parent_of(region, year) == other
