"""The rows of a table file as lists of clean cells, sheet by sheet."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extractors.catalogues.old_workbook import old_sheets
from extractors.catalogues.workbook import sheets
from extractors.readers.cleaning import clean as without_controls
from extractors.readers.decoding import decode
from extractors.readers.limits import MAX_CELL, MAX_CELLS, MAX_ROWS, MAX_WIDTH
from extractors.source import ReadError

_EXCEL = (".xlsx", ".xls")
_OLE, _ZIP, _ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK", "EncryptedPackage".encode("utf-16-le")
_EMPTY = re.compile(r"[\s\ufeff\u200b]+")  # line ends and what prints nothing among them


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, and which of them cannot be read, a sentence each."""

    cells: list[str]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name (empty in files that have but one table), whether it is hidden, its rows from the top.

    In place of a row stands an error for a line that is no JSON object while others are: it costs only itself.
    """

    name: str
    hidden: bool
    rows: Iterator[Row | ReadError]


def sheets_of(data: bytes, suffix: str) -> Iterator[Sheet]:
    """The sheets of a ``.csv``, ``.tsv``, ``.xlsx``, ``.xls`` or ``.jsonl`` file, each to be read before the next.

    Of what is called an Excel file the first bytes tell the format; many an ``.xls`` on the web is a text of tabs.

    Raises:
        ReadError: the file is damaged, or no line of it is a JSON object.
    """
    budget = _Budget()
    old = suffix in _EXCEL and data.startswith(_OLE)
    if old or suffix == ".xlsx" or (suffix == ".xls" and data.startswith(_ZIP)):
        if old and _ENCRYPTED in data:
            raise ReadError("the Excel file is protected by a password; save it without one")
        for name, hidden, rows in old_sheets(data) if old else sheets(data):
            yield Sheet(name, hidden, (budget.row(row.cells, row.unread) for row in rows))
        return
    text = decode(data)
    if suffix == ".xls":
        if text.lstrip("\ufeff \t\r\n").startswith("<"):
            raise ReadError("it is a web page called .xls; open it in a spreadsheet program and save it as .xlsx")
        suffix = ".tsv"
    lines = _lines_of_json(text, budget) if suffix == ".jsonl" else _separated(text, suffix, budget)
    yield Sheet("", False, lines)


def first_sheet(data: bytes, suffix: str) -> Iterator[list[str] | ReadError]:
    """The rows of the first sheet, or of the only table, as they stand.

    Raises:
        ReadError: as ``sheets_of``.
    """
    sheet = next(sheets_of(data, suffix), None)
    for row in sheet.rows if sheet else ():
        yield row if isinstance(row, ReadError) else row.cells


class _Budget:
    """How much of a table has been read, over all its sheets; what is too much is refused before it is looked at."""

    def __init__(self) -> None:
        self._rows = self._cells = 0

    def count(self) -> None:
        """Count a row, be it read or not.

        Raises:
            ReadError: there are too many.
        """
        if self._rows > MAX_ROWS:
            raise ReadError(f"it has more than {MAX_ROWS:,} rows; split it")
        self._rows += 1

    def row(self, cells: Sequence[Any], unread: tuple[str, ...] = ()) -> Row:
        """The row of these ``cells``, each as text.

        Raises:
            ReadError: there are too many, or one is too long.
        """
        self.count()
        self._cells += len(cells)
        if len(cells) > MAX_WIDTH:
            raise ReadError(f"its row {self._rows} has more than {MAX_WIDTH:,} cells; take out what is no table")
        if self._cells > MAX_CELLS:
            raise ReadError(f"it has more than {MAX_CELLS:,} cells; split it")
        if any(isinstance(cell, str) and len(cell) > MAX_CELL for cell in cells):
            raise ReadError(f"its row {self._rows} has a cell of more than {MAX_CELL:,} characters; split it")
        return Row([clean(cell) for cell in cells], unread)


def clean(value: Any) -> str:
    """A cell as text: blanks and line ends folded into one blank, a date in ISO form, a whole number without ``.0``.

    Characters that print nothing are dropped, as from every text.
    """
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, (list, dict)):
        value = json.dumps(value, ensure_ascii=False)
    return _EMPTY.sub(" ", without_controls(str(value))).strip()


def _separated(text: str, suffix: str, budget: _Budget) -> Iterator[Row]:
    delimiter = "\t" if suffix == ".tsv" else ","
    if suffix == ".csv":
        head = text.split("\n", 1)[0]
        delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(1 << 24)
    lines = _Lines(text)
    start = 1
    try:
        for row in (reader := csv.reader(lines, delimiter=delimiter)):
            if lines.ended:  # more was asked for than there is: the reader was still looking for a closing quote
                raise ReadError(f"the row that begins in its line {start} opens a quote that nothing closes")
            yield budget.row(row)
            start = reader.line_num + 1
    except csv.Error as error:
        raise ReadError(f"it is no table of separated values ({error})") from error


class _Lines:
    """The lines of a text, one by one, and whether one more was asked for than there are."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        yield from self._lines
        self.ended = True


def _lines_of_json(text: str, budget: _Budget) -> Iterator[Row | ReadError]:
    """The fields of all objects, in the order in which they first appear, then the rows."""
    header: dict[str, None] = {}
    unread: list[ReadError] = []
    for number, line in _filled(text):
        row = _object(number, line)
        if isinstance(row, ReadError):
            unread.append(row)
        else:
            header.update(dict.fromkeys(row))
        if len(header) > MAX_WIDTH:
            raise ReadError(f"it has more than {MAX_WIDTH:,} columns; take out what is no table")
    if not header:
        if unread:
            raise unread[0]
        return
    yield budget.row(list(header))
    for number, line in _filled(text):
        row = _object(number, line)
        if isinstance(row, ReadError):
            budget.count()
            yield row
        else:
            yield budget.row([row.get(name) for name in header])


def _filled(text: str) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip())


def _object(number: int, line: str) -> dict[str, Any] | ReadError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = "nested too deep" if isinstance(error, RecursionError) else error
        return ReadError(f"its line {number} is no JSON ({why})")
    if not isinstance(row, dict):
        return ReadError(f"its line {number} is no JSON object with a field for each column")
    return row
