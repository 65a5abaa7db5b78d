"""Bodies of zones: by their printed name, shared by several, and by a short form of one named before."""

from __future__ import annotations

from extractors.components import STEPS
from extractors.document import Head
from tests.extractors.agencies.helpers import MIANYANG, bodies, names

HEBEI = "130000"


def test_zones_share_a_committee() -> None:
    assert names("各市人民政府，雄安新区、曹妃甸新区管委会：", HEBEI) == {"雄安新区管理委员会", "曹妃甸新区管理委员会"}
    assert names("各市人民政府，雄安新区、临空新区管委会：", HEBEI) == {"雄安新区管理委员会", "临空新区管理委员会"}
    assert names("绵阳高新区、江油经开区管委会配合。", MIANYANG) == {"绵阳高新区管理委员会", "江油经开区管理委员会"}
    assert names("绵阳高新区发展，江油经开区管委会配合。", MIANYANG) == {"江油经开区管理委员会"}


def test_departments_of_zones() -> None:
    assert names("绵阳经济技术开发区规划建设局负责。", MIANYANG) == {"绵阳经济技术开发区规划建设局"}
    found = names("绵阳经济技术开发区市场监管局、绵阳高新区财政局负责。", MIANYANG)
    assert found == {"绵阳经济技术开发区市场监督管理局", "绵阳高新区财政局"}


def test_a_short_form_means_the_zone_named_before() -> None:
    text = "绵阳科技城新区扩权，新区管委会抓落实，对标新区政务服务中心建设。"
    assert names(text, MIANYANG) == {"绵阳科技城新区管理委员会", "绵阳科技城新区政务服务中心"}
    assert names("新区管委会抓落实。", MIANYANG) == set()


def test_the_committee_alone_is_that_of_the_zone_in_the_title() -> None:
    text = "绵阳航空产业示范区条例\n第一条 管委会公布清单。\n示范区管委会依法办理。"
    analysis = bodies(text, MIANYANG)
    analysis.head = Head(title="绵阳航空产业示范区条例", kind="law")
    settled = next(step for step in STEPS if step.writes == "agencies").load()
    assert [m.name for m in settled(analysis)] == ["绵阳航空产业示范区管理委员会"] * 2
    assert names("第一条 管委会公布清单。", MIANYANG) == set()


def test_a_county_within_a_zone_means_that_one() -> None:
    assert names("对标新区政务服务中心，新区党工委部署。", "130629", 2019) == {"雄安新区政务服务中心", "雄安新区党工委"}
    assert names("对标新区政务服务中心。", "130629", 2016) == set()
    assert names("对标新区政务服务中心。", "130630", 2019) == set()


def test_a_free_trade_zone_keeps_its_brackets() -> None:
    text = "中国（四川）自由贸易试验区管理委员会（以下简称管委会）统筹，管委会公布清单。"
    assert names(text, "510000") == {"中国(四川)自由贸易试验区管理委员会"}


def test_the_own_zone_by_its_kind_alone() -> None:
    assert names("高新区管委会、经开区管委会落实。", MIANYANG) == {"绵阳市高新区管理委员会", "绵阳市经开区管理委员会"}
    assert names("各高新区管委会和园区管委会落实。", MIANYANG) == set()
    assert names("高新区管委会落实。", "510000") == set()
