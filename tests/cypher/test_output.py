from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterator

import openpyxl
import pytest
from wcwidth import wcswidth

from cypher.elements import Node, Path, Relationship
from cypher.errors import CypherError
from cypher.output import FORMATS, Rows, pivot, write_result
from cypher.output.fitting import cut, fitted
from cypher.output.tables import MEASURED
from cypher.output.workbook import workbook
from cypher.results import Result

A = Node("region/1/甲", "Region", {"key": "region/1/甲", "name": "船山区"})
B = Node("initiative/乙", "Initiative", {"key": "initiative/乙", "name": "一网通办"})
R = Relationship("r1", "ADOPTED", A.key, B.key, {"key": "r1", "year": 2017})
RESULT = Result(
    ("name", "n", "value", "list", "node", "path"),
    (
        ('says "一"', 12, 1.5, ["a", "b"], A, Path((A, B), (R,))),
        ("a|b\n=1+1", None, None, [], R, Path((B, A), (R,))),
    ),
)


def _written(form: str, result: Result | Rows = RESULT, lang: str = "en") -> str:
    stream = io.StringIO(newline="")
    write_result(result, form, stream, lang=lang)
    return stream.getvalue()


def test_a_table_lines_up_chinese_text() -> None:
    rows = (("中国", 1), ("abc", 22), ("“双随机”", 333))
    lines = _written("table", Result(("region", "count"), rows)).splitlines()
    assert lines == [
        "region      count",
        "--------  -------",
        "中国            1",
        "abc            22",
        "“双随机”      333",
        "(3 rows)",
    ]


def test_a_table_names_nodes_and_draws_paths() -> None:
    text = _written("table")
    assert "船山区-[:ADOPTED]->一网通办" in text
    assert "一网通办<-[:ADOPTED]-船山区" in text
    assert "a|b =1+1" in text
    assert text.endswith("(2 rows)\n")


class TestFitting:
    ROWS = (("遂宁市", 2019, "全面推行“一网通办”，事项网上可办率达到百分之九十五", "短"), ("衢州市", 2021, "试点", "一段也不短的文字在这里"))
    RESULT = Result(("region", "year", "quote", "note"), ROWS)

    @pytest.mark.parametrize("width", [36, 48, 60, 75, 200])
    def test_a_table_is_as_wide_as_the_terminal_at_most(self, width: int) -> None:
        stream = io.StringIO()
        write_result(self.RESULT, "table", stream, width=width)
        lines = stream.getvalue().splitlines()
        assert max(wcswidth(line) for line in lines[:-1]) <= width
        assert ("…" in stream.getvalue()) == (width < 200)
        assert "2019" in stream.getvalue(), "numbers stay whole"

    def test_without_a_width_all_is_shown(self) -> None:
        stream = io.StringIO()
        write_result(self.RESULT, "table", stream)
        assert "…" not in stream.getvalue() and self.ROWS[0][2] in stream.getvalue()

    def test_the_widest_column_gives_way_first(self) -> None:
        rows = fitted([["甲", "丙丁戊己庚辛"], ["子", "丑寅卯辰巳午"]], [False, False], 14)
        assert rows == [["甲", "丙丁戊己…"], ["子", "丑寅卯辰…"]]

    def test_a_long_name_over_numbers_gives_way_and_they_do_not(self) -> None:
        result = Result(("region", "exact_same_year", "quote"), (("遂宁市", 20191112, "全面推行“一网通办”"),))
        stream = io.StringIO()
        write_result(result, "table", stream, width=26)
        assert stream.getvalue().splitlines() == ["region  exact_s…  quote", "------  --------  -------", "遂宁市  20191112  全面推…", "(1 row)"]

    @pytest.mark.parametrize(("text", "width", "shown"), [("一网通办", 8, "一网通办"), ("一网通办", 7, "一网通…"), ("一网通办", 6, "一网…"), ("abcd", 3, "ab…")])
    def test_a_cut_cell_ends_with_an_ellipsis(self, text: str, width: int, shown: str) -> None:
        assert cut(text, width) == shown

    def test_more_columns_than_fit_are_cut_to_the_least(self) -> None:
        rows = fitted([["一网通办"] * 40] * 2, [False] * 40, 80)
        assert (set(rows[0]), set(rows[1])) == ({"一网…"}, {"一网…"})


