"""Functional areas: new areas, development zones, free-trade zones, the Corps; each with a committee and no code.

``areas.csv`` holds facts compiled from public lists (the statistical bureau's codes, the lists of national new areas,
free-trade and development zones), which its column ``source`` names by their short names; ``general knowledge`` says
that none was found, and ``documents`` that only documents name it. A year stands there only where a list has it, or
where a region of the code list took the area's place. ``checked`` says that two lists agree on name and prefecture.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import OntologyError
from ontology.regions import Region, region_table
from ontology.schema import schema

_FILE = Path(__file__).with_name("areas.csv")
_HOST = re.compile(r"(\d{6})(?:\[-(\d{4})\])?")


@dataclass(frozen=True, slots=True)
class Area:
    """A functional area of the list.

    Attributes:
        name: its name in full.
        short_names: what it goes by as well.
        kind: one of ``area_kinds`` of the schema.
        hosts: codes of the regions that it lies in, at any time.
        from_year: since when; None where no list has it.
        to_year: from when on no longer; None where it goes on, or no list has it.
        became: code of the region that took its place.
    """

    name: str
    short_names: tuple[str, ...]
    kind: str
    hosts: tuple[str, ...]
    from_year: int | None
    to_year: int | None
    became: str | None

    @property
    def code(self) -> str:
        """The code of the region that holds it whole: its only host, else the prefecture or province of all of them."""
        if len(self.hosts) == 1:
            return self.hosts[0]
        prefectures = {code[:4] + "00" for code in self.hosts}
        prefecture = prefectures.pop() if len(prefectures) == 1 else ""
        return prefecture if region_table().by_code(prefecture) else self.hosts[0][:2] + "0000"

    def lies_in(self, region: Region) -> bool:
        """Whether it lies in ``region``, or ``region`` in what it lies in, at any time."""
        return any(_joined(host, region.code) for host in self.hosts)


def _joined(one: str, other: str) -> bool:
    """Whether the region of one code lies in that of the other, or is it."""
    stems = sorted((code.removesuffix("00").removesuffix("00") for code in (one, other)), key=len)
    return stems[1].startswith(stems[0])


class AreaTable:
    """All listed areas, looked up by name and region."""

    def __init__(self, areas: Iterable[Area]) -> None:
        """Index ``areas``; a name may stand for several."""
        self._by_name: dict[str, list[Area]] = {}
        self._before: dict[str, Area] = {}
        for area in areas:
            if area.became:
                self._before[area.became] = area
            for name in (area.name, *area.short_names):
                self._by_name.setdefault(name, []).append(area)

    def before(self, region: Region, year: int) -> Area | None:
        """The area that ``region`` was in ``year``: 光明区 was 光明新区 from 2007 on; None where it was none then."""
        area = self._before.get(region.code)
        if area is None or area.from_year is None or region.holds(year):
            return None
        return area if area.from_year <= year < region.spans[0].from_year else None

    def by_name(self) -> dict[str, tuple[Area, ...]]:
        """The areas that bear each name, in full or short."""
        return {name: tuple(areas) for name, areas in self._by_name.items()}

    def find(self, name: str, region: Region) -> Area | None:
        """The area that a document of ``region``, or of a place in it, means by ``name``; None where several may be."""
        forms = [name]
        if name.startswith(region.name):  # 遂宁市高新区 is 遂宁高新区
            forms += [region.short_name + name.removeprefix(region.name), name.removeprefix(region.name)]
        for form in forms:
            found = [area for area in self._by_name.get(form, ()) if area.lies_in(region)]
            if found:
                exact = [area for area in found if area.name == form]
                return (exact or found)[0] if len(exact or found) == 1 else None
        return None


@cache
def area_table() -> AreaTable:
    """The table of ``areas.csv``, loaded once.

    Raises:
        OntologyError: when a row's kind, hosts or years are not well formed, or a code is not in the table of regions.
    """
    with _FILE.open(encoding="utf-8", newline="") as file:
        return AreaTable(_area(number, row) for number, row in enumerate(csv.DictReader(file), 2))


def _area(number: int, row: dict[str, str]) -> Area:
    hosts = tuple(_HOST.fullmatch(host) for host in row["hosts"].split("|"))
    codes = [match[1] for match in hosts if match]
    unknown = [code for code in (*codes, row["became"]) if code and not region_table().by_code(code)]
    years = [row[name] for name in ("from_year", "to_year") if row[name]]
    if None in hosts or unknown or row["kind"] not in schema().area_kinds or not all(map(str.isdigit, years)):
        raise OntologyError(f"areas.csv, line {number}: kind, hosts, years or codes are not well formed: {row}")
    return Area(
        name=row["name"],
        short_names=tuple(filter(None, row["short_names"].split("|"))),
        kind=row["kind"],
        hosts=tuple(codes),
        from_year=int(row["from_year"]) if row["from_year"] else None,
        to_year=int(row["to_year"]) if row["to_year"] else None,
        became=row["became"] or None,
    )
