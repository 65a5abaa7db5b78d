"""Plans told from deeds in reports: by headings and cues, and in work reports by all that speaks for the one or the other."""

from __future__ import annotations

import pytest

from extractors.adoptions.features import StatusFeatures
from extractors.adoptions.phrases import phrase_of
from extractors.adoptions.status import Statuses
from extractors.judges.judge import Judge
from tests.extractors.support import analysed

LAYERS = ("absolute_dates", "dates", "regions", "initiatives")
CONGRESS = "各位代表：\n我代表市人民政府向大会报告工作。\n"
PLAN = "三、加强政府自身建设\n坚持依法行政，切实推行容缺受理，努力让群众满意。\n"
DEED = "三、政府自身建设成效明显\n全年容缺受理办件达3.2万件，审批时限压缩了62%，群众满意率居全省前列。\n"


def status(text: str, initiative: str = "容缺受理", kind: str = "report") -> tuple[str, int | None, str]:
    analysis = analysed(text, *LAYERS, kind=kind)
    mention = next(each for each in analysis.initiatives if each.name == initiative)
    found = Statuses(analysis).of(phrase_of(analysis, mention))
    assert found
    return found.kind, found.year, found.rule


def features(text: str, initiative: str = "容缺受理") -> frozenset[str]:
    analysis = analysed(text, *LAYERS)
    mention = next(each for each in analysis.initiatives if each.name == initiative)
    return StatusFeatures(analysis).of(phrase_of(analysis, mention))


def test_orders_that_close_a_work_report_are_plans() -> None:
    assert status(CONGRESS + PLAN) == ("planned", 2019, "adoption.plan_judged")


def test_what_a_work_report_tells_with_figures_is_a_deed() -> None:
    assert status(CONGRESS + DEED) == ("implemented", 2018, "adoption.implemented")


def test_only_a_work_report_is_judged() -> None:
    assert status(PLAN) == ("implemented", 2018, "adoption.implemented")
    assert status(CONGRESS + PLAN, kind="opinion") == ("implemented", 2018, "adoption.laid_down")


def test_what_stands_before_the_plans_reviews() -> None:
    text = CONGRESS + PLAN.replace("三", "一") + "二、2019年工作安排\n推行告知承诺制。\n"
    assert status(text) == ("implemented", 2018, "adoption.implemented")
    assert status(text, "告知承诺制") == ("planned", 2019, "adoption.plan_section")


def test_a_heading_that_speaks_of_plans_decides_whatever_the_words_weigh() -> None:
    text = f"{CONGRESS}二、2019年工作安排\n容缺受理办件达3.2万件，审批时限压缩62%，满意率居全省前列。\n"
    assert status(text) == ("planned", 2019, "adoption.plan_section")


@pytest.mark.parametrize(
    "heading", ["二、“十四五”时期的基本思路", "二、2019年政府工作总体要求", "二、“十五五”发展的主要考虑"]
)
def test_ideas_and_demands_for_a_time_are_plans(heading: str) -> None:
    assert status(f"一、2018年工作回顾\n推行告知承诺制。\n{heading}\n推行容缺受理。\n")[0] == "planned"


def test_a_cue_of_a_plan_yields_to_a_result_that_is_told() -> None:
    assert status("按照新的流程，将在一个窗口推行容缺受理。")[0] == "planned"
    assert status("事项将在一个窗口流转，容缺受理缩短了等候时间。")[0] == "implemented"


def test_a_date_of_the_year_reported_on_tells_a_deed() -> None:
    assert status(CONGRESS + PLAN.replace("坚持", "2018年，坚持"))[0] == "implemented"
    assert status(CONGRESS + PLAN.replace("坚持", "2019年，坚持")) == ("planned", 2019, "adoption.plan_judged")


def test_the_judge_of_the_analysis_is_asked() -> None:
    analysis = analysed(CONGRESS + DEED, *LAYERS)
    analysis.judges = {"status": Judge(intercept=1)}
    found = Statuses(analysis).of(phrase_of(analysis, analysis.initiatives[0]))
    assert found and found.kind == "planned"