class TestWorkbook:
    def _read(self, result: Result) -> list[list[object]]:
        sheet = openpyxl.load_workbook(io.BytesIO(workbook(result))).worksheets[0]
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref
        return [list(row) for row in sheet.iter_rows(values_only=True)]

    def test_numbers_are_numbers_and_texts_are_texts(self) -> None:
        rows = (("遂宁市", 2019, 92.5, True, None), ("衢州市", 2021, 88.0, False, "2018"))
        assert self._read(Result(("region", "year", "value", "target", "code"), rows)) == [
            ["region", "year", "value", "target", "code"], ["遂宁市", 2019, 92.5, True, None], ["衢州市", 2021, 88, False, "2018"],
        ]  # fmt: skip

    def test_no_text_is_a_formula(self) -> None:
        texts = ("=1+1", '=HYPERLINK("http://example.org")', "@SUM(1)", "+1", "-1")
        book = openpyxl.load_workbook(io.BytesIO(workbook(Result(("=x",), tuple((text,) for text in texts)))))
        cells = [row[0] for row in book.worksheets[0].iter_rows()]
        assert [cell.value for cell in cells] == ["=x", *texts] and {cell.data_type for cell in cells} == {"s"}

    def test_what_no_sheet_holds_is_left_out(self) -> None:
        assert self._read(Result(("x", "y"), (("甲\x00\ufffe乙\uffff", ["a", "b"]), ("长" * 40_000, A)))) == [
            ["x", "y"], ["甲乙", "a; b"], ["长" * 32_767, "船山区"],
        ]  # fmt: skip

    def test_the_same_rows_are_the_same_bytes(self) -> None:
        assert workbook(TestFitting.RESULT) == workbook(TestFitting.RESULT)


class TestPivot:
    RESULT = Result(
        ("region", "year", "value"),
        (("遂宁市", 2018, 92.5), ("遂宁市", 2016, 71.0), ("衢州市", 2018, 88.0), ("衢州市", 2018, 85.0), ("衢州市", None, 1.0)),
    )

    def test_regions_down_and_years_across(self) -> None:
        turned = pivot(self.RESULT, "region", "year", "value")
        assert turned.columns == ("region", "2016", "2018", "?")
        assert turned.rows == (("遂宁市", 71.0, 92.5, None), ("衢州市", None, "88.0; 85.0", 1.0))

    def test_rows_are_counted(self) -> None:
        assert pivot(self.RESULT, "地区", "年份", "count").rows == (("遂宁市", 1, 1, None), ("衢州市", None, 2, 1))

    def test_an_unknown_column_gets_the_near_one(self) -> None:
        with pytest.raises(CypherError, match=r"there is no column yaer to turn by; did you mean year\?"):
            pivot(self.RESULT, "region", "yaer", "value")

    def test_without_rows_there_is_the_first_column(self) -> None:
        assert pivot(Result(("a", "b", "c"), ()), "a", "b", "c").columns == ("a",)


def test_a_table_without_rows_has_its_columns() -> None:
    assert _written("table", Result(("x",), ())).split() == ["x", "---", "(0", "rows)"]


@pytest.mark.parametrize(
    "text",
    ["=cmd|'/C calc'!A0", '=HYPERLINK("http://example.org","甲")', "@SUM(1)", "+1+1", "-1+1", "\t=1", "\r=1", "\n甲", "＝1+1", "＠甲", "－甲", " =1+1", "\u3000@甲", "\ufeff=1", "\xad=1", "\U0010ffff=1", "\U000e0041@甲", "\uffff-甲"],
)
def test_no_text_is_a_formula_for_a_spreadsheet_unless_asked_for(text: str) -> None:
    result = Result(("=x", "n"), ((text, -1.5),))
    for raw in (False, True):
        stream = io.StringIO(newline="")
        write_result(result, "csv", stream, raw=raw)
        rows = list(csv.reader(io.StringIO(stream.getvalue(), newline="")))
        assert rows == [["=x", "n"], [text, "-1.5"]] if raw else [["'=x", "n"], [f"'{text}", "-1.5"]]


