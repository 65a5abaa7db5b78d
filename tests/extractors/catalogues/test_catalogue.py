"""Tables of policy titles: columns, cells, and rows that are no policy. The titles are of our own wording."""

from __future__ import annotations

import datetime
import io
import json
import re
import zipfile

import openpyxl
import pytest

from extractors.catalogues import is_catalogue, read_catalogue
from extractors.source import ReadError

HEADER = ["标题", "发文字号", "成文日期", "网址"]
ROW = ["示例市人民政府关于推行一网通办的通知", "发文字号：示府 〔2020]012号", "2020/3/5", "https://example.org/1"]


def as_csv(*rows: list[str], encoding: str = "utf-8-sig") -> bytes:
    return "\r\n".join(",".join(row) for row in rows).encode(encoding)


def as_xlsx(*rows: list[object]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", as_csv(HEADER, ROW)),
        ("a.csv", as_csv(HEADER, ROW, encoding="gb18030")),
        ("a.tsv", "\n".join("\t".join(r) for r in (HEADER, ROW)).encode()),
        ("a.csv", "\n".join(";".join(r) for r in (HEADER, ROW)).encode()),
        ("a.xlsx", as_xlsx(HEADER, [ROW[0], ROW[1], datetime.datetime(2020, 3, 5), ROW[3]])),
        ("a.jsonl", json.dumps(dict(zip(HEADER, ROW, strict=True)), ensure_ascii=False).encode()),
    ],
)
def test_a_row_is_a_document(name: str, data: bytes) -> None:
    ((number, source),) = list(read_catalogue(data, name))
    assert number == 1
    assert source.metadata["title"] == ROW[0]
    assert source.metadata["number"] == "示府〔2020〕12号"
    assert source.metadata["date"] == "2020-03-05"
    assert source.metadata["url"] == ROW[3]
    assert source.text.split("\t")[0] == ROW[0]


@pytest.mark.parametrize("cell", ["2020-11-31", "2020年13月5日", "2020年3月", "长期有效"])
def test_a_cell_without_a_day_of_the_calendar_gives_no_date(cell: str) -> None:
    ((_, source),) = list(read_catalogue(as_csv(HEADER, [ROW[0], ROW[1], cell, ROW[3]]), "a.csv"))
    assert "date" not in source.metadata


def test_titles_that_are_no_policies_are_left_out_and_counted() -> None:
    rows = [["一图读懂《示例市数据条例》", "", "", ""], ["示例市获奖名单公示", "", "", ""], ["", "示府〔2020〕1号", "", ""],
            ["示例市行政执法公示办法", "", "", ""], ["关于做好节日安排（2021年）", "示府办〔2021〕3号", "", ""]]  # fmt: skip
    catalogue = read_catalogue(as_csv(HEADER, *rows), "a.csv")
    assert [number for number, _ in catalogue] == [4, 5]
    assert catalogue.left_out == 3


