"""Labels with values, and dates in the forms that pages print."""

from __future__ import annotations

import pytest

from extractors.readers.labels import iso_day, metadata, pairs


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
        ("2021-02-30", None),
        ("二〇二一年十一月三十一日", None),
        ("二〇二一年十十月八日", None),
        ("2021年3月", None),
        ("长期", None),
    ],
)
def test_iso_day(text: str, day: str | None) -> None:
    assert iso_day(text) == day


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
