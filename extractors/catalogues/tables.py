"""The rows of a table file as lists of clean cells, the header first."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import openpyxl

from extractors.readers.decoding import decode
from extractors.source import ReadError

_EMPTY = re.compile(r"[\s\ufeff\u200b]+")  # line ends and what prints nothing among them


def rows_of(data: bytes, suffix: str) -> Iterator[list[str]]:
    """The header and the rows of a ``.csv``, ``.tsv``, ``.xlsx`` or ``.jsonl`` file.

    Raises:
        ReadError: the file is damaged, or a line of it is no JSON object.
    """
    if suffix == ".xlsx":
        return ([clean(cell) for cell in row] for row in _sheet(data))
    text = decode(data)
    return _lines_of_json(text) if suffix == ".jsonl" else _separated(text, suffix)


def clean(value: Any) -> str:
    """A cell as text: blanks and line ends folded into one blank, a date in ISO form, a whole number without ``.0``."""
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
    return _EMPTY.sub(" ", str(value)).strip()


def _separated(text: str, suffix: str) -> Iterator[list[str]]:
    delimiter = "\t" if suffix == ".tsv" else ","
    if suffix == ".csv":
        head = text.split("\n", 1)[0]
        delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(1 << 24)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield [clean(cell) for cell in row]
    except csv.Error as error:
        raise ReadError(f"it is no table of separated values ({error})") from error


def _sheet(data: bytes) -> Iterator[tuple[Any, ...]]:
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        yield from book.worksheets[0].iter_rows(values_only=True)
    except Exception as error:  # openpyxl raises whatever its zip and XML parsers do
        raise ReadError(f"it is a damaged Excel file ({type(error).__name__}); open it and save it again") from error


def _lines_of_json(text: str) -> Iterator[list[str]]:
    header: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise ReadError(f"its line {number} is no JSON ({error})") from error
        if not isinstance(row, dict):
            raise ReadError(f"its line {number} is no JSON object with a field for each column")
        if not header:
            header = list(row)
            yield header
        yield [clean(row.get(name)) for name in header]