def test_columns_can_be_mapped() -> None:
    data = as_csv(["甲", "乙"], ["示例市关于优化服务的意见", "示府〔2019〕7号"])
    with pytest.raises(ReadError, match=r"no column of titles.*甲, 乙.*--map title=COLUMN"):
        read_catalogue(data, "a.csv")
    ((_, source),) = list(read_catalogue(data, "a.csv", {"title": "甲", "number": "乙"}))
    assert source.metadata["number"] == "示府〔2019〕7号"
    with pytest.raises(ReadError, match="no column 丙"):
        read_catalogue(data, "a.csv", {"title": "丙"})
    with pytest.raises(ReadError, match="colour is no field"):
        read_catalogue(data, "a.csv", {"colour": "甲"})


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [("a.xlsx", b"PK\x03\x04 cut short", "damaged Excel"), ("a.jsonl", b'{"title": "a"', "line 1 is no JSON"),
     ("a.jsonl", b"[1]", "no JSON object"), ("a.jsonl", b"[" * 200_000, "line 1 is no JSON .nested too deep")],
)  # fmt: skip
def test_a_damaged_table_is_refused(name: str, data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        list(read_catalogue(data, name))


def test_which_files_are_tables() -> None:
    assert is_catalogue("政策.CSV") and is_catalogue("a/b.xlsx")
    assert not is_catalogue("a.txt") and not is_catalogue("~$a.xlsx") and not is_catalogue(".a.csv")


def test_a_day_of_signing_after_the_publication_is_none() -> None:
    header = [*HEADER, "发布日期"]
    late, early = [*ROW[:2], "2028-07-31", "", "2020-03-09"], [*ROW[:2], "2020-03-05", "", "2020-03-09"]
    found = [source.metadata.get("date") for _, source in read_catalogue(as_csv(header, late, early), "a.csv")]
    assert found == [None, "2020-03-05"]


@pytest.mark.parametrize("title", ["《示例市数据办法》部门解读", "解读《示例市数据办法》", "《示例市数据办法》百问百答"])
def test_reading_aids_are_left_out_even_with_the_number_of_what_they_explain(title: str) -> None:
    assert list(read_catalogue(as_csv(HEADER, [title, "示府〔2020〕12号", "", ""]), "a.csv")) == []


def test_a_policy_on_reading_aids_is_one() -> None:
    title = "示例市人民政府办公室关于印发《示例市政策解读工作办法》的通知"
    assert len(list(read_catalogue(as_csv(HEADER, [title, "", "", ""]), "a.csv"))) == 1


def test_only_the_title_is_read_for_what_it_states() -> None:
    header = ["地区", "标题", "正文字数", "沿革"]
    row = ["示例市", "示例市一网通办管理办法", "12345", "2012年7月1日 示例市政务服务局挂牌成立"]
    ((_, source),) = list(read_catalogue(as_csv(header, row), "a.csv"))
    kept = [i for i in range(len(source.text)) if not any(a <= i < b for a, b in source.furniture)]
    assert "".join(source.text[i] for i in kept) == row[1]
    assert source.text == "\t".join(row)


TITLES = [f"示例市人民政府关于推进第{n}项改革的意见" for n in "一二三"]


@pytest.mark.parametrize("quoted", [0, 1, 2])
def test_an_open_quote_swallows_no_rows(quoted: int) -> None:
    rows = [('"' if at == quoted else "") + title for at, title in enumerate(TITLES)]
    with pytest.raises(ReadError, match=rf"begins in its line {quoted + 2} opens a quote that nothing closes"):
        list(read_catalogue("\n".join(["标题", *rows, ""]).encode(), "a.csv"))


def test_closed_quotes_may_hold_line_ends_and_the_last_line_needs_none() -> None:
    data = f'标题,网址\n"{TITLES[0][:5]}\n{TITLES[0][5:]}",\n{TITLES[1]},"https://example.org/1"'.encode()
    found = [source.metadata["title"].replace(" ", "") for _, source in read_catalogue(data, "a.csv")]
    assert found == TITLES[:2]


@pytest.mark.parametrize("bad", ["{", "[1]", '{"标题": "', "标题"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_line_that_is_no_json_costs_only_itself(bad: str, place: int) -> None:
    lines = [json.dumps({"标题": title}, ensure_ascii=False) for title in TITLES[:2]]
    lines.insert(place, bad)
    rows = [row for _, row in read_catalogue("\n".join(lines).encode(), "a.jsonl")]
    assert [row.metadata["title"] for row in rows if not isinstance(row, ReadError)] == TITLES[:2]
    (refused,) = [str(row) for row in rows if isinstance(row, ReadError)]
    assert f"its line {place + 1} is no JSON" in refused


def test_cells_hold_nothing_that_prints_nothing() -> None:
    data = json.dumps({"标题": "示例市\u202e人民政府\0关于\x1b推行一网通办\ud800的通知"}).encode()
    ((_, source),) = [row for row in read_catalogue(data, "a.jsonl") if not isinstance(row[1], ReadError)]
    assert source.metadata["title"] == "示例市人民政府关于推行一网通办的通知"


def bomb(rows: str) -> bytes:
    """A sheet whose rows are this XML."""
    whole, out = io.BytesIO(as_xlsx(HEADER)), io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</sheetData>", f"{rows}</sheetData>".encode())
                data = re.sub(rb"<dimension [^>]*/>", b"", data)
            new.writestr(part, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ('<row r="2000000000"><c r="A2000000000" t="inlineStr"><is><t>甲</t></is></c></row>', "more than 500,000 rows"),
        (f'<row r="2"><c r="A2" t="inlineStr"><is><t>{"甲" * (44 << 20)}</t></is></c></row>', "unpacks to more than"),
    ],
)
def test_a_sheet_that_unpacks_without_end_is_refused(rows: str, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        list(read_catalogue(bomb(rows), "a.xlsx"))


def test_a_cell_far_to_the_right_costs_nothing() -> None:
    cell = '<c r="XFD{0}" t="inlineStr"><is><t>甲</t></is></c>'
    title = f'<c r="A{{0}}" t="inlineStr"><is><t>{TITLES[0]}</t></is></c>'
    data = bomb("".join(f'<row r="{n}">{(title + cell).format(n)}</row>' for n in range(2, 500)))
    for _, source in read_catalogue(data, "a.xlsx"):
        assert not isinstance(source, ReadError) and source.text == TITLES[0]


def test_a_row_of_a_sheet_is_as_wide_as_the_sheet() -> None:
    ((_, source),) = list(read_catalogue(as_xlsx(HEADER, [*ROW[:2], None, None]), "a.xlsx"))
    assert source.text.split("\t")[2:] == ["", ""]


def test_more_rows_than_a_list_has_are_refused() -> None:
    with pytest.raises(ReadError, match="more than 500,000 rows"):
        list(read_catalogue(("标题\n" + "甲\n" * 500_001).encode(), "a.csv"))
