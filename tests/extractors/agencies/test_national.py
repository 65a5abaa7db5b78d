"""Bodies of the state and of the Party's centre."""

from __future__ import annotations

import pytest

from tests.extractors.agencies.helpers import MIANYANG, names


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("组建中央海洋工作委员会，设立中央海洋工作委员会办公室。", {"中央海洋工作委员会", "中央海洋工作委员会办公室"}),
        ("国务院港澳事务办公室、国家外国专家局发文。", {"国务院港澳事务办公室", "国家外国专家局"}),
        ("全国人大社会建设委员会调研。", {"全国人民代表大会社会建设委员会"}),
        ("经中央政治局常委会审议，中办、国办印发。", {"中共中央政治局常务委员会", "中共中央办公厅", "国务院办公厅"}),
        ("严格落实中央八项规定精神，做好中央巡视整改。", {"中共中央"}),
        ("属于中央和国家机关办理的，转送有关单位。", set()),
        ("争取中央和省预算内资金。", set()),
        ("服务国家发展大局，融入国家布局。", set()),
        ("位于某国家旅游度假区管理委员会辖区。", set()),
        ("向中央政治局委员汇报。", set()),
        ("与中国科学院、中国工程院等合作，中国科学院成都分院落户。", {"中国科学院", "中国工程院"}),
    ],
)
def test_listed_or_by_the_first_word_and_the_ending(sentence: str, found: set[str]) -> None:
    assert names(sentence, MIANYANG) == found
