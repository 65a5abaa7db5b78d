"""What was read of the heads as a list of sources: to be corrected in a spreadsheet and given back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Font, PatternFill

from cypher.output.workbook import saved
from cypher.xml_characters import for_xml
from extractors.regions.named import region_named
from kg.build.source_list import FIELDS
from kg.disk.atomic import write_bytes
from kg.errors import InputError
from ontology.limits import GRACE
from ontology.regions import region_table
from ontology.schema import schema
from ontology.source_doubts import source_doubts

SUFFIXES = (".xlsx", ".csv")
"""How a list may be written."""
COLUMNS = ("file", *FIELDS, "check")
_ZH = dict(
    zip(COLUMNS, ("文件", "地区", "年份", "发文机关", "标题", "文号", "成文日期", "文种", "网址", "核对"), strict=True)
)
_NEEDED = ("region", "year", "title")  # whose lack is told of any document; of policies that of two more, too
_OF_POLICIES = ("issuer", "date")
_POLICIES = frozenset({"notice", "opinion", "plan", "measures", "decision", "law"})
_WIDTHS = {"file": 36, "title": 48, "issuer": 28, "region": 24, "number": 22, "url": 30, "check": 48}
_MARK = PatternFill("solid", start_color="FFF2CC")


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document in the list: the values of its columns, and the columns that ask for a look."""

    values: Mapping[str, str | int]
    doubtful: tuple[str, ...]


def source_row(record: Mapping[str, Any], language: str = "en") -> SourceRow:
    """The row of a record as JSON gives it (``reformkg extract``).

    The region is written by its full name where that means it alone, else by its code. ``check`` tells each empty or
    doubtful cell with the reason.
    """
    head, words = record["document"], schema().document_kinds
    values: dict[str, str | int] = {"file": record["file"]}
    values |= {name: head[name] for name in FIELDS if head.get(name) is not None}
    if "region" in values:
        values["region"] = _region(head["region"], head["year"])
    if language == "zh" and "kind" in values:
        values["kind"] = words.get(str(values["kind"]), values["kind"])
    if record["error"]:
        return SourceRow(values | {"check": record["error"]}, ("file",))
    reasons = dict(_doubts(head, language))
    names = _ZH if language == "zh" else {name: name for name in COLUMNS}
    told = [f"{names[name]}: {reason}" for name, reason in reasons.items()] + list(record["unread"])
    doubtful = (*(["file"] if record["unread"] else []), *reasons)
    return SourceRow(values | ({"check": "; ".join(told)} if told else {}), doubtful)


def _doubts(head: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """Each field that asks for a look, with the reason."""
    doubts = source_doubts()
    for name in FIELDS:
        needed = name in _NEEDED or (name in _OF_POLICIES and head["kind"] in _POLICIES)
        evidence = head["evidence"].get(name)
        if head[name] is None and needed:
            yield name, doubts.empty.told(language)
        elif evidence and evidence["rule"] in doubts.rules:
            yield name, doubts.rules[evidence["rule"]].told(language)


def _region(code: str, year: int | None) -> str:
    table = region_table()
    region = table.at(code, year, GRACE) or table.at(code, None)
    return region.full_name if region and region_named(region.full_name, year).code == code else code


def write_sheet(path: Path, rows: Iterable[SourceRow], language: str = "en") -> None:
    """Write ``rows`` as an Excel file (``.xlsx``), doubtful cells marked, or as CSV; the same bytes for the same rows.

    Raises:
        InputError: ``path`` ends otherwise.
        DiskError: its folder is not there.
    """
    header = [_ZH[name] if language == "zh" else name for name in COLUMNS]
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(f"{path}: a list of sources is written as {' or '.join(SUFFIXES)}")
    write_bytes(path, _book(header, rows) if suffix == ".xlsx" else _csv(header, rows))


def _csv(header: list[str], rows: Iterable[SourceRow]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([row.values.get(name, "") for name in COLUMNS] for row in rows)
    return out.getvalue().encode("utf-8-sig")  # as Excel expects it


def _book(header: list[str], rows: Iterable[SourceRow]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "sources"
    sheet.append(header)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows:
        sheet.append([_cell(row.values.get(name)) for name in COLUMNS])
        for name in row.doubtful:
            sheet.cell(sheet.max_row, COLUMNS.index(name) + 1).fill = _MARK
        for cell in sheet[sheet.max_row]:
            if cell.data_type == "f":
                cell.data_type = "s"  # a title that begins with = is no formula
    for place, name in enumerate(COLUMNS):
        sheet.column_dimensions[chr(ord("A") + place)].width = _WIDTHS.get(name, 12)
    sheet.freeze_panes = "B2"
    return saved(book)


def _cell(value: str | int | None) -> str | int | None:
    return for_xml(value) if isinstance(value, str) else value