@pytest.mark.parametrize("text", ["-1", "+2.5", "-1e-3", "一网通办", "《=》", "a=b"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert _written("csv", Result(("x",), ((text,),))).splitlines()[1] == text


def test_csv_can_be_read_back() -> None:
    text = _written("csv")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == list(RESULT.columns)
    assert rows[1][:4] == ['says "一"', "12", "1.5", '["a", "b"]']
    assert json.loads(rows[1][4]) == {"labels": ["Region"], "properties": dict(A.properties)}
    assert rows[2][0] == "a|b\n=1+1"
    assert rows[2][1] == ""
    assert text.count("\r\n") == 3


def test_json_holds_whole_elements() -> None:
    rows = json.loads(_written("json"))
    assert rows[0]["path"]["relationships"][0] == {
        "type": "ADOPTED", "start": A.key, "end": B.key, "properties": {"key": "r1", "year": 2017},
    }  # fmt: skip
    assert rows[1]["n"] is None
    assert json.loads(_written("json", Result(("x",), ()))) == []


def test_json_lines_are_one_row_each() -> None:
    lines = _written("jsonl").splitlines()
    assert [json.loads(line)["name"] for line in lines] == ['says "一"', "a|b\n=1+1"]


def test_dates_are_iso_text() -> None:
    result = Result(("d",), ((datetime.date(2018, 1, 10),),))
    assert json.loads(_written("jsonl", result)) == {"d": "2018-01-10"}
    assert "2018-01-10" in _written("table", result)


def test_markdown_escapes_bars_tags_and_line_ends() -> None:
    text = _written("md", Result(("x",), (("a|b\n<c>",), (None,))))
    assert text == "| x |\n| --- |\n| a\\|b<br>&lt;c> |\n|  |\n"


@pytest.mark.parametrize("value", ["[甲](javascript:alert(1))", "![](http://example.org/x.png)", "`", "**甲**", "[甲]: x"])
def test_markdown_cells_are_inert(value: str) -> None:
    cell = _written("md", Result(("x",), ((value,),))).splitlines()[2]
    assert all(cell[at - 1] == "\\" for at, character in enumerate(cell) if character in "[]`*")
    assert cell.replace("\\", "") == f"| {value} |"


def test_columns_in_chinese() -> None:
    result = Result(("r.name", "year", "custom", "quote", "quotes"), ((1, 2, 3, 4, 5),))
    assert _written("csv", result, "zh").splitlines()[0] == "名称,年份,custom,quote,quotes"


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(CypherError, match="table, csv, json, jsonl, md"):
        write_result(RESULT, "xls", io.StringIO())
    assert list(FORMATS) == ["table", "csv", "json", "jsonl", "md"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("count", [0, 1, MEASURED, MEASURED + 2])
def test_rows_that_are_written_as_they_come_are_written_as_those_of_a_result(form: str, count: int) -> None:
    rows = tuple((f"地区{n % 7}", n % 9, None if n % 3 else "=1+1|") for n in range(count))
    columns = ("region", "n", "quote")
    assert _written(form, Rows(columns, iter(rows)), "zh") == _written(form, Result(columns, rows), "zh")


def test_what_comes_later_and_is_longer_stands_out() -> None:
    rows = [("甲", 1, "乙")] * MEASURED + [("长长的名字", 12345678, "丙")]
    *_, short, long, count = _written("table", Rows(("a", "n", "b"), iter(rows))).splitlines()
    assert (short, long, count) == ("甲     1  乙", "长长的名字  12345678  丙", f"({MEASURED + 1} rows)")


@pytest.mark.parametrize("form", FORMATS)
def test_a_row_is_written_before_the_next_but_a_thousand_is_asked_for(form: str) -> None:
    stream = io.StringIO(newline="")

    def coming() -> Iterator[tuple[str]]:
        for n in range(MEASURED + 10):
            assert n <= MEASURED or f"row {n - MEASURED - 1}" in stream.getvalue()
            yield (f"row {n}",)

    write_result(Rows(("a",), coming()), form, stream)
