"""Public bodies are found by region, level word and context, and nothing that only looks like one."""

from __future__ import annotations

import pytest

from extractors.agencies.body import body_at
from tests.extractors.agencies.helpers import FUCHENG, MIANYANG, XINGAN, bodies, names


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("会议由绵阳市人民政府召开。", {"绵阳市人民政府"}),
        ("四川省绵阳市涪城区行政审批局答复。", {"涪城区行政审批局"}),
        ("经中共绵阳市委研究同意。", {"中共绵阳市委"}),
        ("政协绵阳市第八届委员会全体会议召开。", {"政协绵阳市委员会"}),
        ("绵阳市第八届人民代表大会常务委员会通过。", {"绵阳市人民代表大会常务委员会"}),
    ],
)
def test_agency_region(sentence: str, found: set[str]) -> None:
    assert names(sentence, MIANYANG) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("市政府办公室印发通知。", {"绵阳市人民政府办公室"}),
        ("省政府和市委、市政府高度重视。", {"四川省人民政府", "中共绵阳市委", "绵阳市人民政府"}),
        ("市委编办会同市司法局开展检查。", {"中共绵阳市委机构编制委员会办公室", "绵阳市司法局"}),
        ("由市人社局、市卫健委落实。", {"绵阳市人力资源和社会保障局", "绵阳市卫生健康委员会"}),
        ("接受市纪委监委监督。", {"中共绵阳市纪律检查委员会", "绵阳市监察委员会"}),
        ("市法院与市检察院会商。", {"绵阳市中级人民法院", "绵阳市人民检察院"}),
        ("市推进智慧城市建设领导小组办公室牵头。", {"绵阳市推进智慧城市建设领导小组办公室"}),
        ("市、县（市、区）人民政府应当保障经费。", {"绵阳市人民政府"}),
        ("市财政局党组研究。", {"绵阳市财政局党组"}),
        ("市政府参事室、绵阳市人民政府文史研究馆建言。", {"绵阳市人民政府参事室", "绵阳市人民政府文史研究馆"}),
    ],
)
def test_agency_level(sentence: str, found: set[str]) -> None:
    assert names(sentence, MIANYANG) == found


def test_the_committee_of_an_autonomous_region_goes_by_its_usual_name() -> None:
    assert names("自治区党委全面深化改革。", "150100") == {"中共内蒙古自治区党委"}


@pytest.mark.parametrize(
    "sentence",
    [
        "市场监管部门应当加强执法。",
        "城市管理水平提升，市民服务更好。",
        "各县区政府要落实责任。",
        "全市发展格局不断优化。",
        "市委员发言踊跃。",
        "社区服务中心开放。",
        "市教育部门组织培训。",
        "办好市人大代表建议和市政协委员提案。",
    ],
)
def test_no_agency_at_a_level_word(sentence: str) -> None:
    assert names(sentence, MIANYANG) == set()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("落实党中央、国务院决策部署。", {"中共中央", "国务院"}),
        ("被水利部、国家发展改革委列为样板。", {"水利部", "国家发展和改革委员会"}),
        ("按照国办要求公开。", {"国务院办公厅"}),
        ("中央和省的要求", {"中共中央"}),
        ("国务院安全生产委员会部署检查。", {"国务院安全生产委员会"}),
        ("中央公园对外开放。", set()),
        ("争取中央财政补助。", set()),
        ("国务院有关部门指导。", set()),
    ],
)
def test_agency_national(sentence: str, found: set[str]) -> None:
    assert names(sentence, MIANYANG) == found


def test_agency_joined_departments_share_the_region() -> None:
    found = names("省发展改革委、财政厅联合发文。", MIANYANG)
    assert found == {"四川省发展和改革委员会", "四川省财政厅"}
    assert names("省发展改革委、各市州落实。", MIANYANG) == {"四川省发展和改革委员会"}


def test_agency_bare_department_is_the_documents_own() -> None:
    assert names("此项工作由司法局牵头。", FUCHENG) == {"涪城区司法局"}
    assert names("县（区）司法局牵头。", MIANYANG) == set()


def test_national_documents_name_ministries_without_the_nation() -> None:
    assert names("（市场监管总局、发展改革委负责）", "100000") == {"国家市场监督管理总局", "国家发展和改革委员会"}


def test_agency_zone_keeps_its_printed_name() -> None:
    text = "四川绵阳经开区管委会推行改革，绵阳经济技术开发区管委会总结经验。"
    assert names(text, MIANYANG) == {"四川绵阳经开区管理委员会"}
    assert names("绵阳经开区发展良好。", MIANYANG) == set()


def test_every_mention_is_in_the_text() -> None:
    text = "市 委 编 办、“市司法局”\n市政府"
    found = bodies(text, MIANYANG).agencies
    assert [text[m.mention.start : m.mention.end] for m in found] == ["市 委 编 办", "市司法局", "市政府"]


def test_a_body_ends_where_the_word_ends() -> None:
    body = body_at("财政局长主持", 0)
    assert body is None
    assert body_at("财政局主持", 0) == (3, ("{R}财政局",), "财政局")


