"""Lists of events that cannot be silent: which region has which reform since when, or cascades of another origin."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import InputError, SelectionError
from kg.tracing.places import Places
from kg.tracing.sheets import read_sheet
from ontology.limits import FIRST_YEAR, LAST_YEAR
from ontology.loading import read_yaml
from ontology.regions import Region, region_table

_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?)|年?)(?:[ T].*)?")
_SOME = 10  # reforms of a list that an error names


@dataclass(frozen=True, slots=True)
class Event:
    """A row of a list.

    Attributes:
        number: of its row in the file, the header being the first.
        place: what has the reform: a region or, in cascades of another origin, the name of a node.
        initiative: the reform, or the name of the cascade.
        time: the calendar year or, in cascades of another origin, any number; None where it has it not, at the end.
        date: the day or month, where the list tells it.
    """

    number: int
    place: Region | str
    initiative: str
    time: float | None
    date: str | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows whose region is not told, by what they call it.

    Attributes:
        unknown: no region was called so in that year.
        ambiguous: several were.
    """

    unknown: tuple[str, ...]
    ambiguous: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventList:
    """A list of events.

    Attributes:
        name: of its file.
        events: its rows, those aside whose region is not told.
        left_out: those.
        of_regions: whether its places are regions; else they are nodes of cascades of another origin.
    """

    name: str
    events: tuple[Event, ...]
    left_out: LeftOut
    of_regions: bool

    @property
    def initiatives(self) -> tuple[str, ...]:
        """The reforms, by name."""
        return tuple(sorted({event.initiative for event in self.events}))

    def choose(self, initiative: str | None) -> str:
        """``initiative`` or, without one, the only reform of the list.

        Raises:
            SelectionError: the list has not that one, or has several.
        """
        names = self.initiatives
        if initiative is None and len(names) == 1:
            return names[0]
        if initiative in names:
            return str(initiative)
        some = ", ".join(names[:_SOME]) + (" …" if len(names) > _SOME else "")
        wrong = "has several reforms; name one" if initiative is None else f"has no {initiative}; it has"
        raise SelectionError(f"{self.name} {wrong}: {some}")


def read_events(file: Path) -> EventList:
    """Read ``file``: CSV, Excel, JSON lines or Parquet.

    It has a column for the region (name or code) and one for the year or date, else ``node_name`` and ``event_time``;
    where it tells of several reforms one for them, too; ``events.yaml`` says what the columns may be called. A row
    without a year is of a region that has it not at the end of the list. Regions are those of the year of the event.

    Raises:
        InputError: the file cannot be read, lacks a column or all that should stand in it, or has a year that is none.
    """
    rows = read_sheet(file)
    names = {name for row in rows for name in row}
    columns = {field: next((name for name in called if name in names), None) for field, called in _columns().items()}
    cells = [(number, {f: row.get(c) for f, c in columns.items() if c}) for number, row in enumerate(rows, 2) if row]
    told = {field for field, column in columns.items() if column}
    if told >= {"node", "time"} and not told & {"year", "date"}:
        nodes = [_node_event(file, number, row) for number, row in cells]
        if not _are_regions(nodes):
            return EventList(file.name, tuple(nodes), LeftOut((), ()), of_regions=False)
        cells = [(number, {**row, "code": row.get("node"), "year": row.get("time")}) for number, row in cells]
    elif not (told & {"code", "region"} and told & {"year", "date"}):
        called = "; ".join(f"{field}: {', '.join(names_)}" for field, names_ in _columns().items())
        raise InputError(f"{file} needs a column for the region and one for its year or date; they are called {called}")
    return _of_regions(file, cells)


def _of_regions(file: Path, cells: Sequence[tuple[int, Mapping[str, Any]]]) -> EventList:
    times = [_time(file, number, row) for number, row in cells]
    last = max(year for year, _ in times if year is not None)
    places, events = Places(region_table()), []
    unknown, ambiguous = list[str](), list[str]()
    for (number, row), (year, date) in zip(cells, times, strict=True):
        name, code, province = (str(row.get(field) or "") for field in ("region", "code", "province"))
        found = places.find(name, code, province, year or last)
        if len(found) == 1:
            events.append(Event(number, found[0], str(row.get("initiative") or file.stem), year, date))
        else:
            (ambiguous if found else unknown).append(f"{name or code} ({year or last}, row {number})")
    return EventList(file.name, tuple(events), LeftOut(tuple(unknown), tuple(ambiguous)), of_regions=True)


def _time(file: Path, number: int, row: Mapping[str, Any]) -> tuple[int | None, str | None]:
    """Year and date of a row; both None where it tells none."""
    told = str(row.get("date") or "").strip() or str(row.get("year") or "").strip()
    if not told:
        return None, None
    match = _DATE.fullmatch(told.removesuffix(".0"))
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise InputError(f"{file}, row {number}: {told} is no year or date from {FIRST_YEAR} to {LAST_YEAR}")
    parts = [f"{int(part):02}" for part in match.groups() if part]
    return int(match[1]), "-".join(parts) if len(parts) > 1 else None


def _node_event(file: Path, number: int, row: Mapping[str, Any]) -> Event:
    try:
        node, time = str(row["node"]), float(row["time"])
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{file}, row {number}: a cascade needs a node and a number as its time") from error
    return Event(number, node, str(row.get("initiative") or file.stem), time, None)


def _are_regions(nodes: Collection[Event]) -> bool:
    """Whether all nodes are codes of regions and all times years, as in a table that ``--cascade`` wrote."""
    codes, years = region_table().by_code, range(FIRST_YEAR, LAST_YEAR + 1)
    return all(codes(str(event.place)) and event.time in years for event in nodes)


@cache
def _columns() -> dict[str, list[str]]:
    found: dict[str, list[str]] = read_yaml(Path(__file__).with_name("events.yaml"))
    return found
