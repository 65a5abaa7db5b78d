"""The sheets of an Excel file, row by row: with cells merged over rows filled, and formulas without a value told."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import openpyxl
from lxml import etree
from openpyxl.utils import get_column_letter, range_boundaries

from extractors.readers.limits import MAX_COLUMNS, MAX_ROWS, MAX_SHEET_BYTES
from extractors.source import ReadError

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
# A cell that holds a formula and no stored value, as programs write it that do not reckon.
_UNVALUED = re.compile(
    rb'<(?:\w+:)?c\s[^<>]*?r="([A-Z]{1,3})(\d{1,7})"[^<>]*>\s*<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>([^<]*)</(?:\w+:)?f>)'
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_LINK = re.compile(r'=?\s*HYPERLINK\(\s*"[^"]*"\s*[,;]\s*"([^"]*)"\s*\)\s*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: the values of its cells, and which of its cells cannot be read, a sentence each."""

    cells: tuple[Any, ...]
    unread: tuple[str, ...] = ()


def sheets(data: bytes) -> Iterator[tuple[str, bool, Iterator[SheetRow]]]:
    """Of each sheet in the Excel file ``data`` its name, whether it is hidden, and its rows, which are read in turn.

    Raises:
        ReadError: the file is damaged, or unpacks to more than a table holds.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if max((part.file_size for part in package.infolist()), default=0) > MAX_SHEET_BYTES:
                raise ReadError(f"the Excel file unpacks to more than {MAX_SHEET_BYTES >> 20} MB; split it")
            parts = _parts(package)
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                raw = package.read(parts[sheet.title]) if sheet.title in parts else b""
                yield sheet.title, sheet.sheet_state != "visible", _guarded(_rows(sheet, raw))
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # openpyxl raises whatever its zip and XML parsers do
        raise ReadError(_damaged(error)) from error


def _damaged(error: Exception) -> str:
    return f"it is a damaged Excel file ({type(error).__name__}); open it and save it again"


def _guarded(rows: Iterator[SheetRow]) -> Iterator[SheetRow]:
    try:
        yield from rows
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # as above: rows are parsed when they are asked for
        raise ReadError(_damaged(error)) from error


def _parts(package: zipfile.ZipFile) -> dict[str, str]:
    """By the name of a sheet that of the part which holds it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    names = set(package.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    relations = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"), parser)
    targets = {node.get("Id"): posixpath.normpath(posixpath.join("/xl", node.get("Target", ""))) for node in relations}
    found = {}
    for node in etree.fromstring(package.read("xl/workbook.xml"), parser).iter("{*}sheet"):
        ident = next((value for key, value in node.attrib.items() if etree.QName(key).localname == "id"), None)
        target = targets.get(ident, "").lstrip("/")
        if target in names:
            found[node.get("name", "")] = target
    return found


def _rows(sheet: Any, raw: bytes) -> Iterator[SheetRow]:
    merged, unvalued = _merged(raw), _unvalued(raw)
    above: dict[int, Any] = {}  # by column: the value of the cell that goes on below
    width = sheet.max_column  # as the sheet says; None where it does not
    wide = width is None or width > MAX_COLUMNS
    rows = sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS) if wide else sheet.iter_rows(values_only=True)
    for number, values in enumerate(rows, 1):
        cells = list(_without_end(values) if wide else values)
        for column, goes_on in merged.get(number, ()):
            cells += [None] * (column - len(cells))
            if goes_on and cells[column - 1] is None:
                cells[column - 1] = above.get(column)
            above[column] = cells[column - 1]
        unread = []
        for column, formula in unvalued.get(number, ()):
            link = _LINK.fullmatch(formula)
            if link and column <= MAX_COLUMNS:
                cells += [None] * (column - len(cells))
                cells[column - 1] = link[1]
            else:
                cell = f"cell {get_column_letter(column)}{number} of the sheet {sheet.title}"
                unread.append(f"{cell} is a formula without a stored value; save the file in a spreadsheet program")
        yield SheetRow(tuple(cells), tuple(unread))


def _merged(raw: bytes) -> dict[int, list[tuple[int, bool]]]:
    """By row the columns of cells that are merged over rows, each with whether it began in a row above."""
    found: dict[int, list[tuple[int, bool]]] = {}
    merged = 0
    for match in _MERGED.finditer(raw):
        column, first, _, last = range_boundaries(match[1].decode("ascii"))
        if column is None or first is None or last is None or column > MAX_COLUMNS:
            continue
        for row in range(first, min(last, first + 10_000) + 1 if last > first else first):
            found.setdefault(row, []).append((column, row > first))
            merged += 1
        if merged > MAX_ROWS:
            raise ReadError(f"it has more than {MAX_ROWS:,} cells that are merged over rows; split them")
    return found


def _unvalued(raw: bytes) -> dict[int, list[tuple[int, str]]]:
    """By row the columns of formulas without a stored value, each with what the formula says."""
    found: dict[int, list[tuple[int, str]]] = {}
    for match in _UNVALUED.finditer(raw):
        column = range_boundaries(f"{match[1].decode('ascii')}1")[0]
        formula = unescape((match[3] or b"").decode("utf-8", "replace"))
        if column:
            found.setdefault(int(match[2]), []).append((column, formula))
    return found


def _without_end(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """``row`` without the empty cells behind its last one."""
    last = max((place for place, cell in enumerate(row, 1) if cell is not None), default=0)
    return row[:last]
