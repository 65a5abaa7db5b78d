"""The sheets of an Excel file of the old format (.xls), row by row, with cells merged over rows filled."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import xlrd

from extractors.catalogues.workbook import SheetRow
from extractors.readers.limits import MAX_COLUMNS, MAX_ROWS
from extractors.source import ReadError

_VISIBLE = 0


def old_sheets(data: bytes) -> Iterator[tuple[str, bool, Iterator[SheetRow]]]:
    """Of each sheet in the .xls file ``data`` its name, whether it is hidden, and its rows, which are read in turn.

    Raises:
        ReadError: the file is damaged, or protected by a password.
    """
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, ragged_rows=True, logfile=io.StringIO()
        )
        for number, name in enumerate(book.sheet_names()):
            sheet = book.sheet_by_index(number)
            yield name, sheet.visibility != _VISIBLE, _rows(sheet, book.datemode)
            book.unload_sheet(number)
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # xlrd raises whatever the bytes lead it to
        if "encrypted" in str(error):
            raise ReadError("the Excel file is protected by a password; save it without one") from error
        raise ReadError(f"it is a damaged Excel file ({type(error).__name__}); open it and save it as .xlsx") from error


def _rows(sheet: Any, datemode: int) -> Iterator[SheetRow]:
    merged = _merged(sheet.merged_cells)
    above: dict[int, Any] = {}  # by column: the value of the cell that goes on below
    for number in range(sheet.nrows):
        cells = [_value(cell, datemode) for cell in sheet.row(number)[:MAX_COLUMNS]]
        for column, goes_on in merged.get(number, ()):
            cells += [None] * (column + 1 - len(cells))
            if goes_on and cells[column] is None:
                cells[column] = above.get(column)
            above[column] = cells[column]
        yield SheetRow(tuple(cells))


def _merged(ranges: list[tuple[int, int, int, int]]) -> dict[int, list[tuple[int, bool]]]:
    """By row the columns of cells that are merged over rows, each with whether it began in a row above."""
    found: dict[int, list[tuple[int, bool]]] = {}
    merged = 0
    for first, end, column, _ in ranges:
        if end - first < 2 or column >= MAX_COLUMNS:
            continue
        merged += end - first
        if merged > MAX_ROWS:
            raise ReadError(f"it has more than {MAX_ROWS:,} cells that are merged over rows; split them")
        for row in range(first, end):
            found.setdefault(row, []).append((column, row > first))
    return found


def _value(cell: Any, datemode: int) -> Any:
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return None
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#ERROR")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return xlrd.xldate_as_datetime(cell.value, datemode)
        except (ValueError, OverflowError, xlrd.xldate.XLDateError):
            return cell.value
    return cell.value
