"""Documents that are cited: title and number as one entry, who issued them, how they are cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.found import Policy
from extractors.policies.titles import find_titles, is_document
from tests.extractors.support import AGENCIES, analysed, written

MIANYANG = "510700"


def cited(text: str, region: str = MIANYANG, agency: str | None = None) -> Sequence[Policy]:
    return analysed(text, *AGENCIES, "policies", region=region, year=2022, kind=None, agency=agency).policies


def only(text: str, region: str = MIANYANG, agency: str | None = None) -> Policy:
    (policy,) = cited(text, region, agency)
    return policy


@pytest.mark.parametrize(
    "text",
    [
        "《全省一体化平台管理办法》（川办发〔2019〕8号）",
        "《全省一体化平台管理办法》的通知(川办发〔2019〕8号)",
        "《全省一体化平台管理办法》(以下简称《办法》)(川办发〔2019〕8号)",
        "川办发〔2019〕8号《全省一体化平台管理办法》",
    ],
)
def test_title_and_number_are_one_entry(text: str) -> None:
    policy = only("根据" + text)
    assert (policy.number, policy.title) == ("川办发〔2019〕8号", "全省一体化平台管理办法")
    assert (policy.issuer, policy.year, policy.relation) == ("四川省人民政府办公厅", 2019, "implements")
    assert {m.rule for m in policy.mentions} <= {"policy.title_number", "policy.short_title"}


def test_two_titles_two_numbers() -> None:
    found = cited("落实《平台办法》（川办发〔2019〕8号）、《数据共享条例》（国发〔2016〕51号）")
    assert [(p.number, p.title) for p in found] == [
        ("川办发〔2019〕8号", "平台办法"),
        ("国发〔2016〕51号", "数据共享条例"),
    ]


def test_number_alone() -> None:
    policy = only("对照绵府办函〔2020〕12号文件要求整改。")
    assert (policy.number, policy.title, policy.issuer) == ("绵府办函〔2020〕12号", None, "绵阳市人民政府办公室")
    assert cited("第12号窗口（2020）受理") == []


def test_number_closes_a_title_without_brackets() -> None:
    policy = only("依据绵阳市人民政府关于推行证照联办的通知（绵府发〔2020〕3号）办理。")
    assert policy.title == "绵阳市人民政府关于推行证照联办的通知"


def test_short_title_means_the_one_before() -> None:
    policy = only("宣传《四川省数据条例》。落实《条例》要求，学习《目录》。")
    assert [m.rule for m in policy.mentions] == ["policy.title", "policy.short_title"]


def test_the_same_law_with_and_without_its_nation() -> None:
    policy = only("依据《中华人民共和国行政许可法》办理，违反《行政许可法》的追责。")
    assert len(policy.mentions) == 2


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("政务服务事项管理办法", True),
        ("关于开展帮办代办的实施意见（试行）", True),
        ("2021年工作要点", True),
        ("习近平法治思想学习纲要", True),
        ("高原之歌", False),
        ("四川日报", False),
        ("食品经营许可证", False),
        ("焦点访谈", False),
    ],
)
def test_what_is_a_document(title: str, expected: bool) -> None:
    assert is_document(title) is expected
    assert bool(cited(f"介绍《{title}》。")) is expected


def test_titles_within_titles_and_over_lines() -> None:
    (title,) = find_titles("印发《关于修改《审批\n规则》的 决定》。")
    assert title.title == "关于修改《审批规则》的决定"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("《绵阳市人民政府关于优化审批的意见》", "绵阳市人民政府"),
        ("市司法局、市委编办联合印发了《赋权事项清单》", "绵阳市司法局、中共绵阳市委机构编制委员会办公室"),
        ("严格执行国务院《审批规则暂行条例》", "国务院"),
        ("《审批事项清单》经会议审议，以市政府名义印发", "绵阳市人民政府"),
        ("我局印发《审批事项清单》", "绵阳市行政审批局"),
        ("印发《绵阳市审批事项清单》", None),
        ("配合市司法局学习《审批事项清单》", None),
    ],
)
def test_issuer(text: str, issuer: str | None) -> None:
    assert only(text, agency="绵阳市行政审批局").issuer == issuer


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("参加《审批办法》培训", "cites"),
        ("按照《审批办法》要求", "implements"),
        ("按照部署，编制了《审批办法》", "cites"),
        ("及时转发《审批办法》", "forwards"),
        ("修订《审批办法》", "amends"),
        ("《审批办法》同时废止", "repeals"),
        ("按照旧例，《审批办法》同时废止", "repeals"),
    ],
)
def test_relation(text: str, relation: str) -> None:
    assert only(text).relation == relation


def test_the_plan_that_a_notice_hands_out_is_the_document_itself() -> None:
    assert cited("《审批改革实施方案》已经市政府同意，现印发给你们，请认真执行。") == []
    assert len(cited("《审批改革实施方案》已经市政府同意，要认真执行。")) == 1


def test_documents_in_one_run_share_their_relation() -> None:
    found = cited("按照《审批办法》、《共享条例》和《公开规定》要求，参加《数据条例》培训。")
    assert [p.relation for p in found] == ["implements", "implements", "implements", "cites"]


def test_an_issuer_beside_the_one_that_the_number_tells() -> None:
    policy = only("中共中央、国务院印发《法治建设纲要》（中发〔2015〕36号）")
    assert policy.issuer == "中共中央、国务院"
    policy = only("省市场监管局等5部门印发《审查办法》")
    assert policy.issuer == "四川省市场监督管理局"


def test_one_document_with_fewer_and_more_of_its_regions() -> None:
    (policy,) = cited("起草《绵阳市涪城区补偿办法》，审查《涪城区补偿办法》。")
    assert policy.title == "绵阳市涪城区补偿办法"
    assert len(cited("落实《营商环境条例》和《四川省营商环境条例》。")) == 2


def test_lists_of_a_bodys_powers_are_not_issued_by_it() -> None:
    assert only("公布《绵阳市政务服务中心事项目录》").issuer is None
    assert only("执行《绵阳市行政审批局审批委员会工作规则》").issuer == "绵阳市行政审批局"


@pytest.mark.parametrize(
    "text",
    [
        "现将《绵阳市窗口管理办法》印发给你们，请执行。落实《绵阳市窗口管理办法》。",
        "现将《绵阳市窗口管理办法》（附后）予以公布。落实《绵阳市窗口管理办法》。",
        "《绵阳市窗口管理办法》已经同意，现印发给你们。落实《绵阳市窗口管理办法》。",
    ],
)
def test_what_it_hands_out_is_the_document_itself(text: str) -> None:
    assert cited(text) == []


def test_news_tells_of_another_document() -> None:
    given = analysed("国务院令公布《数据共享条例》。", *AGENCIES, region="100000", kind="news")
    given.head = replace(given.head, title="国务院公布《数据共享条例》")
    (policy,) = written(given, "policies").policies
    assert (policy.title, policy.issuer) == ("数据共享条例", "国务院")


@pytest.mark.parametrize(
    "text",
    [
        "根据《四川省民政厅 四川省财政厅关于规范代办服务的意见》（川民发〔2021〕33号）。按《关于规范代办服务的意见》办理。",
        "按《关于规范代办服务的意见》办理。根据《四川省民政厅关于规范代办服务的意见》（川民发〔2021〕33号）。",
        "起草《代办服务情况报告》，印发《绵阳市人民政府关于代办服务情况报告》。",
    ],
)
def test_a_title_with_and_without_its_issuer_is_one(text: str) -> None:
    assert len(cited(text)) == 1


def test_what_is_issued_together_is_of_one_issuer() -> None:
    found = cited("国务院先后印发《平台建设指导意见》和《数据共享办法》、《窗口管理办法》，落实《网格管理办法》")
    assert [p.issuer for p in found] == ["国务院"] * 3 + [None]
    found = cited("根据国务院《平台建设条例》和《窗口管理条例》")
    assert [p.issuer for p in found] == ["国务院", None]


def test_the_same_title_of_two_issuers_is_two() -> None:
    text = "落实《国务院关于加强窗口建设的意见》《四川省人民政府关于加强窗口建设的意见》。"
    assert len(cited(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "《四川自由贸易试验区建设总体方案》（以下简称《总体方案》）印发后，落实《总体方案》。",
        "《绵阳市政务服务中心窗口名册目录》（以下简称“《名册》”）印发后，更新《名册》。",
    ],
)
def test_a_short_title_that_the_text_defines(text: str) -> None:
    assert len(cited(text)) == 1


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("落实《绵阳市人民政府信息公开规定》。", None),
        ("落实《绵阳市人民政府规章制定办法》。", None),
        ("落实《绵阳市人民政府关于信息公开的规定》。", "绵阳市人民政府"),
        ("三台县人民政府关于印发《三台县窗口方案》的通知（三府办发〔2023〕5号）已废止。", "三台县人民政府"),
        ("市委、市政府《关于优化服务的措施》（绵委办发〔2022〕4号）；落实《关于优化服务的措施》（绵委办发〔2022〕4号）。",
         "中共绵阳市委、绵阳市人民政府"),
        ("落实《绵阳市政务服务中心运营改革方案》。", None),
        ("落实《绵阳市政务服务中心关于启用窗口的公告》。", "绵阳市政务服务中心"),
        ("落实《司法部办公厅关于优化公证服务的通知》。", "司法部办公厅"),
        ("落实民政部办公厅《关于优化窗口的通知》。", "民政部办公厅"),
        ("依据财政部 税务总局公告2023年第12号办理。", "财政部、国家税务总局"),
        ("市人大常委会表决通过《绵阳市窗口条例》。", "绵阳市人民代表大会常务委员会"),
        ("绵阳市第八届人民代表大会常务委员会第五次会议《关于修改窗口条例的决定》。", "绵阳市人民代表大会常务委员会"),
    ],
)  # fmt: skip
def test_what_is_printed_says_who_issued_it(text: str, issuer: str | None) -> None:
    assert only(text).issuer == issuer


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("《住房保障办法》（省政府令第181号）。", "四川省人民政府令第181号"),
        ("《公租房办法》（住建部令第11号）。", "住房和城乡建设部令第11号"),
        ("《窗口办法》（市政府令第9号）。", "绵阳市人民政府令第9号"),
    ],
)
def test_an_order_is_called_as_anywhere(text: str, number: str) -> None:
    assert only(text).number == number


def test_a_gazette_is_no_document() -> None:
    assert cited("编印《绵阳市人民政府公报》12期。") == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("按照新修订《信息公开条例》要求办理。", "implements"),
        ("学习新修订的《行政复议法》。", "cites"),
        ("重新修订《窗口办法》。", "amends"),
    ],
)
def test_newly_amended_is_what_the_law_is(text: str, relation: str) -> None:
    assert only(text).relation == relation
