"""Lists of events: what their columns may be called, which region a row means in its year, what is refused."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from kg.disk.rows import Column, write_rows
from kg.errors import InputError, SelectionError
from kg.tracing.event_list import EventList, read_events
from ontology.regions import Region


def listed(tmp_path: Path, text: str, name: str = "条例.csv") -> EventList:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return read_events(file)


def rows(found: EventList) -> list[tuple[str, float | None, str | None]]:
    return [(e.place.key if isinstance(e.place, Region) else e.place, e.time, e.date) for e in found.events]


def test_a_region_is_that_of_its_year(tmp_path: Path) -> None:
    found = listed(tmp_path, "region,year\n射洪县,2016\n射洪市,2021\n射洪县,2023\n射洪市,2015\n")
    assert rows(found) == [("region/510922/射洪县", 2016, None), ("region/510981/射洪市", 2021, None)]
    assert found.left_out.unknown == ("射洪县 (2023, row 4)", "射洪市 (2015, row 5)")
    assert found.initiatives == ("条例",)


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        ("鼓楼区,,江苏省", None),  # 南京市 and 徐州市 both have one
        ("江苏省南京市鼓楼区,,", "region/320106/鼓楼区"),
        ("鼓楼区,320106,", "region/320106/鼓楼区"),
        ("朝阳区,,北京", "region/110105/朝阳区"),
        ("四川,,", "region/510000/四川省"),
        ("遂宁,,", "region/510900/遂宁市"),
        ("吉林,,", "region/220000/吉林省"),
    ],
)
def test_names_and_codes_of_regions(tmp_path: Path, cells: str, key: str | None) -> None:
    found = listed(tmp_path, f"地区,代码,省份,年份\n{cells},2020\n")
    assert [place for place, _, _ in rows(found)] == ([key] if key else [])
    assert found.left_out.ambiguous == (() if key else ("鼓楼区 (2020, row 2)",))


@pytest.mark.parametrize(
    ("cell", "time", "date"),
    [
        ("2020-04-10", 2020, "2020-04-10"), ("2020/4/9", 2020, "2020-04-09"), ("2020年4月9日", 2020, "2020-04-09"),
        ("2020年4月", 2020, "2020-04"), ("2020", 2020, None), ("2020年", 2020, None), ("2020-04-10 00:00:00", 2020, "2020-04-10"),
    ],
)  # fmt: skip
def test_dates(tmp_path: Path, cell: str, time: int, date: str | None) -> None:
    assert rows(listed(tmp_path, f"region,date\n四川省,{cell}\n")) == [("region/510000/四川省", time, date)]


def test_a_row_without_a_year_is_of_a_region_that_has_it_not(tmp_path: Path) -> None:
    found = listed(tmp_path, "region,year,reform\n四川省,2019,甲\n浙江省,,甲\n")
    assert [time for _, time, _ in rows(found)] == [2019, None]
    assert found.initiatives == ("甲",)


def test_excel_and_parquet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["code", "year", "initiative"], [510900, 2018, "甲"], [None, None, None], [440300, 2019, "乙"]):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "a.xlsx")
    columns = [Column("code"), Column("year", "integer"), Column("initiative")]
    told = [{"code": "510900", "year": 2018, "initiative": "甲"}, {"code": "440300", "year": 2019, "initiative": "乙"}]
    write_rows(tmp_path / "a.parquet", columns, told)
    for name in ("a.xlsx", "a.parquet"):
        found = read_events(tmp_path / name)
        assert rows(found) == [("region/510900/遂宁市", 2018, None), ("region/440300/深圳市", 2019, None)]
        assert found.initiatives == ("乙", "甲")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "region,when\n四川省,2019\n", "needs a column for the region and one for its year or date"),
        ("a.csv", "region,year\n四川省,去年\n", "row 2: 去年 is no year or date"),
        ("a.csv", "region,year\n四川省,1811\n", "row 2: 1811 is no year or date from 1949"),
        ("a.csv", "region,year,reform\n四川省,,甲\n", "needs a column for the region and one for its year or date"),
        ("a.csv", "", "is empty"),
        ("a.jsonl", '{"region": "四川省", "year": 2019}\n["x"]\n', "cannot be read as a table"),
        ("a.txt", "region,year\n", "is no table that is read here"),
        ("a.csv", "node_name,event_time\na,soon\n", "row 2: a cascade needs a node and a number"),
    ],
)
def test_a_list_that_is_none_is_refused(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        listed(tmp_path, text, name)


def test_cascades_of_another_origin_have_nodes_and_any_times(tmp_path: Path) -> None:
    found = listed(tmp_path, "node_name,event_time,cascade_id\nOhio,1957.5,a\nIowa,1958,a\n")
    assert (found.of_regions, rows(found)) == (False, [("Ohio", 1957.5, None), ("Iowa", 1958.0, None)])


def test_a_table_that_cascade_wrote_is_of_regions(tmp_path: Path) -> None:
    found = listed(tmp_path, "node_name,event_time,cascade_id\n510900,2018,河长制\n440300,2019,河长制\n")
    assert found.of_regions
    assert rows(found) == [("region/510900/遂宁市", 2018, None), ("region/440300/深圳市", 2019, None)]


def test_a_list_of_several_reforms_wants_a_name(tmp_path: Path) -> None:
    found = listed(tmp_path, "region,year,reform\n四川省,2019,甲\n浙江省,2018,乙\n")
    assert found.choose("乙") == "乙"
    with pytest.raises(SelectionError, match="has several reforms; name one: 乙, 甲"):
        found.choose(None)
    with pytest.raises(SelectionError, match="has no 丙; it has: 乙, 甲"):
        found.choose("丙")
