"""Groups that are set up here carry the name of who sets them up. The sentences are of our own wording."""

from __future__ import annotations

from ontology.rules import Rule
from tests.extractors.agencies.helpers import FUCHENG, MIANYANG, bodies, names
from tests.extractors.support import AGENCIES, analysed


def test_agency_group_set_up_here() -> None:
    text = "成立了由局长任组长的政务公开工作领导小组。"
    assert names(text, FUCHENG, agency="涪城区行政审批局") == {"涪城区行政审批局政务公开工作领导小组"}
    assert names(text, FUCHENG) == {"涪城区政务公开工作领导小组"}
    assert names("选举产生业主委员会，成立个体劳动者委员会。", FUCHENG) == set()


def test_a_group_that_was_named_keeps_its_name() -> None:
    found = bodies("区优化审批协调小组召开会议，协调小组办公室印发要点。", FUCHENG).agencies
    assert [(m.name, m.mention.rule) for m in found] == [
        ("涪城区优化审批协调小组", Rule.AGENCY_LEVEL),
        ("涪城区优化审批协调小组办公室", Rule.AGENCY_AGAIN),
    ]


def test_a_law_sets_up_no_group() -> None:
    text = "成立了由局长任组长的政务公开工作领导小组。"
    assert analysed(text, *AGENCIES, region=FUCHENG, kind="law").agencies == []


def test_a_later_name_is_of_the_region_of_the_earlier_one_and_found_once() -> None:
    found = bodies("绵阳市优化审批协调小组印发要点，优化审批协调小组办公室抓落实。", FUCHENG).agencies
    assert [(m.name, m.region, m.kind) for m in found] == [
        ("绵阳市优化审批协调小组", MIANYANG, "优化审批协调小组"),
        ("绵阳市优化审批协调小组办公室", MIANYANG, "优化审批协调小组办公室"),
    ]
    twice = bodies("绵阳市数据中心管理委员会印发要点，数据中心管理委员会抓落实。", FUCHENG).agencies
    assert [m.name for m in twice] == ["绵阳市数据中心管理委员会"] * 2


def test_a_group_of_a_zone_goes_by_the_zones_name() -> None:
    text = "成立了新区推进双区建设领导小组。"
    assert names(text, "440300", agency="大鹏新区管理委员会") == {"大鹏新区推进双区建设领导小组"}
