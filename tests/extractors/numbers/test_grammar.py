"""Document numbers are found and normalised in whatever form they are printed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from extractors.numbers.grammar import find_numbers, parse_number


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("川办发〔2016〕76号", "川办发〔2016〕76号"),
        ("粤府〔2019]8号", "粤府〔2019〕8号"),
        ("豫政 〔2020〕 第 027 号", "豫政〔2020〕27号"),
        ("苏政办发(2018)12号", "苏政办发〔2018〕12号"),
        ("苏政办发【2018】12号", "苏政办发〔2018〕12号"),
        ("国发﹝２０１９﹞０５号", "国发〔2019〕5号"),
        ("发文字号：渝府发〔2021〕9号", "渝府发〔2021〕9号"),
        ("遂府\n办函〔2018〕11号", "遂府办函〔2018〕11号"),
        ("川 府 发 〔2020〕 3 号", "川府发〔2020〕3号"),
        ("国令第722号", "国务院令第722号"),
        ("中华人民共和国国务院令第722号", "国务院令第722号"),
        ("国务院令（第722号）", "国务院令第722号"),
        ("主席令第六十五号", "中华人民共和国主席令第65号"),
        ("国务院令第七百二十二号", "国务院令第722号"),
        ("国务院令第一百零九号", "国务院令第109号"),
        ("浙江省人民政府令第388号", "浙江省人民政府令第388号"),
        ("财政部公告2021年第3号", "财政部公告2021年第3号"),
        ("印发的通知沪府发〔2011〕40号", "沪府发〔2011〕40号"),
    ],
)
def test_normal_form(printed: str, normal: str) -> None:
    assert str(parse_number(printed)) == normal


@pytest.mark.parametrize(
    "text",
    ["（2020）川01民初123号", "2019年第3期", "人民路（2021）号", "第12号通道", "〔2019〕5号", "共计(2019)项",
     "国务院令第十十号", "财政部公告2021年第十十号"],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("sentence", "surface"),
    [
        ("要认真贯彻黔府发〔2018〕7号文件", "黔府发〔2018〕7号"),
        ("聚焦国发〔2022〕2号文件的机遇", "国发〔2022〕2号"),
        ("函里写明湘自然资发〔2022〕18号不再执行", "湘自然资发〔2022〕18号"),
        ("会上明确川府发〔2021〕3号继续有效", "川府发〔2021〕3号"),
        ("中华人民共和国国务院令\n第722号公布", "国务院令\n第722号"),
        ("根据国务院令第722号的规定", "国务院令第722号"),
        ("报告\n兰政办发〔2019〕4号\n各区县", "兰政办发〔2019〕4号"),
    ],
)
def test_the_span_is_the_number_alone(sentence: str, surface: str) -> None:
    (mention,) = find_numbers(sentence)
    assert sentence[mention.start : mention.end] == surface


def test_the_catalogue(shared: Path) -> None:
    """At least 99.5 % of the cells that hold a number are read."""
    with (shared / "data/catalogue/policies_sc_sh_state.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [row["number"] for row in csv.DictReader(file) if row["number"].strip()]
    read = sum(parse_number(cell) is not None for cell in cells)
    assert read >= 0.995 * len(cells) > 10_000
