"""Bodies that no list knows go by how their names end; counted places and houses are none."""

from __future__ import annotations

import pytest

from tests.extractors.agencies.helpers import FUCHENG, MIANYANG, names


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "市房产档案管理中心（原绵阳市房屋权属登记中心）受理查询。",
            {"绵阳市房产档案管理中心", "绵阳市房屋权属登记中心"},
        ),
        ("市自然资源确权事务中心配合，市特警支队巡逻。", {"绵阳市自然资源确权事务中心", "绵阳市特警支队"}),
        ("区城市更新局牵头。", {"涪城区城市更新局"}),
        ("建成市康复服务中心，市残疾人托养服务中心项目开工。", set()),
        ("全市设企业服务中心42个，市新格局形成。", set()),
        ("区便民服务中心12个。", {"涪城区便民服务中心"}),
        ("支持绵阳建设区域信息中心。", set()),
        ("开创经济工作新局面，确保全市工作开好局。", set()),
    ],
)
def test_by_the_ending(sentence: str, found: set[str]) -> None:
    assert names(sentence, FUCHENG) == found


def test_some_bodies_keep_the_short_form_of_their_region() -> None:
    assert names("绵阳仲裁委员会与成都海关签约。", MIANYANG) == {"绵阳仲裁委员会", "成都海关"}
    assert names("绵阳市仲裁委员会裁决。", MIANYANG) == {"绵阳市仲裁委员会"}
