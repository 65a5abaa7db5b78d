"""Tables of yearly reports on open government: made-up numbers in the columns that the form has."""

from __future__ import annotations

from dataclasses import replace

from tests.extractors.measurements.helpers import ALL
from tests.extractors.support import analysed, written

ROWS = "信息内容\t本年制发件数\t现行有效件数\n规章\t3\t1,021\n第二十条第（一）项\n规范性文件\t0\t87\n"


def cells(text: str, title: str) -> list[tuple[str, float, str | None]]:
    analysis = analysed(text)
    analysis.judges = ALL
    analysis.head = replace(analysis.head, title=title)
    written(analysis, "measurements")
    assert all(analysis.text[m.start : m.end].strip() for m in analysis.measurements)
    return [(m.indicator, m.value, m.unit) for m in analysis.measurements]


def test_a_cell_goes_by_its_row_and_its_column() -> None:
    assert cells(ROWS, "遂宁市2018年政府信息公开工作年度报告") == [
        ("规章本年制发件数", 3, "件"), ("规章现行有效件数", 1021, "件"), ("规范性文件现行有效件数", 87, "件"),
    ]  # fmt: skip


def test_columns_are_counted_from_the_right() -> None:
    text = "申请人情况\t自然人\t企业\n本年度办理结果\t予以公开\t14\t2\n不予公开\t5\t1\n"
    assert cells(text, "遂宁市政务公开工作报告") == [
        ("本年度办理结果予以公开自然人", 14, None), ("本年度办理结果予以公开企业", 2, None),
        ("不予公开自然人", 5, None), ("不予公开企业", 1, None),
    ]  # fmt: skip


def test_tables_of_other_reports_are_left() -> None:
    assert cells(ROWS, "遂宁市2018年水利工作年度报告") == []
