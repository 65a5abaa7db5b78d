"""Chinese numerals, read and written."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text import numerals
from extractors.text.numerals import ONES, TO_999, ZEROS, read_numeral, scale, write_numeral


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        # years and other digit strings
        ("二〇二一", 2021), ("二○一六", 2016), ("二零零八", 2008), ("一九九八", 1998), ("二O三五", 2035),
        ("二0三五", 2035), ("一二〇", 120), ("〇五", 5), ("零", 0),
        # days, articles, orders
        ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("廿", 20), ("廿一", 21), ("卅", 30), ("卅一", 31),
        ("九十九", 99), ("一百", 100), ("一百零五", 105), ("一百〇五", 105), ("一百一十", 110), ("一百十二", 112),
        ("一百二十", 120), ("七百一十六", 716), ("九百九十九", 999),
        # counts
        ("两", 2), ("两百", 200), ("两千五百", 2500), ("一千零五十", 1050), ("一千五十", 1050), ("三千", 3000),
        ("一万二千", 12_000), ("两万零五", 20_005), ("一万零五百", 10_500), ("十万", 100_000), ("三千万", 30_000_000),
        ("一亿二千万", 120_000_000), ("十亿", 10**9), ("一万亿", 10**12),
        # figures before the unit, as work reports have them
        ("3千万", 30_000_000), ("10万", 100_000), ("1万6千", 16_000), ("12", 12), ("１２", 12),
    ],
)  # fmt: skip
def test_values(printed: str, value: int) -> None:
    assert read_numeral(printed) == value


@pytest.mark.parametrize(
    "printed",
    ["", "十十", "百", "千万", "一百五", "一千二", "一万五", "百二十", "十百", "五六十", "十二三", "两十", "二十两", "一百零两",
     "一百零一十", "一百二十零", "一百零", "零一百", "零十", "廿十", "一亿亿", "一万万", "数百", "½", "²", "abc", "第三"],
)  # fmt: skip
def test_what_is_no_number(printed: str) -> None:
    assert read_numeral(printed) is None


@given(st.integers(0, 99_999_999))
def test_what_is_written_is_read(number: int) -> None:
    assert read_numeral(write_numeral(number)) == number


@given(st.integers(0, 10**16 - 1))
def test_the_largest_numbers_too(number: int) -> None:
    assert read_numeral(write_numeral(number)) == number


@given(st.text("0123456789", min_size=1, max_size=12), st.sampled_from(ZEROS))
def test_digit_strings_are_worth_what_their_figures_are(figures: str, zero: str) -> None:
    assert read_numeral(figures.translate(str.maketrans("0123456789", zero + ONES))) == int(figures)


@given(st.text(f"{TO_999}{ZEROS}两千万亿廿卅0123456789①½ 第", max_size=40))
def test_any_string_is_read_without_an_error(text: str) -> None:
    value = read_numeral(text)
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "零"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"), (101, "一百零一"), (110, "一百一十"), (112, "一百一十二"),
     (1005, "一千零五"), (1050, "一千零五十"), (20_010, "二万零一十"), (100_000, "十万"), (101_000, "十万一千")],
)  # fmt: skip
def test_how_numbers_are_written(number: int, written: str) -> None:
    assert write_numeral(number) == written


@pytest.mark.parametrize("number", [-1, 10**16])
def test_what_cannot_be_written(number: int) -> None:
    with pytest.raises(ValueError, match="is not between"):
        write_numeral(number)


def test_scales() -> None:
    assert [scale(word) for word in ("", "千", "万", "千万", "十亿", "千亿")] == [1, 1000, 10**4, 10**7, 10**9, 10**11]


def test_the_examples_in_the_docstrings() -> None:
    assert doctest.testmod(numerals).failed == 0
