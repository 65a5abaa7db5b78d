"""A catalogue's rows as documents: columns found by name or mapped, cells cleaned, titles of no policy left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from extractors.catalogues.tables import rows_of
from extractors.numbers.grammar import parse_number
from extractors.source import ReadError, SourceText
from extractors.text.iso import find_day
from ontology.catalogue import catalogue_cues

SUFFIXES = (".csv", ".tsv", ".xlsx", ".jsonl")


def is_catalogue(name: str) -> bool:
    """Whether a file called ``name`` is a table, whose rows are documents."""
    path = PurePath(name)
    return path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$"))


class Catalogue:
    """The rows of one file; iterate once. ``left_out`` counts the rows passed over, whose title is no policy's."""

    def __init__(self, columns: Mapping[str, int], rows: Iterator[list[str] | ReadError]) -> None:
        """Read ``rows`` by ``columns``, which gives each field's place in a row."""
        self.left_out = 0
        self._columns = columns
        self._rows = rows

    def __iter__(self) -> Iterator[tuple[int, SourceText | ReadError]]:
        """Each row's number (the first below the header is 1) with its document: the cells joined by tabs.

        In place of a document stands why the row cannot be read.
        """
        for number, row in enumerate(self._rows, 1):
            if isinstance(row, ReadError):
                yield number, row
                continue
            cells = {field: row[place] for field, place in self._columns.items() if place < len(row) and row[place]}
            title = cells.get("title", "")
            document_number = parse_number(cells.get("number", ""))
            if not title or not catalogue_cues().is_policy(title, document_number is not None):
                self.left_out += 1
                continue
            metadata = {name: value for name, value in cells.items() if name != "number"}
            if document_number:
                metadata["number"] = str(document_number)
            for name in ("date", "published"):
                if name in metadata:
                    metadata[name] = find_day(metadata[name]) or ""
            if metadata.get("published") and metadata.get("date", "") > metadata["published"]:
                del metadata["date"]  # nothing is published before it is signed: the cell holds another day
            said = {name: value for name, value in metadata.items() if value}
            yield number, SourceText("\t".join(row), said, self._beside_the_title(row))

    def _beside_the_title(self, row: list[str]) -> tuple[tuple[int, int], ...]:
        """The cells around the title, from which nothing is extracted: 12345 characters of text are no hotline."""
        place = self._columns["title"]
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
    rows = rows_of(data, PurePath(name).suffix.lower())
    header = next(rows, [])
    if isinstance(header, ReadError):
        raise header
    known = {field: list(names) for field, names in catalogue_cues().columns.items()}
    unknown = sorted(set(columns or {}) - set(known))
    if unknown:
        raise ReadError(f"{unknown[0]} is no field of a catalogue; the fields are {', '.join(known)}")
    for field, column in (columns or {}).items():
        if _plain(column) not in map(_plain, header):
            raise ReadError(f"it has no column {column}; its columns are {', '.join(header) or 'none'}")
        known[field] = [column]
    places = {field: place for field, names in known.items() if (place := _place(header, names)) is not None}
    if "title" not in places:
        shown = ", ".join(header[:8]) or "none"
        raise ReadError(f"it has no column of titles (its columns: {shown}); name it with --map title=COLUMN")
    return Catalogue(places, rows)


def _place(header: list[str], names: list[str]) -> int | None:
    plain = [_plain(cell) for cell in header]
    return next((plain.index(_plain(name)) for name in names if _plain(name) in plain), None)


def _plain(name: str) -> str:
    return re.sub(r"[\s_\ufeff]+", "", name).lower()


def row_text(data: bytes, name: str, number: int) -> str:
    """The text of row ``number`` (the first below the header is 1) of the table in ``data``, in which its spans count.

    Raises:
        ReadError: a damaged file, or one that has no such row.
    """
    rows = rows_of(data, PurePath(name).suffix.lower())
    next(rows, None)
    for place, row in enumerate(rows, 1):
        if place == number:
            if isinstance(row, ReadError):
                raise row
            return "\t".join(row)
    raise ReadError(f"it has no row {number}")
