"""Excel files of the old format, and what else is called .xls."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from extractors.catalogues import read_catalogue
from extractors.catalogues.old_workbook import old_sheets
from extractors.catalogues.tables import sheets_of
from extractors.readers.formats import OLE
from extractors.source import ReadError, SourceText
from scripts.support.tiny_xls import tiny_xls

LIST = Path(__file__).parent / "files" / "list.xls"
ROWS = [["标题", "发文机关"], ["遂宁市人民政府关于推行一网通办的通知", "遂宁市人民政府"]]


def rows(data: bytes, name: str = "目录.xls") -> list[str]:
    return [row.text if isinstance(row, SourceText) else str(row) for _, row in read_catalogue(data, name)]


def test_a_list_of_a_spreadsheet_program() -> None:
    catalogue = read_catalogue(LIST.read_bytes(), "目录.xls")
    found = {number: row for number, row in catalogue if isinstance(row, SourceText)}
    assert [row.text for row in found.values()] == [
        "遂宁市\t遂宁市人民政府关于推行一网通办的通知\t遂府发〔2019〕8号\t2019-03-08",
        "遂宁市\t遂宁市人民政府关于推行证照分离改革的通知\t遂府发〔2019〕9号\t2019-04-09",
        "绵阳市\t绵阳市人民政府关于推进最多跑一次改革的通知\t绵府发〔2018〕2号\t2018年5月",
    ]
    assert found[2].metadata["region"] == "遂宁市" and found[2].metadata["date"] == "2019-04-09"
    assert catalogue.unused == ["the hidden sheet 草稿"]


def test_the_same_list_in_the_new_format_gives_the_same_rows() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in ROWS:
        book.worksheets[0].append(row)
    book.save(out)
    assert rows(out.getvalue(), "目录.xlsx") == rows(tiny_xls(ROWS)) == ["\t".join(ROWS[1])]
    assert rows(out.getvalue()) == rows(tiny_xls(ROWS), "目录.xlsx") == ["\t".join(ROWS[1])]


def test_a_cell_far_to_the_right_costs_nothing() -> None:
    rows = [*ROWS, *[[]] * 1_000, [*[""] * 200, "x"]]
    ((_, _, found),) = [(name, hidden, list(rows)) for name, hidden, rows in old_sheets(tiny_xls(rows))]
    assert len(found) == len(rows) and sum(len(row.cells) for row in found) < 250


def test_a_text_of_tabs_is_called_xls() -> None:
    assert rows("\n".join("\t".join(row) for row in ROWS).encode("gbk")) == ["\t".join(ROWS[1])]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html><table><tr><td>1</td></tr></table></html>", "web page called"),
        (OLE + bytes(2000), "damaged Excel file"),
        (tiny_xls(ROWS)[:3000], "damaged Excel file"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        list(sheets_of(data, ".xls"))
