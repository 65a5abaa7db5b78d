"""The rows of a table file as lists of clean cells, the header first."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import openpyxl

from extractors.readers.cleaning import clean as without_controls
from extractors.readers.decoding import decode
from extractors.readers.limits import MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_SHEET_BYTES, MAX_WIDTH
from extractors.source import ReadError

_EMPTY = re.compile(r"[\s\ufeff\u200b]+")  # line ends and what prints nothing among them


def rows_of(data: bytes, suffix: str) -> Iterator[list[str] | ReadError]:
    """The header and the rows of a ``.csv``, ``.tsv``, ``.xlsx`` or ``.jsonl`` file.

    Among the rows, an error stands for a line that is no JSON object while others are: it costs only itself.

    Raises:
        ReadError: the file is damaged, or no line of it is a JSON object.
    """
    if suffix == ".xlsx":
        return _cleaned(_sheet(data))
    text = decode(data)
    return _cleaned(_lines_of_json(text) if suffix == ".jsonl" else _separated(text, suffix))


def _cleaned(rows: Iterable[Sequence[Any] | ReadError]) -> Iterator[list[str] | ReadError]:
    """``rows`` with each cell as text, within the limits of a table, which are looked at before a cell is."""
    cells = 0
    for number, row in enumerate(rows):
        if number > MAX_ROWS:
            raise ReadError(f"it has more than {MAX_ROWS:,} rows; split it")
        if isinstance(row, ReadError):
            yield row
            continue
        cells += len(row)
        if len(row) > MAX_WIDTH:
            raise ReadError(f"its row {number} has more than {MAX_WIDTH:,} cells; take out what is no table")
        if cells > MAX_CELLS:
            raise ReadError(f"it has more than {MAX_CELLS:,} cells; split it")
        if any(isinstance(cell, str) and len(cell) > MAX_CELL for cell in row):
            raise ReadError(f"its row {number} has a cell of more than {MAX_CELL:,} characters; split it")
        yield [clean(cell) for cell in row]


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


def _separated(text: str, suffix: str) -> Iterator[list[str]]:
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
            yield row
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


def _sheet(data: bytes) -> Iterator[tuple[Any, ...]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if max((part.file_size for part in package.infolist()), default=0) > MAX_SHEET_BYTES:
                raise ReadError(f"the Excel file unpacks to more than {MAX_SHEET_BYTES >> 20} MB; split it")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        width = sheet.max_column  # as the sheet says; None where it does not
        if width is not None and width <= MAX_COLUMNS:
            yield from sheet.iter_rows(values_only=True)
        else:  # each row is filled up to the last column read
            yield from (_without_end(row) for row in sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS))
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # openpyxl raises whatever its zip and XML parsers do
        raise ReadError(f"it is a damaged Excel file ({type(error).__name__}); open it and save it again") from error


def _without_end(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """``row`` without the empty cells behind its last one."""
    last = max((place for place, cell in enumerate(row, 1) if cell is not None), default=0)
    return row[:last]


def _lines_of_json(text: str) -> Iterator[list[Any] | ReadError]:
    header: list[str] = []
    unread: list[ReadError] = []  # before the header, which is that of the first line that is an object
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        row = _object(number, line)
        if isinstance(row, ReadError):
            if header:
                yield row
            else:
                unread.append(row)
            continue
        if not header:
            header = list(row)
            yield header
            yield from unread
        yield [row.get(name) for name in header]
    if unread and not header:
        raise unread[0]


def _object(number: int, line: str) -> dict[str, Any] | ReadError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = "nested too deep" if isinstance(error, RecursionError) else error
        return ReadError(f"its line {number} is no JSON ({why})")
    if not isinstance(row, dict):
        return ReadError(f"its line {number} is no JSON object with a field for each column")
    return row
