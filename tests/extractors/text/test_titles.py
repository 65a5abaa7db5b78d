"""The identity of titles: printed otherwise they are one, saying something else they are two."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text import titles
from extractors.text.titles import title_key

YEARS = "遂宁市优化服务改革实施方案（2016—2020年）"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *((YEARS, f"遂宁市优化服务改革实施方案（2016{dash}2020年）") for dash in "-–－―─−~～〜至到一"),
        (YEARS, "遂宁市优化服务改革实施方案（2016——2020年）"),
        (YEARS, "遂宁市优化服务改革实施方案(2016年—2020年)"),
        (YEARS, "遂宁市优化服务改革实施方案（2016—2020）"),
        (YEARS, "遂宁市优化服务改革实施方案（２０１６—２０２０年）"),
        (YEARS, "遂宁市优化服务改革实施方案（二〇一六—二〇二〇年）"),
        (YEARS, "遂宁市优化服务改革实施方案（二○一六至二○二○年）"),
        (YEARS, "《遂宁市优化服务改革\n　　实施方案（2016—2020 年）》"),
        ("船山区权责清单［2019］", "船山区权责清单〔2019〕"),
        ("船山区权责清单【2019】", "船山区权责清单[2019]"),
        ("二〇二一年立法计划", "2021年立法计划"),
        ("中华人民共和国行政许可法", "行政许可法"),
        ("推进“放管服”改革的意见", "推进放管服改革的意见"),
        ("推进「放管服」改革的意见", '推进"放管服"改革的意见'),
        ("关于印发《便民服务办法》的通知", "关于印发〈便民服务办法〉的通知"),
        ("“互联网＋”行动计划", "“互联网+”行动计划"),
        ("５Ｇ＋政务服务方案", "5G+政务服务方案"),
        ("推广阿克苏·温宿经验的意见", "推广阿克苏•温宿经验的意见"),
        ("推广阿克苏·温宿经验的意见", "推广阿克苏・温宿经验的意见"),
        ("便民服务办法（试行）", "便民服务办法(试行)"),
        ("便民服务\u200b办法", "便民服务办法"),
    ],
)
def test_one_title(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (YEARS, "遂宁市优化服务改革实施方案（2021—2025年）"),
        (YEARS, "遂宁市优化服务改革实施方案（2016年）"),
        (YEARS, "遂宁市优化服务改革实施方案"),
        ("便民服务办法", "便民服务办法（试行）"),
        ("2020年立法计划", "2021年立法计划"),
        ("船山区第一次普查方案", "船山区第二次普查方案"),
        ("2018-2020年度农田建设方案", "2018-2020年农田建设方案"),
        ("四川省优化营商环境条例", "优化营商环境条例"),
        ("中华人民共和国", "民法典"),
    ],
)
def test_two_titles(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)


@given(st.text("《〈关于》〉“”中华人民共和国法 \n（2016—-~至二〇年一）·•Ａa", max_size=40))
def test_a_key_is_its_own_key(title: str) -> None:
    key = title_key(title)
    assert title_key(key) in (key, key.removeprefix("中华人民共和国"))


def test_the_examples_in_the_docstrings() -> None:
    assert doctest.testmod(titles).failed == 0
