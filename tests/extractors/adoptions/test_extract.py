"""Adoptions: a sentence that a rule must match and one that it must not. All of our own wording."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extractors.adoptions.phrases import LONGEST_QUOTE
from extractors.found import Adoption, AgencyMention, Mention, Policy
from extractors.pipeline import Extractor
from tests.extractors.support import analysed, written

SUINING, CHUANSHAN, SICHUAN = "510900", "510903", "510000"


def stated(text: str, region: str = SUINING, year: int = 2018, kind: str = "report") -> Sequence[Adoption]:
    layers = ("absolute_dates", "dates", "regions", "initiatives", "adoptions")
    return analysed(text, *layers, region=region, year=year, kind=kind).adoptions


def brief(text: str, region: str = SUINING) -> set[tuple[str, str, str, int | None]]:
    return {(a.region, a.initiative, a.status, a.year) for a in stated(text, region)}


def test_a_deed_of_the_documents_region_in_its_year() -> None:
    assert brief("全面推行容缺受理。") == {(SUINING, "容缺受理", "implemented", 2018)}
    assert [a.rule for a in stated("全面推行容缺受理。")] == ["adoption.implemented"]


def test_a_glossary_and_a_negation_state_no_deed() -> None:
    assert brief("名词解释\n容缺受理：指材料不齐也先行受理。\n") == set()
    assert brief("我局尚未推行容缺受理。") == set()


def test_a_note_that_explains_a_word_states_no_deed() -> None:
    assert brief("[8]“一网通办”：指政务服务在一个平台办理,推行“一网通办”的城市由平台支撑。") == set()
    assert brief("8.推行“一网通办”：全市事项在一个平台办理。") != set()


def test_a_plan_section_is_planned_for_the_year_to_come() -> None:
    text = "一、2019年工作打算\n（一）推行容缺受理。\n"
    assert brief(text) == {(SUINING, "容缺受理", "planned", 2019)}
    assert {a.rule for a in stated(text)} == {"adoption.plan_section"}


def test_a_plan_cue_in_a_sentence() -> None:
    assert brief("我局将推行容缺受理。") == {(SUINING, "容缺受理", "planned", 2019)}
    assert {a.rule for a in stated("我局将推行容缺受理。")} == {"adoption.plan_cue"}
    assert brief("将容缺受理写入窗口守则。") == {(SUINING, "容缺受理", "implemented", 2018)}


def test_pilots() -> None:
    assert brief("开展告知承诺制试点。") == {(SUINING, "告知承诺制", "pilot", 2018)}
    assert brief("争取告知承诺制试点资格。") == {(SUINING, "告知承诺制", "implemented", 2018)}
    assert brief("印发《行政裁量权基准管理办法（试行）》。") == {(SUINING, "行政裁量权基准", "implemented", 2018)}


@pytest.mark.parametrize(
    "text",
    [
        "全面完成机构改革任务。",
        "法律顾问制度实现全覆盖。",
        "事项全部纳入一体化政务服务平台管理。",
        "全部建立法律顾问制度。",
    ],
)
def test_completed(text: str) -> None:
    assert {a.status for a in stated(text)} == {"completed"}


@pytest.mark.parametrize(
    "text",
    ["推进法律顾问制度全覆盖工作。", "电子证照已基本全覆盖。", "已梳理完成三十项电子证照。", "电子证照使用率100%。"],
)
def test_not_completed(text: str) -> None:
    assert {a.status for a in stated(text)} == {"implemented"}


def test_a_problem_shows_that_there_is_something() -> None:
    assert brief("一、存在问题\n法律顾问人手偏紧。\n") == {(SUINING, "法律顾问制度", "implemented", 2018)}
    assert brief("一、存在问题\n法律顾问作用发挥不够。\n") == set()


def test_the_year_that_the_phrase_gives() -> None:
    assert brief("2016年推行容缺受理。") == {(SUINING, "容缺受理", "implemented", 2016)}
    assert brief("2016年以来推行容缺受理。") == {(SUINING, "容缺受理", "implemented", 2018)}


def test_a_local_policy_lays_down() -> None:
    assert [a.rule for a in stated("各部门应当推行容缺受理。", kind="measures")] == ["adoption.laid_down"]
    text = "一、主要目标\n推行容缺受理。\n"
    assert {a.status for a in stated(text, kind="plan")} == {"implemented"}


def test_what_a_policy_orders_is_marked_for_its_own_region() -> None:
    assert [a.laid_down for a in stated("各部门应当推行容缺受理。", kind="law")] == [True]
    assert [a.laid_down for a in stated("大英县推行容缺受理。", kind="notice")] == [None]
    assert [a.laid_down for a in stated("推行容缺受理。")] == [None]


def test_a_regulation_of_the_reform_lays_it_down_on_the_day_of_its_first_passing() -> None:
    text = (
        "遂宁市一网通办条例\n（2019年3月2日遂宁市第七届人民代表大会常务委员会第三十次会议通过 根据2021年4月8日遂宁市第七届"
        "人民代表大会常务委员会第四十次会议《关于修改〈遂宁市一网通办条例〉的决定》修正）\n"
        "第一条 市人民政府应当推行一网通办。\n第二条 各窗口应当推行容缺受理。"
    )
    found = Extractor().record(text.encode(), "条例.txt").adoptions
    assert {(a.initiative, a.year, a.date) for a in found if a.laid_down} == {
        ("一网通办", 2019, "2019-03-02"), ("容缺受理", 2021, None)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我市获评全国市域社会治理现代化试点合格城市。", "completed"),
        ("我市创成全国首批“市域社会治理现代化”合格城市。", "completed"),
        ("我市推进市域社会治理现代化试点。", "pilot"),
        ("我市被国务院确定为市域社会治理现代化和网格精细服务两项改革的试点市。", "pilot"),
        ("市域社会治理现代化等相关工作被列入省级试点。", "pilot"),
        ("市域社会治理现代化等相关工作被列入省级改革清单。", "implemented"),
    ],
)
def test_what_a_superior_approved_and_what_it_found_good(text: str, expected: str) -> None:
    assert {a.status for a in stated(text) if a.initiative == "市域社会治理现代化"} == {expected}


def test_another_region_acts_alone() -> None:
    assert brief("船山区率先推行容缺受理。") == {(CHUANSHAN, "容缺受理", "implemented", 2018)}
    assert {a.rule for a in stated("船山区率先推行容缺受理。")} == {"adoption.place"}


def test_another_region_is_chosen() -> None:
    found = brief("确定船山区开展告知承诺制试点。")
    assert found == {(SUINING, "告知承诺制", "pilot", 2018), (CHUANSHAN, "告知承诺制", "pilot", 2018)}


def test_pilots_told_without_the_name() -> None:
    text = "推动相对集中行政许可权改革试点。经报批，确定船山区和安居区作为试点单位。"
    named = {(a.region, a.initiative, a.status) for a in stated(text) if a.rule == "adoption.pilot_place"}
    assert named == {(code, "相对集中行政许可权改革", "pilot") for code in ("510903", "510904")}
    other = "推动相对集中行政许可权改革试点。支持船山区实施美丽河湖建设示范试点。"
    assert not [a for a in stated(other) if a.rule == "adoption.pilot_place"]


def test_a_policy_completes_nothing() -> None:
    assert {a.status for a in stated("应当全部纳入一体化政务服务平台管理。", kind="law")} == {"implemented"}


def test_coverage_told_in_another_run_of_the_clause() -> None:
    assert {a.status for a in stated("建成便民服务中心九十个，实现便民服务网络全覆盖。")} == {"completed"}
    assert {a.status for a in stated("建成便民服务中心九十个，实现公交线路全覆盖。")} == {"implemented"}


def test_what_is_planned_here_is_done_above() -> None:
    text = "一、2019年工作打算\n依托全省统一的公共资源交易平台服务企业。\n"
    assert {(a.region, a.status, a.year) for a in stated(text)} == {
        (SUINING, "planned", 2019),
        (SICHUAN, "implemented", 2018),
    }


def test_examples_act_for_the_documents_region_too() -> None:
    assert {r for r, *_ in brief("船山区等三个区推行容缺受理。")} == {SUINING, CHUANSHAN}


def test_partners_act_together() -> None:
    found = brief("与重庆市铜梁区签订跨省通办协议。")
    assert {r for r, *_ in found} == {SUINING, "500151"}


def test_the_act_of_a_higher_government() -> None:
    text = "落实《四川省人民政府关于取消和调整行政审批项目的决定》。"
    titled = {(a.region, a.status, a.rule) for a in stated(text) if a.region == SICHUAN}
    assert titled == {(SICHUAN, "implemented", "adoption.titled")}
    assert {a.region for a in stated("落实《四川省优化营商环境条例》。")} == {SUINING}


def test_a_region_that_is_only_named() -> None:
    assert brief("船山区的企业称赞容缺受理。") == {(SUINING, "容缺受理", "implemented", 2018)}


def test_a_higher_governments_platform_is_used() -> None:
    found = brief("依托全省统一的公共资源交易平台服务企业。")
    assert {(r, s) for r, _, s, _ in found} == {(SUINING, "implemented"), (SICHUAN, "implemented")}
    assert {r for r, *_ in brief("上传至四川省一体化政务服务平台。")} == {SUINING}


def test_a_national_document_is_no_adoption_of_the_country() -> None:
    assert brief("各地推行容缺受理。", region="100000") == set()
    assert {r for r, *_ in brief("同意在四川省开展告知承诺制试点。", region="100000")} == {SICHUAN}


def test_places_that_are_named_for_what_they_did_act_themselves() -> None:
    assert brief("船山区被命名为法治政府建设示范区。") == {(CHUANSHAN, "法治政府建设示范创建", "implemented", 2018)}


def test_quotes_are_short_and_verbatim() -> None:
    text = "各窗口改进作风，" * 60 + "全面推行容缺受理，" + "群众反映良好，" * 60
    (adoption,) = stated(text)
    quote = text[adoption.start : adoption.end]
    assert "容缺受理" in quote and len(quote) <= LONGEST_QUOTE


def test_agency_and_policy_of_the_clause() -> None:
    text = "市司法局按照《行政执法办法》推行行政执法公示。"
    analysis = analysed(text, "initiatives")
    analysis.agencies = [AgencyMention(Mention(0, 4, "agency.level"), "遂宁市司法局", SUINING, "司法局")]
    analysis.policies = [Policy(None, "行政执法办法", None, None, "cites", [Mention(6, 14, "policy.title")])]
    assert {(a.agency, a.policy) for a in written(analysis, "adoptions").adoptions} == {("遂宁市司法局", "行政执法办法")}


LISTED = "会议推介：大英县推出办事地图、射洪市持续推行容缺受理、蓬溪县试点并联审批。"


def test_places_in_a_list_act_each_for_itself() -> None:
    told = {(a.region, a.initiative) for a in stated(LISTED, year=2021)}
    assert told == {("510981", "容缺受理"), ("510921", "并联审批")}


@pytest.mark.parametrize(
    "text",
    [
        "3.四川省遂宁市推行容缺受理。",
        "（二）四川省遂宁市大力推行容缺受理。",
        "四川省遂宁市以容缺受理带动效率提升，持续推行容缺受理。",
        "近日，四川省遂宁市不断深化容缺受理。",
    ],
)
def test_a_place_behind_a_number_or_before_an_adverb_acts(text: str) -> None:
    assert {(a.region, a.initiative) for a in stated(text, region="100000")} == {(SUINING, "容缺受理")}


def test_places_that_are_made_such() -> None:
    told = {a.region for a in stated("推进成都、德阳国家营商环境创新试点城市建设。", region=SICHUAN, year=2022)}
    assert told == {"510100", "510600"}
    assert {a.region for a in stated("加强电子证照应用。", region=SICHUAN)} == {SICHUAN}


def test_a_body_of_another_place_acts_for_its_place() -> None:
    layers = ("absolute_dates", "dates", "regions", "named_agencies", "agencies", "initiatives", "adoptions")
    text = "大英县行政审批局推行容缺受理。遂宁市推行告知承诺制。"
    told = {(a.region, a.initiative) for a in analysed(text, *layers).adoptions}
    assert told == {("510923", "容缺受理"), (SUINING, "告知承诺制")}


def test_what_an_unknown_deed_of_another_is_nobody_gets() -> None:
    assert brief("大英县谢绝容缺受理。") == set()
    assert brief("大英县并联审批改革上线。") == {("510923", "并联审批", "implemented", 2018)}
