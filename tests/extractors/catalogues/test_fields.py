"""Every field of a catalogue is used, or said: regions, years, dates in any form, merged cells, heads of two levels."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping

import openpyxl
import pytest

from extractors.catalogues import read_catalogue, row_text
from extractors.pipeline import Extractor
from extractors.source import ReadError, SourceText

TITLE = "关于推行河长制的通知"


def rows(data: bytes, name: str = "a.csv", columns: Mapping[str, str] | None = None) -> dict[int, SourceText]:
    found = {}
    for number, source in read_catalogue(data, name, columns):
        assert isinstance(source, SourceText)
        found[number] = source
    return found


def csv(*lines: list[str]) -> bytes:
    return "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode()


def only(header: list[str], row: list[str]) -> SourceText:
    (found,) = rows(csv(["标题", *header], [TITLE, *row])).values()
    return found


@pytest.mark.parametrize(
    ("header", "row", "code"),
    [
        (["地区"], ["西充县"], "511325"),
        (["行政区划代码"], ["511325000000"], "511325"),
        (["省份", "城市", "区县"], ["四川", "南充市", "西充县"], "511325"),
        (["省份", "城市"], ["江苏省", "南京"], "320100"),
        (["省", "市", "区"], ["北京市", "北京市", "朝阳区"], "110105"),
        (["省份", "城市", "区县"], ["四川省", "南充市", "市本级"], "511300"),
        (["所属地区", "年份"], ["四川-遂宁-射洪县", "2016"], "510922"),
        (["地区"], ["全国"], "100000"),
    ],
)
def test_the_columns_of_regions_tell_the_region(header: list[str], row: list[str], code: str) -> None:
    record, _ = Extractor().row_record(only(header, row), "a.csv#1")
    assert (record.document.region, record.unread) == (code, ())
    assert record.document.evidence["region"].source == "metadata"


@pytest.mark.parametrize(
    ("header", "row", "says"),
    [
        (["地区"], ["鼓楼区"], "320106 江苏省南京市鼓楼区"),
        (["区县", "城市"], ["朝阳", ""], "110105 北京市朝阳区"),
        (["地区"], ["金桥新镇"], "地区: 金桥新镇 is no region that is known"),
        (["地区"], ["999999"], "地区: 999999 is no region that is known"),
    ],
)
def test_a_region_that_is_not_one_is_said(header: list[str], row: list[str], says: str) -> None:
    source = only(header, row)
    assert "region" not in source.metadata
    assert says in source.unread[0]


def test_an_issuer_inside_the_region_of_the_column_is_more_exact_and_one_outside_is_not() -> None:
    def region(issuer: str) -> str | None:
        record, _ = Extractor().row_record(only(["省份", "发文机关"], ["四川省", issuer]), "a.csv#1")
        return record.document.region

    assert [region("西充县人民政府"), region("南京市人民政府")] == ["511325", "510000"]


@pytest.mark.parametrize(
    ("cell", "date", "year"),
    [
        ("43605", "2019-05-20", None),
        ("43605.75", "2019-05-20", None),
        ("2019年5月20日至2020年1月1日", "2019-05-20", None),
        ("二〇一九年五月二十日", "2019-05-20", None),
        ("二0一九年五月", None, "2019"),
        ("2019年5月", None, "2019"),
        ("2019.5", None, "2019"),
        ("2019", None, "2019"),
        ("20190520", "2019-05-20", None),
        ("2019/5/20 10:30", "2019-05-20", None),
    ],
)
def test_dates_in_any_form(cell: str, date: str | None, year: str | None) -> None:
    source = only(["成文日期"], [cell])
    assert (source.metadata.get("date"), source.metadata.get("year"), source.unread) == (date, year, ())


@pytest.mark.parametrize("cell", ["长期有效", "12345", "5月20日", "待定"])
def test_what_is_no_date_is_said(cell: str) -> None:
    source = only(["成文日期"], [cell])
    assert source.unread == (f"成文日期: {cell} is no date",)
    assert "date" not in source.metadata


@pytest.mark.parametrize("cell", ["", "-", "无", "——"])
def test_an_empty_cell_is_not_said(cell: str) -> None:
    assert only(["成文日期", "地区"], [cell, cell]).unread == ()


def test_a_year_of_its_own_column() -> None:
    record, _ = Extractor().row_record(only(["年份", "地区"], ["2017年", "西充县"]), "a.csv#1")
    assert (record.document.year, record.document.evidence["year"].source) == (2017, "metadata")


@pytest.mark.parametrize(
    "lines",
    [
        [{"标题": TITLE}, {"标题": TITLE, "地区": "西充县"}],
        [{"标题": TITLE, "备注": "x"}, {"地区": "西充县", "标题": TITLE}, {"标题": TITLE, "文号": "x"}],
    ],
)
def test_fields_that_first_appear_in_a_later_line(lines: list[dict[str, str]]) -> None:
    data = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()
    assert rows(data, "a.jsonl")[2].metadata["region"] == "西充县"


def book(sheets: Mapping[str, list[list[object]]], merged: Mapping[str, list[str]] | None = None) -> openpyxl.Workbook:
    found = openpyxl.Workbook()
    found.remove(found.worksheets[0])
    for name, lines in sheets.items():
        sheet = found.create_sheet(name)
        for line in lines:
            sheet.append(line)
        for cells in (merged or {}).get(name, ()):
            sheet.merge_cells(cells)
    return found


def saved(found: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    found.save(out)
    return out.getvalue()


WEST, NORTH = "西充县人民政府", "阆中市人民政府"


@pytest.mark.parametrize(
    ("lines", "merged", "issuers", "regions"),
    [
        (
            [["发文机关", "标题", "地区"], [WEST, TITLE, "西充县"], *([None, TITLE, None] for _ in range(3))],
            ["A2:A4", "C2:C3"], [WEST] * 3 + [None], ["西充县"] * 2 + [None] * 2,
        ),
        (  # block under block
            [["发文机关", "标题", "地区"], [WEST, TITLE, None], [None, TITLE, None], [NORTH, TITLE, None], [None, TITLE, None]],
            ["A2:A3", "A4:A5"], [WEST, WEST, NORTH, NORTH], [None] * 4,
        ),
        (  # over rows and columns at once, which says nothing of the second column
            [["地区", "备注", "标题", "发文机关"], ["南部县", None, TITLE, WEST], [None, None, TITLE, NORTH]],
            ["A2:B3"], [WEST, NORTH], ["南部县"] * 2,
        ),
        (  # of the last rows, which hold nothing else of their own
            [["标题", "地区", "发文机关"], [TITLE, "高坪区", WEST], [TITLE, None, None], [TITLE, None, None]],
            ["B2:B4", "C3:C4"], [WEST, None, None], ["高坪区"] * 3,
        ),
    ],
)  # fmt: skip
def test_merged_cells_are_carried_down(
    lines: list[list[object]], merged: list[str], issuers: list[str | None], regions: list[str | None]
) -> None:
    found = rows(saved(book({"甲": lines}, {"甲": merged})), "a.xlsx")
    assert [source.metadata.get("issuer") for source in found.values()] == issuers
    assert [source.metadata.get("region") for source in found.values()] == regions


@pytest.mark.parametrize(
    ("lines", "merged", "first"),
    [
        ([["西充县政策文件目录"], ["（2020年整理）"], [], ["标题", "地区"], [TITLE, "西充县"]], ["A1:B1"], 1),
        (
            [["标题", "发文信息", None], [None, "地区", "成文日期"], [TITLE, "西充县", "2019-05-20"]],
            ["A1:A2", "B1:C1"],
            1,
        ),
        ([["标题", "地区"], ["标题", "地区"], [TITLE, "西充县"]], [], 1),
        ([["标 题*", "地区（必填）"], [TITLE, "西充县"]], [], 1),
    ],
)
def test_banners_and_heads_of_two_levels(lines: list[list[object]], merged: list[str], first: int) -> None:
    data = saved(book({"甲": lines}, {"甲": merged}))
    found = rows(data, "a.xlsx")
    assert list(found) == [first]
    assert (found[first].metadata["title"], found[first].metadata["region"]) == (TITLE, "西充县")
    assert row_text(data, "a.xlsx", first) == found[first].text


def test_heads_of_two_levels_without_merged_cells() -> None:
    lines = [["标题", "发文信息", ""], ["", "文号", "日期"], [TITLE, "西府发〔2019〕3号", "2019-05-20"]]
    (found,) = rows(csv(*lines)).values()
    assert (found.metadata["number"], found.metadata["date"]) == ("西府发〔2019〕3号", "2019-05-20")


def unused_in(data: bytes, name: str, columns: dict[str, str] | None = None) -> list[str]:
    """What a catalogue told, once all of its rows were read, that is of no use."""
    catalogue = read_catalogue(data, name, columns)
    assert list(catalogue)
    return catalogue.unused


def test_every_sheet_is_read_and_what_is_not_is_told() -> None:
    found = book(
        {
            "2018年": [["标题", "地区", "备注"], [TITLE, "西充县", "x"]],
            "说明": [["本目录由办公室整理"]],
            "2019年": [["地区", "标题"], ["南部县", TITLE], ["阆中市", TITLE]],
            "旧": [["标题"], [TITLE]],
        }
    )
    found["旧"].sheet_state = "hidden"
    data = saved(found)
    assert {number: source.metadata["region"] for number, source in rows(data, "a.xlsx").items()} == {
        1: "西充县",
        2: "南部县",
        3: "阆中市",
    }
    assert row_text(data, "a.xlsx", 3) == f"阆中市\t{TITLE}"
    assert unused_in(data, "a.xlsx") == [
        "column 备注 of the sheet 2018年",
        "the sheet 说明, which has no column of titles",
        "the hidden sheet 旧",
    ]


def test_columns_that_are_not_used_are_told() -> None:
    assert unused_in(csv(["标题", "备注", "附件"], [TITLE, "", ""]), "a.csv") == ["columns 备注, 附件"]
    assert unused_in(csv(["标题", "发文机关", "发布机构"], [TITLE, "", ""]), "a.csv") == ["column 发布机构"]
    assert unused_in(csv(["标题", "备注"], [TITLE, ""]), "a.csv", {"issuer": "备注"}) == []


def test_formulas_without_a_stored_value() -> None:
    link = f'=HYPERLINK("https://www.xichong.gov.cn/1.html","{TITLE}")'
    data = saved(book({"甲": [["标题", "地区"], [link, '=CONCATENATE("西充","县")'], [TITLE, "西充县"]]}))
    found = rows(data, "a.xlsx")
    assert found[1].metadata["title"] == TITLE
    assert found[1].unread == (
        "cell B2 of the sheet 甲 is a formula without a stored value; save the file in a spreadsheet program",
    )
    assert found[2].unread == ()


def test_formulas_with_a_stored_value_are_read_by_it() -> None:
    data = saved(book({"甲": [["标题", "地区"], [TITLE, "=A1"]]}))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            cell = '<c r="B2" t="str"><f>A1</f><v>西充县</v></c>'.encode()
            part = re.sub(rb'<c r="B2"><f>A1</f><v ?(?:/>|></v>)</c>', cell, old.read(name))
            new.writestr(name, part)
    (found,) = rows(out.getvalue(), "a.xlsx").values()
    assert (found.metadata["region"], found.unread) == ("西充县", ())


def test_a_book_without_titles_names_the_columns_that_it_has() -> None:
    with pytest.raises(ReadError, match="its columns: 甲, 乙"):
        read_catalogue(saved(book({"一": [["甲", "乙"], ["1", "2"]], "二": []})), "a.xlsx")
