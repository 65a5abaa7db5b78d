"""Who does what and when by the rows and columns of a table inside a document."""

from __future__ import annotations

import pytest

from extractors.pipeline import Extractor
from ontology.table_heads import table_heads

HEAD = "遂宁市2020年法治政府建设工作情况\n2020年，各地推进改革情况见下表。\n"


def stated(*rows: str, head: str = HEAD) -> list[tuple[str | None, str, int | None]]:
    text = head + "\n".join(rows) + "\n以上报告。\n"
    record = Extractor().record(text.encode(), "a.txt")
    for adoption in record.adoptions:
        assert text[adoption.start : adoption.end] == adoption.evidence
    return [(a.region, a.initiative, a.year) for a in record.adoptions if a.initiative != "法治政府建设"]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            ["县（区）\t改革事项\t起始年份", "船山区\t推行“一网通办”\t2017年", "蓬溪县\t推行河长制\t2016"],
            [("510903", "一网通办", 2017), ("510921", "河长制", 2016)],
        ),
        (  # the first cell of a row is not repeated
            ["地区\t改革事项", "船山区\t推行“一网通办”", "\t推行河长制", "安居区\t推行“证照分离”改革"],
            [("510903", "一网通办", 2020), ("510903", "河长制", 2020), ("510904", "证照分离", 2020)],
        ),
        (["船山区\t推行“一网通办”", "安居区\t推行河长制"], [("510903", "一网通办", 2020), ("510904", "河长制", 2020)]),
        (  # several places, a body of a place
            ["序号\t牵头单位\t改革事项", "1\t船山区、安居区\t推行河长制", "2\t蓬溪县行政审批局\t推行“一网通办”"],
            [("510903", "河长制", 2020), ("510904", "河长制", 2020), ("510921", "一网通办", 2020)],
        ),
        (  # the city's own row, and that of a place that is not known
            ["单位\t改革事项", "市本级\t推行“一网通办”", "金桥新镇\t推行河长制"],
            [("510900", "一网通办", 2020)],
        ),
        (  # a column of each year, of each county
            ["事项\t2018年\t2019年", "全市改革\t推行“一网通办”\t推行河长制"],
            [("510900", "一网通办", 2018), ("510900", "河长制", 2019)],
        ),
        (
            ["事项\t船山区\t蓬溪县", "审批\t推行“一网通办”\t推行“证照分离”改革"],
            [("510903", "一网通办", 2020), ("510921", "证照分离", 2020)],
        ),
        (["地区\t改革事项\t实施时间", "船山区\t推行河长制\t2019年3月"], [("510903", "河长制", 2019)]),
    ],
)
def test_rows_and_columns_tell_who_and_when(rows: list[str], found: list[tuple[str, str, int]]) -> None:
    assert stated(*rows) == found


@pytest.mark.parametrize(
    "rows",
    [
        ["对口支援地区\t改革事项", "船山区\t推行河长制"],
        ["学习考察单位\t改革事项\t完成时限", "蓬溪县\t推行河长制\t2018年"],
        ["序号\t改革事项\t办理时间", "1\t推行河长制\t2018年"],
        ["序号\t改革事项\t起止年份", "1\t推行河长制\t2018—2022年"],
    ],
)
def test_other_heads_tell_nothing(rows: list[str]) -> None:
    assert stated(*rows) == [("510900", "河长制", 2020)]


def test_the_whole_row_is_the_evidence() -> None:
    row = "船山区\t推行“一网通办”\t2017年"
    record = Extractor().record(f"{HEAD}县（区）\t改革事项\t起始年份\n{row}\n".encode(), "a.txt")
    told = next(adoption for adoption in record.adoptions if adoption.initiative == "一网通办")
    assert (told.evidence, told.rule) == (row, "adoption.table")


@pytest.mark.parametrize("name", ["actor", "time"])
def test_heads(name: str) -> None:
    head = getattr(table_heads(), name)
    assert [text for text in head.must if not head.matches(text.replace("（", "("))] == []
    assert [text for text in head.must_not if head.matches(text)] == []
