"""Dates and years. The sentences are of our own wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.analysis import Analysis
from extractors.document import Context
from extractors.source import SourceText
from extractors.times.dates import dates_in
from tests.extractors.support import written


def read(text: str, this_year: int | None = 2020, furniture: tuple[tuple[int, int], ...] = ()) -> Analysis:
    own = Context(year=2019, this_year=this_year)
    return written(Analysis(SourceText(text, {}, furniture), "x.txt", own_context=own), "absolute_dates", "dates")


def found(text: str) -> list[tuple[str, str, str | None, str]]:
    analysis = read(text)
    return [(analysis.text[d.start : d.end], d.iso, d.to_iso, d.rule) for d in analysis.dates]


@pytest.mark.parametrize(
    ("text", "iso", "rule"),
    [
        ("大厅于2017年4月启用", "2017-04", "date.month"),
        ("2018 年 1 月 23 日挂牌", "2018-01-23", "date.day"),
        ("二〇一八年一月十二日", "2018-01-12", "date.day"),
        ("二○二一年十二月三十一日", "2021-12-31", "date.day"),
        ("二0三五年远景目标", "2035", "date.year"),
        ("二0一九年五月六日", "2019-05-06", "date.day"),
        ("二○一九年5月6日", "2019-05-06", "date.day"),
        ("2019年五月廿六日", "2019-05-26", "date.day"),
        ("二零一九年度考核", "2019", "date.year"),
        ("发布于2024-01-05", "2024-01-05", "date.day"),
        ("2018年度考核", "2018", "date.year"),
        ("9.2019年开展试点", "2019", "date.year"),
        ("2021年2月30日", "2021-02", "date.month"),
        ("去年底建成", "2019", "date.relative"),
        ("上年度结转", "2019", "date.relative"),
        ("明年3月上线", "2021-03", "date.relative"),
        ("11月20日揭牌", "2019-11-20", "date.without_year"),
    ],
)
def test_a_date(text: str, iso: str, rule: str) -> None:
    assert [(d[1], d[3]) for d in found(text)] == [(iso, rule)]


@pytest.mark.parametrize(
    ("text", "iso", "to_iso", "rule"),
    [
        ("2016—2020年", "2016", "2020", "date.range"),
        ("2016年至2018年", "2016", "2018", "date.range"),
        ("2019年1月至6月", "2019-01", "2019-06", "date.range"),
        ("今年1—9月", "2020-01", "2020-09", "date.months"),
        ("1至11月", "2019-01", "2019-11", "date.months"),
    ],
)
def test_a_range(text: str, iso: str, to_iso: str, rule: str) -> None:
    assert [d[1:] for d in found(text)] == [(iso, to_iso, rule)]


@pytest.mark.parametrize("text", ["川办发〔2018〕3号", "近年来成效明显", "12019年", "当月办结", "5年来", "“十三五”期间", "第91月", "13月"])
def test_no_date(text: str) -> None:
    assert found(text) == []


def test_a_month_belongs_to_the_year_named_before_it_in_its_sentence_else_to_the_section() -> None:
    text = "2017年10月试运行，12月挂牌。次月验收。\n二、2018年工作情况\n3月完成整改。"
    assert [d[1] for d in found(text)] == ["2017-10", "2017-12", "2018", "2018-03"]
    assert [d[1] for d in found("去年成效好，8月全面推开。")] == ["2019", "2019-08"]


def test_without_the_year_relative_dates_stay_out() -> None:
    assert [d.iso for d in read("今年成立专班，2016年启动。", None).dates] == ["2016"]


def test_furniture_holds_no_dates() -> None:
    text = "发布日期：2021-03-04\n2020年总结"
    assert [d.iso for d in read(text, furniture=((0, 15),)).dates] == ["2020"]


def test_the_dates_of_a_clause() -> None:
    text = "2016年启动试点；办件三万件；2018年全面推开。"
    dates, clauses = read(text).dates, text.index("；") + 1
    assert [d.year for d in dates_in(dates, 0, clauses)] == [2016]
    assert list(dates_in(dates, clauses, text.index("2018"))) == []
    assert [d.year for d in dates_in(dates, clauses, len(text))] == [2018]


@given(st.text(alphabet="12０0一二〇年月日度-—至到.今去本上下明当前 3", max_size=60))
def test_any_text(text: str) -> None:
    analysis = read(text)
    assert all(0 <= d.start < d.end <= len(text) and 1947 <= d.year <= 2050 for d in analysis.dates)
    assert [d.start for d in analysis.dates] == sorted(d.start for d in analysis.dates)
