"""What a title in book marks tells by itself."""

from __future__ import annotations

import pytest

from extractors.policies.titles import TitleSpan, plain_key


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("遂宁市2020年立法计划", 2020),
        ("二〇二〇年立法计划", 2020),
        ("便民服务目录（2023年版）", 2023),
        ("便民服务规划（2018～2020年）", 2018),
        ("便民服务规划（2018至2020年）", 2018),
        ("第十四个五年规划和2035年远景目标纲要", None),
        ("第十四个五年规划和二〇三五年远景目标纲要", None),
        ("便民服务办法", None),
    ],
)
def test_the_year_of_a_title(title: str, year: int | None) -> None:
    assert TitleSpan(0, len(title) + 2, title).year == year


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("深圳市龙华区补偿办法（2016—2020年）", "龙华区补偿办法(2016-2020)", True),
        ("四川省优化营商环境条例", "优化营商环境条例", False),
    ],
)
def test_within_a_text_the_inner_region_is_enough(one: str, other: str, same: bool) -> None:
    assert (plain_key(one) == plain_key(other)) is same
