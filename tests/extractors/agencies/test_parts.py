"""Bodies within bodies, and governments that are named in a longer word."""

from __future__ import annotations

import pytest

from tests.extractors.agencies.helpers import MIANYANG, names


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("市人民政府参事室、文史研究馆献策。", {"绵阳市人民政府参事室"}),
        ("市人大财经委、人大常委会预算工委审查。", {
            "绵阳市人民代表大会财政经济委员会", "绵阳市人民代表大会常务委员会预算工作委员会"}),
        ("市人大法制委员会审议。", {"绵阳市人民代表大会法制委员会"}),
        ("市政府常务会议审议，市政府各部门落实，在市政府网站公开。", {"绵阳市人民政府"}),
        ("《办法》（省政府令第12号）和市政府工作报告提出。", {"四川省人民政府", "绵阳市人民政府"}),
        ("市政府采购规模扩大，全市政府系统过紧日子。", set()),
        ("市委市政府两办印发，市两办督办。", {
            "中共绵阳市委", "绵阳市人民政府", "中共绵阳市委办公室", "绵阳市人民政府办公室"}),
    ],
)  # fmt: skip
def test_part_of_a_body(sentence: str, found: set[str]) -> None:
    assert names(sentence, MIANYANG) == found
