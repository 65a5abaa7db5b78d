"""Bodies that share a region, and regions that share a body."""

from __future__ import annotations

import pytest

from tests.extractors.agencies.helpers import FUCHENG, MIANYANG, names


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("游仙区、安州区、北川县婚姻登记事务中心受理。", {"游仙区婚姻登记事务中心", "安州区婚姻登记事务中心", "北川羌族自治县婚姻登记事务中心"}),
        ("四川省绵阳市游仙区、重庆市渝北区政府签约。", {"游仙区人民政府", "渝北区人民政府"}),
        ("四川省重庆市人民代表大会常务委员会协同立法。", {"四川省人民代表大会常务委员会", "重庆市人民代表大会常务委员会"}),
        ("游仙区开展试点，安州区政府跟进。", {"安州区人民政府"}),
    ],
)  # fmt: skip
def test_regions_share_the_body_behind_them(sentence: str, found: set[str]) -> None:
    assert names(sentence, MIANYANG) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("区发改局、经信局和公安局会商。", {"涪城区发展和改革局", "涪城区经济和信息化局", "涪城区公安局"}),
        ("区住建局、城市更新局、土地整备局落实。", {"涪城区住房和城乡建设局", "涪城区城市更新局", "涪城区土地整备局"}),
        ("区委组织部、宣传部，区法院、检察院派员。", {
            "中共涪城区委组织部", "中共涪城区委宣传部", "涪城区人民法院", "涪城区人民检察院"}),
        ("区教育局、市公安局配合。", {"涪城区教育局", "绵阳市公安局"}),
        ("区教育局、各街道配合。", {"涪城区教育局"}),
    ],
)  # fmt: skip
def test_bodies_share_the_region_before_them(sentence: str, found: set[str]) -> None:
    assert names(sentence, FUCHENG) == found


def test_level_words_share_the_bodies_behind_them() -> None:
    found = names("市、区县（自治县）人大财经委、人大常委会法工委会同审查。", "500000")
    assert found == {"重庆市人民代表大会财政经济委员会", "重庆市人民代表大会常务委员会法制工作委员会"}


def test_an_autonomous_region_joined_to_a_body_opens_its_own() -> None:
    found = names("自治区司法厅、自治区营商服务局、自治区数据资源中心负责。", "450000")
    assert found == {"广西壮族自治区司法厅", "广西壮族自治区营商服务局"}