def test_features_name_what_the_place_says() -> None:
    found = features(CONGRESS + PLAN)
    assert {
        "heading: own building",
        "heading: order",
        "clause: order",
        "clause: duty",
        "clause: marks of plans",
    } <= found
    assert {"paragraph: marks of plans", "stage: says nothing", "section: says nothing"} <= found
    assert not any("figures" in feature for feature in found)


def test_features_of_a_deed_are_others() -> None:
    found = features(CONGRESS + "一、2018年工作回顾\n（一）服务更优\n" + DEED.split("\n")[1] + "\n")
    assert {
        "section: done",
        "section year: same",
        "outer heading: results",
        "heading: past verb",
        "clause: told",
    } <= found
    assert {"clause: figures some", "paragraph: figures some", "clause: ranked", "clause: grown"} <= found


@pytest.mark.parametrize(
    ("clause", "feature"),
    [
        ("2019年6月前推行容缺受理。", "clause year: later"),
        ("2017年6月起推行容缺受理。", "clause year: earlier"),
        ("推行容缺受理。", "clause: no marks"),
    ],
)
def test_features_of_dates_and_marks(clause: str, feature: str) -> None:
    assert feature in features(clause)
    assert feature not in features("我局全年推行容缺受理。")


@pytest.mark.parametrize(
    "text",
    [
        "“一窗办”清单试点和容缺受理行动得到好评。",
        "完成工业用地试点、容缺受理等改革。",
        "启动乡镇赋权试点与容缺受理。",
    ],
)
def test_a_trial_of_the_neighbour_is_none_of_ones_own(text: str) -> None:
    assert status(text) == ("implemented", 2018, "adoption.implemented")


@pytest.mark.parametrize("text", ["试点推行容缺受理和告知承诺制。", "容缺受理试点推开。", "先行试行容缺受理。"])
def test_a_trial_of_ones_own(text: str) -> None:
    assert status(text) == ("pilot", 2018, "adoption.pilot")


@pytest.mark.parametrize(
    ("text", "initiative", "expected"),
    [
        ("扎实推进营商环境创新试点。", "营商环境创新试点", "pilot"),
        ("推广营商环境创新试点经验。", "营商环境创新试点", "implemented"),
        ("积极争取营商环境创新试点。", "营商环境创新试点", "implemented"),
        ("县乡机构改革顺利完成。", "机构改革", "completed"),
        ("圆满完成了县乡机构改革、户籍清理任务。", "机构改革", "completed"),
        ("3月底前按时完成机构改革方案报批。", "机构改革", "implemented"),
        ("行政许可事项全程网办率达100%。", "一网通办", "completed"),
        ("行政许可事项全程网办率达97%。", "一网通办", "implemented"),
        ("机构改革任务正在完成。", "机构改革", "implemented"),
        ("100%的许可事项实现网上预约和最多跑一次。", "最多跑一次", "completed"),
        ("30%的许可事项实现网上预约和最多跑一次。", "最多跑一次", "implemented"),
    ],
)
def test_trials_by_name_and_what_is_wholly_done(text: str, initiative: str, expected: str) -> None:
    assert status(text, initiative)[0] == expected


@pytest.mark.parametrize("who", ["", "我市", "各县区", "窗口单位", "遂宁市", "今年"])
def test_what_will_be_practised_everywhere_is_a_plan_whoever_will(who: str) -> None:
    text = f"{who}将全面推行容缺受理。"
    assert status(text)[0] == status(CONGRESS + "一、工作\n" + text)[0] == "planned"


def test_what_is_brought_under_a_practice_is_no_plan() -> None:
    assert status("将所有事项纳入窗口，全面推行容缺受理。")[0] == "implemented"
    assert status("将容缺受理全面推行到乡镇。")[0] == "implemented"
