"""Dates in ISO form, made and read."""

from __future__ import annotations

import datetime
import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text import iso
from extractors.text.iso import find_day, iso_date
from extractors.text.numerals import write_numeral


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019年01月27日", "2019-01-27"),
        ("2020-12-31 16:12", "2020-12-31"),
        ("2021/3/5", "2021-03-05"),
        ("2021.3.5", "2021-03-05"),
        ("20210305", "2021-03-05"),
        ("二〇一九年一月二十七日", "2019-01-27"),
        ("二○二一年十二月十日", "2021-12-10"),
        ("二0二一年三月五日", "2021-03-05"),
        ("二〇二一年三月廿五日", "2021-03-25"),
        ("成文日期 2021 年 3 月 5 日，印发于2021年3月9日", "2021-03-05"),
        ("2021-02-30", None),
        ("2021年11月31日", None),
        ("2021/13/05", None),
        ("二〇二一年十一月三十一日", None),
        ("二〇二一年十十月八日", None),
        ("2021年3月", None),
        ("长期", None),
    ],
)
def test_the_first_day(text: str, day: str | None) -> None:
    assert find_day(text) == day


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: datetime.date) -> None:
    digits = "".join("〇一二三四五六七八九"[int(figure)] for figure in str(day.year))
    chinese = f"{digits}年{write_numeral(day.month)}月{write_numeral(day.day)}日"
    forms = [day.isoformat(), f"{day:%Y%m%d}", f"{day.year}年{day.month}月{day.day}日", f"{day:%Y.%m.%d} 09:30", chinese]
    assert {find_day(form) for form in forms} == {day.isoformat()}


@given(st.integers(1, 9999), st.integers(-1, 14), st.integers(-1, 33))
def test_a_date_is_as_precise_as_the_calendar_bears_out(year: int, month: int, day: int) -> None:
    made = iso_date(year, month, day)
    assert f"{year:04}-{month:02}-{day:02}".startswith(made)
    assert (len(made) == len("2019-01-27")) == is_real(year, month, day)


def is_real(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def test_the_examples_in_the_docstrings() -> None:
    assert doctest.testmod(iso).failed == 0
