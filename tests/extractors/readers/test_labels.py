"""Labels with values, and what the metadata make of them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.labels import metadata, pairs
from ontology.furniture import furniture


def told(line: str) -> list[tuple[str, str]]:
    return [(pair.label, pair.value) for pair in pairs(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("发文字号：清府发〔2021〕7号", [("发文字号", "清府发〔2021〕7号")]),
        ("索 引 号：003　标　　题：关于改革的通知", [("索引号", "003"), ("标题", "关于改革的通知")]),
        ("【字体：大 中 小】", [("字体", "大 中 小")]),
        ("来源:办公室 发布日期:2021-03-08 10:21", [("来源", "办公室"), ("发布日期", "2021-03-08 10:21")]),
        ("文号：", [("文号", "")]),
        ("现将有关情况报告如下：", []),
        ("根据文号：清府发〔2021〕7号", []),
        ("关于发布日期：2021年的说明", []),
    ],
)
def test_pairs(line: str, expected: list[tuple[str, str]]) -> None:
    assert told(line) == expected


@given(
    st.sampled_from(sorted(furniture().by_name)),
    st.text("二〇○0一十百年月日廿2019-/.:：〔〕第号 \t改革", max_size=24),
)
def test_no_value_of_the_metadata_is_an_error(label: str, value: str) -> None:
    for day in (value for key, value in metadata([(label, value)]).items() if key in ("date", "published")):
        datetime.date.fromisoformat(day)


def test_the_most_telling_label_wins() -> None:
    assert metadata([("发布机构", "市政府办公室"), ("发文机关", "清源市人民政府")]) == {"issuer": "清源市人民政府"}
    assert metadata([("时间", "2021-03-09"), ("发布日期", "2021-03-08")]) == {"published": "2021-03-08"}


def test_a_label_repeated_in_its_value_and_empty_cells() -> None:
    assert metadata([("发文字号", "发文字号：清府发〔2021〕7号")]) == {"number": "清府发〔2021〕7号"}
    assert metadata([("发文字号", "无"), ("成文日期", "-"), ("索引号", "1")]) == {}


def test_only_an_absolute_address_is_one() -> None:
    address = "https://www.example.gov.cn/a/1.html"
    assert metadata([("原文链接", "点击查看"), ("本文链接", address)]) == {"url": address}
    assert metadata([("原文链接", "/a/1.html")]) == {}