def test_a_form_may_have_meant_another_body_before_the_reform() -> None:
    assert names("市编办会同落实。", MIANYANG, year=2016) == {"绵阳市机构编制委员会办公室"}
    assert names("市编办会同落实。", MIANYANG, year=2020) == {"中共绵阳市委机构编制委员会办公室"}


def test_tax_offices_keep_the_nation_in_their_name() -> None:
    assert names("国家税务总局绵阳市税务局配合。", MIANYANG) == {"国家税务总局绵阳市税务局"}
    assert names("国家税务总局部署。", MIANYANG) == {"国家税务总局"}


def test_agency_joined_regions_share_the_government() -> None:
    assert names("游仙区、安州区政府参加。", MIANYANG) == {"游仙区人民政府", "安州区人民政府"}
    assert names("游仙区、安州区行政审批局参加。", MIANYANG) == {"游仙区行政审批局", "安州区行政审批局"}
    assert names("四川省、绵阳市行政审批局参加。", MIANYANG) == {"绵阳市行政审批局"}


def test_new_areas_have_bodies_of_their_own_name() -> None:
    assert names("天府新区行政审批局成立。", "510100") == {"天府新区行政审批局"}


def test_a_level_word_out_of_the_chain_means_the_region_named_before_it() -> None:
    assert names("游仙区开始试点，区行政审批局挂牌。", MIANYANG) == {"游仙区行政审批局"}
    assert names("游仙区开始试点。区行政审批局挂牌。", MIANYANG) == set()
    assert names("游仙区与市、区司法局联动。", MIANYANG) == {"绵阳市司法局"}


def test_level_words_share_a_body() -> None:
    assert names("市、县（市、区）安全生产委员会统筹。", MIANYANG) == {"绵阳市安全生产委员会"}
    assert names("市、县级市、区人民政府组织。", MIANYANG) == {"绵阳市人民政府"}
    assert names("市、区政务服务中心公布清单。", FUCHENG) == {"绵阳市政务服务中心", "涪城区政务服务中心"}
    assert names("自治区和盟委部署。", XINGAN) == {"中共兴安盟委"}
    assert names("市、区有关部门和市、区两级机构配合。", MIANYANG) == set()
    assert names("市、区县和开发区安全生产委员会落实。", MIANYANG) == set()
    assert names("建设先导区、产品检测服务中心。", FUCHENG) == set()


def test_a_session_on_the_next_line() -> None:
    assert names("2021年9月26日四川省\n第十三届人民代表大会常务委员会批准", MIANYANG) == {
        "四川省人民代表大会常务委员会"
    }


def test_an_office_of_a_bureau_carries_its_name() -> None:
    assert names("由市公安局出入境管理处负责。", MIANYANG) == {"绵阳市公安局出入境管理处"}
    assert names("市公安局办公处所搬迁。", MIANYANG) == {"绵阳市公安局"}


def test_a_department_begins_where_another_word_might() -> None:
    assert names("市民政局、区市场监管局落实。", FUCHENG) == {"绵阳市民政局", "涪城区市场监督管理局"}
    assert names("市民生活改善，市内交通便捷。", FUCHENG) == set()


def test_a_congress_broken_over_two_lines() -> None:
    found = names("绵阳市第八届\n人民代表大会常务\n委员会第三次会议制定", MIANYANG)
    assert found == {"绵阳市人民代表大会常务委员会"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("团市委、市法学会、市人武部参加，集团市委托管理。", {"共青团绵阳市委", "绵阳市法学会", "绵阳市人民武装部"}),
        ("市电子政务办、市信访联席办负责，市委交办。", {"绵阳市电子政务办", "绵阳市信访联席办", "中共绵阳市委"}),
        ("市政务服务中心管理办公室制定。", {"绵阳市政务服务中心管理办公室"}),
        ("市新区办负责，全市首创区政务办窗口。", {"绵阳市新区办"}),
        ("涪城公安分局、公安游仙分局、市纪委监委派驻纪检组参加。", {
            "绵阳市公安局涪城分局", "绵阳市公安局游仙分局", "中共绵阳市纪律检查委员会", "绵阳市监察委员会"}),
        ("市人大常委会党组学习。", {"绵阳市人民代表大会常务委员会党组"}),
        ("杭州互联网法院、北京知识产权法院审理。", {"杭州互联网法院", "北京知识产权法院"}),
    ],
)  # fmt: skip
def test_names_of_many_kinds(sentence: str, found: set[str]) -> None:
    assert names(sentence, MIANYANG) == found


def test_the_police_of_a_district_is_a_branch_of_the_citys() -> None:
    assert names("区公安分局、公安分局获评。", FUCHENG) == {"绵阳市公安局涪城分局"}


def test_the_corps_has_departments_of_its_own() -> None:
    found = names("新疆生产建设兵团农业农村局、财政局落实。", "100000")
    assert found == {"新疆生产建设兵团农业农村局", "新疆生产建设兵团财政局"}
