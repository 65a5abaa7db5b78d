"""A catalogue's rows as documents: columns found by name or mapped, cells cleaned, titles of no policy left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from pathlib import PurePath

from extractors.catalogues.header import Header, find_header, plain
from extractors.catalogues.tables import Row, sheets_of
from extractors.numbers.grammar import parse_number
from extractors.regions.named import region_named
from extractors.source import ReadError, SourceText
from extractors.text.iso import find_time
from ontology.catalogue import catalogue_cues
from ontology.furniture import furniture

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xls", ".jsonl")
_REGION = ("region", "province", "city", "county")
_Listed = tuple[str, Header, Iterator[Row | ReadError]]
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_FIRST_DAY, _SERIALS = date(1899, 12, 30), range(18_000, 60_000)  # how Excel counts days: 1949 to 2064


def is_catalogue(name: str) -> bool:
    """Whether a file called ``name`` is a table, whose rows are documents."""
    path = PurePath(name)
    return path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$"))


class Catalogue:
    """The rows of one file; iterate once.

    Attributes:
        left_out: how many rows were passed over so far, whose title is no policy's.
    """

    def __init__(self, sheets: Iterator[_Listed], passed: list[str]) -> None:
        """Read ``sheets``, each with its name and its header; ``passed`` fills with the sheets that list no titles."""
        self.left_out = 0
        self._sheets = sheets
        self._passed = passed
        self._columns: list[str] = []

    @property
    def unused(self) -> list[str]:
        """What was of no use so far: other columns, then sheets that are hidden or list no titles."""
        return [*self._columns, *self._passed]

    def __iter__(self) -> Iterator[tuple[int, SourceText | ReadError]]:
        """Each row's number (the first below the first header is 1) with its document: the cells joined by tabs.

        In place of a document stands why the row cannot be read. The numbers go on from sheet to sheet.
        """
        number = 0
        for sheet, header, rows in self._sheets:
            self._note_unused(sheet, header)
            for row in rows:
                number += 1
                if isinstance(row, ReadError):
                    yield number, row
                    continue
                if not any(row.cells):
                    continue
                cells = {
                    field: row.cells[place]
                    for field, place in header.places.items()
                    if place < len(row.cells) and row.cells[place] and row.cells[place] not in furniture().blanks
                }
                document_number = parse_number(cells.get("number", ""))
                title = cells.get("title", "")
                if not title or not catalogue_cues().is_policy(title, document_number is not None):
                    self.left_out += 1
                    continue
                unread: list[str] = [*row.unread]
                said = _said(cells, header, unread)
                if document_number:
                    said["number"] = str(document_number)
                beside = _beside_the_title(row.cells, header.places["title"])
                yield number, SourceText("\t".join(row.cells), said, beside, tuple(unread))

    def _note_unused(self, sheet: str, header: Header) -> None:
        if unused := header.unused():
            of_sheet = f" of the sheet {sheet}" if sheet else ""
            self._columns.append(f"{'column' if len(unused) == 1 else 'columns'} {', '.join(unused)}{of_sheet}")


def _said(cells: Mapping[str, str], header: Header, unread: list[str]) -> dict[str, str]:
    """What the cells say of the document, by the names of its metadata; what they do not say rightly is ``unread``."""

    def told(field: str, read: Callable[[str], str | None], is_none: str) -> str:
        value = read(cells[field]) if field in cells else ""
        if value is None:
            unread.append(f"{header.names[header.places[field]]}: {cells[field]} is no {is_none}")
        return value or ""

    said = {name: cells[name] for name in ("title", "issuer", "url") if name in cells}
    times = {name: told(name, _time, "date") for name in ("date", "published")}
    years = [told("year", find_time, "year")[:4], *(time[:4] for time in times.values())]
    days = {name: time for name, time in times.items() if len(time) == len("2019-01-27")}
    if days.get("published") and days.get("date", "") > days["published"]:
        del days["date"]  # nothing is published before it is signed: the cell holds another day
    said.update(days)
    year = next(filter(None, years), "")
    if year and (years[0] or not days):
        said["year"] = year
    region = _region(cells, header, unread, int(year) if year else None)
    return said | ({"region": region} if region else {})


def _region(cells: Mapping[str, str], header: Header, unread: list[str], year: int | None) -> str | None:
    """What the columns of regions name together, a code or a name, where it is one region."""
    named = [(field, cells[field]) for field in _REGION if field in cells]
    if not named:
        return None
    # A column of its own may hold all of the name, or only its last part.
    alone, together = named[-1][1], "/".join(dict.fromkeys(value for _, value in named))
    found = region_named(together, year)
    found = found if found.code or len(named) == 1 else region_named(alone, year)
    if found.code is None:
        names = "、".join(header.names[header.places[field]] for field, _ in named)
        unread.append(f"{names}: {found.fault(together)}")
        return None
    return together if region_named(together, year).code else alone


def _time(cell: str) -> str | None:
    """The time in a cell, as ISO; days may be counted as Excel counts them."""
    serial = _SERIAL.fullmatch(cell)
    if serial and int(serial[1]) in _SERIALS:
        return (_FIRST_DAY + timedelta(days=int(serial[1]))).isoformat()
    return find_time(cell)


def _beside_the_title(row: Sequence[str], place: int) -> tuple[tuple[int, int], ...]:
    """The cells around the title, from which nothing is extracted: 12345 characters of text are no hotline."""
    start = sum(len(cell) + 1 for cell in row[:place])
    end, length = start + len(row[place]), sum(map(len, row)) + len(row) - 1
    return tuple((first, last) for first, last in ((0, start), (end, length)) if first < last)


def read_catalogue(data: bytes, name: str, columns: Mapping[str, str] | None = None) -> Catalogue:
    """The catalogue in ``data``, the content of a file called ``name``.

    Args:
        data: the file's bytes.
        name: its name, whose ending tells the format.
        columns: field → name of its column, for columns that go by names of their own.

    Raises:
        ReadError: a damaged file, or one without a column of titles; the message names the columns that it has.
    """
    passed: list[str] = []
    sheets = _sheets(data, name, columns, passed)
    return Catalogue(chain([next(sheets)], sheets), passed)


def _sheets(data: bytes, name: str, columns: Mapping[str, str] | None, passed: list[str]) -> Iterator[_Listed]:
    """The sheets that list titles, each with its name, its header and its rows; the others are told in ``passed``."""
    known = {field: list(names) for field, names in catalogue_cues().columns.items()}
    unknown = sorted(set(columns or {}) - set(known))
    if unknown:
        raise ReadError(f"{unknown[0]} is no field of a catalogue; the fields are {', '.join(known)}")
    mapped = known | {field: [column] for field, column in (columns or {}).items()}
    faults: list[ReadError] = []
    found = False
    for sheet in sheets_of(data, PurePath(name).suffix.lower()):
        if sheet.hidden:
            passed.append(f"the hidden sheet {sheet.name}")
            continue
        header, rows = find_header(sheet.rows, mapped)
        fault = _fault(header, columns or {})
        if fault is None:
            found = True
            yield sheet.name, header, rows
        else:
            faults.append(fault)
            passed.append(f"the sheet {sheet.name}, which has no column of titles")
    if not found:
        raise faults[0] if faults else ReadError("it has no rows")


def _fault(header: Header, columns: Mapping[str, str]) -> ReadError | None:
    """Why a sheet with ``header`` is no catalogue."""
    bare = [plain(name) for name in header.names]
    for column in columns.values():
        if plain(column) not in bare:
            return ReadError(f"it has no column {column}; its columns are {', '.join(header.names) or 'none'}")
    if "title" not in header.places:
        shown = ", ".join(header.names[:8]) or "none"
        return ReadError(f"it has no column of titles (its columns: {shown}); name it with --map title=COLUMN")
    return None


def row_text(data: bytes, name: str, number: int) -> str:
    """The text of row ``number`` (the first below the header is 1) of the table in ``data``, in which its spans count.

    Raises:
        ReadError: a damaged file, or one that has no such row.
    """
    suffix, place = PurePath(name).suffix.lower(), 0
    try:
        listed = [rows for _, _, rows in _sheets(data, name, None, [])]
    except ReadError:  # its columns go by names of their own
        listed = []
    if not listed:
        known = catalogue_cues().columns
        listed = [find_header(sheet.rows, known)[1] for sheet in sheets_of(data, suffix) if not sheet.hidden]
    for rows in listed:
        for row in rows:
            place += 1
            if place == number:
                if isinstance(row, ReadError):
                    raise row
                return "\t".join(row.cells)
    raise ReadError(f"it has no row {number}")
