"""Document numbers whose year or serial is printed in Chinese numerals: they have the normal form of figures."""

from __future__ import annotations

import pytest

from extractors.numbers.grammar import find_numbers, parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("西府发〔2019〕十二号", "西府发〔2019〕12号"),
        ("西府发〔二〇一八〕七十六号", "西府发〔2018〕76号"),
        ("西府办函〔二0一九〕一○二号", "西府办函〔2019〕102号"),
        ("川办发〔二Ｏ一六〕第一百零五号", "川办发〔2016〕105号"),
        ("财政部公告二〇一九年第四十四号", "财政部公告2019年第44号"),
    ],
)
def test_numerals_stand_for_figures(text: str, number: str) -> None:
    mentions = find_numbers(f"根据{text}，全县推行。")
    assert [str(each.number) for each in mentions] == [number]
    assert str(parse_number(text)) == number


@pytest.mark.parametrize("text", ["西府发〔2019〕十二", "改革（二〇一九）一是推行", "西府发〔2019〕十十号"])
def test_what_is_no_number_in_numerals(text: str) -> None:
    assert find_numbers(text) == []


def test_a_cell_without_its_kind() -> None:
    assert str(parse_number("国家税务总局二〇一八年第十二号")) == "国家税务总局2018年第12号"
