"""What the row and the column of a table tell of an initiative in one of its cells: who acts, and when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.analysis import Analysis
from extractors.text.iso import find_time
from extractors.text.tables import Cell, Row, place_of
from extractors.times.dates import dates_in
from ontology.regions import COUNTRY
from ontology.table_heads import table_heads

_PLACE = re.compile(r".{1,12}(?:[县市区州盟旗乡镇]|街道|管委会|兵团|师)$")
_OWN = re.compile(r"(?:全|本|[省市县区州]本?级|各).{0,12}$")
_JOINED = re.compile(r"[、,和与及等()]*")


@dataclass(frozen=True, slots=True)
class Tabled:
    """What a table tells of an initiative.

    Attributes:
        actors: codes of the regions that act by the row or the column; empty where it names a place that is not known,
            None where it names none.
        time: the year or day, in ISO form, at which its row or column says that it was; None where none is told.
        start, end: the row's span.
    """

    actors: tuple[str, ...] | None
    time: str | None
    start: int
    end: int


def tabled(analysis: Analysis, position: int) -> Tabled | None:
    """What the table around ``position`` tells of it; None where it stands in none, or nothing heads it."""
    place = place_of(analysis.tables, position)
    if place is None:
        return None
    heads = next((row for row in place.above if len(row) == len(place.row)), None)
    if heads and (_actors(analysis, heads[0]) or _time(analysis, heads[0])):
        heads = None  # the table has none, and begins with its data
    actors, time = None, None
    for column, cell in enumerate(place.row):
        head = heads[column].text if heads else None
        if column == place.column:
            if heads and column:  # a column of each year, or of each county
                time = time or _time(analysis, heads[column])
                actors = _actors(analysis, heads[column]) if actors is None else actors
        elif head is not None and table_heads().time.matches(head):
            time = time or _time(analysis, cell)
        elif table_heads().actor.matches(head) if head is not None else column == 0:
            filled = cell if cell.text or column else _above(place.above, heads)
            actors = _actors(analysis, filled, named=head is not None) if actors is None else actors
    if actors is None and time is None:
        return None
    return Tabled(actors, time, place.row[0].start, place.row[-1].end)


def _above(rows: Sequence[Row], heads: Row | None) -> Cell:
    """The last filled first cell above an empty one, below the header."""
    filled = (row[0] for row in reversed(rows) if row is not heads and len(row) > 1 and row[0].text)
    return next(filled, Cell(0, 0, ""))


def _actors(analysis: Analysis, cell: Cell, *, named: bool = False) -> tuple[str, ...] | None:
    """Codes of the regions that a cell names and nothing else, or whose body it names.

    None where it names none, or the document's own region in general; empty where it names a place that is not known.
    """
    codes, end = [], cell.start
    for found in _mentions(analysis, cell):
        start, stop, code = found
        if start < end:
            continue
        if not _JOINED.fullmatch(analysis.folded.between(end, start)):
            break
        codes.append(code)
        end = stop
    rest = _JOINED.fullmatch(analysis.folded.between(end, cell.end))
    if codes and rest:
        return tuple(dict.fromkeys(codes))
    return () if named and _PLACE.fullmatch(cell.text) and not _OWN.match(cell.text) else None


def _mentions(analysis: Analysis, cell: Cell) -> list[tuple[int, int, str]]:
    """The regions and bodies in a cell, the longest first at each place."""
    found = []
    for layer in (analysis.agencies, analysis.regions):
        index = bisect_left(layer, cell.start, key=lambda each: each.mention.start)
        for each in layer[index:]:
            if each.mention.start >= cell.end:
                break
            code = each.region if isinstance(each.region, str | None) else each.region.code
            if code and code != COUNTRY:
                found.append((each.mention.start, each.mention.end, code))
    return sorted(found, key=lambda each: (each[0], -each[1]))


def _time(analysis: Analysis, cell: Cell) -> str | None:
    """The time that a cell gives and nothing else: no span of years, and none after what the document reports on."""
    dates = dates_in(analysis.dates, cell.start, cell.end)
    if len(dates) > 1 or any(date.to_iso for date in dates):
        return None
    whole = bool(dates) and not analysis.folded.between(dates[0].end, cell.end).strip("起")
    time = dates[0].iso if whole and dates[0].start == cell.start else find_time(cell.text) if not dates else None
    reported = analysis.context.year
    return None if time is None or (reported and int(time[:4]) > reported) else time
