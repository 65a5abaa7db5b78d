"""Rows as an Excel workbook: numbers as numbers, texts as texts, the same bytes for the same rows."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import Any

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from cypher.output.cells import cell
from cypher.output.fitting import columns_of
from cypher.results import Result
from cypher.xml_characters import for_xml

_WIDEST = 60
_MOST_CHARACTERS = 32_767  # of a cell
_EPOCH = datetime.datetime(1980, 1, 1)  # the first day that a ZIP can tell
_TIME = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def workbook(result: Result) -> bytes:
    """The rows of ``result`` below their columns' names, which can be filtered by; what is no number is a text."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "rows"
    for row in (result.columns, *result.rows):
        sheet.append([_value(value) for value in row])
    for row in sheet.iter_rows():
        for one in row:
            if one.data_type == "f":
                one.data_type = "s"  # a text that begins with = is no formula
    for one in sheet[1]:
        one.font = Font(bold=True)
    for at, column in enumerate(zip(result.columns, *result.rows, strict=True), 1):
        widest = max(columns_of(cell(value)) for value in column)
        sheet.column_dimensions[get_column_letter(at)].width = min(widest, _WIDEST) + 2
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    return saved(book)


def _value(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    return for_xml(cell(value))[:_MOST_CHARACTERS]


def saved(book: openpyxl.Workbook) -> bytes:
    """``book`` as a file, without the time at which it was written."""
    out, timeless = io.BytesIO(), io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(timeless, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "docProps/core.xml":
                content = _TIME.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(part.filename, _EPOCH.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return timeless.getvalue()
