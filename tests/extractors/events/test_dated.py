"""Dated happenings. The sentences are of our own wording."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.found import AgencyMention, InitiativeMention, Mention
from ontology.rules import Rule
from tests.extractors.support import analysed, written

NAMES = {"行政审批局": "射洪县行政审批局", "市政府": "遂宁市人民政府"}


SEAL, OF_SEAL = "一枚印章管审批", "相对集中行政许可权改革"


def place_of(text: str, surface: str, rule: Rule) -> Mention:
    return Mention(text.index(surface), text.index(surface) + len(surface), rule)


def rows(text: str) -> list[tuple[str, str, str, str]]:
    analysis = analysed(text, "absolute_dates", "dates")
    analysis.agencies = [
        AgencyMention(place_of(text, surface, Rule.AGENCY_LEVEL), name, "510922", "局")
        for surface, name in NAMES.items()
        if surface in text
    ]
    if SEAL in text:
        analysis.initiatives = [InitiativeMention(place_of(text, SEAL, Rule.INITIATIVE_ALIAS), OF_SEAL)]
    return [(e.rule, e.kind, e.subject, e.date) for e in written(analysis, "events").events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018年6月1日启动一枚印章管审批试运行。",
         ("event.pilot_started", "pilot_started", "相对集中行政许可权改革", "2018-06-01")),
        ("2018年7月2日,全面推行一枚印章管审批。", ("event.launched", "launched", "相对集中行政许可权改革", "2018-07-02")),
        ("2018年8月9日,召开审批改革推进会。", ("event.meeting", "meeting", "审批改革推进会", "2018-08-09")),
        ("2018年9月1日遂宁市第七届人民代表大会常务委员会第五次会议通过。",
         ("event.passed", "meeting", "遂宁市第七届人民代表大会常务委员会第五次会议", "2018-09-01")),
        ("《政务服务规定》自2018年10月1日起施行。", ("event.in_force", "other", "政务服务规定", "2018-10-01")),
        ("2018年9月30日遂宁市人民政府令第3号公布《便民服务规定》。", ("event.promulgated", "other", "便民服务规定", "2018-09-30")),
        ("2018年10月8日，两地签署《政务服务合作协议》。", ("event.signed", "other", "政务服务合作协议", "2018-10-08")),
        ("2018年11月2日，市改革委员会召开第二次会议。", ("event.meeting", "meeting", "市改革委员会第二次会议", "2018-11-02")),
        ("行政审批局2018年11月被评为先进单位。", ("event.award", "other", "射洪县行政审批局", "2018-11")),
        ("2018年12月3日，全市依法行政工作会议在遂宁召开。", ("event.meeting", "meeting", "全市依法行政工作会议", "2018-12-03")),
        ("2018年9月7日遂宁市第七届人民代表大会常务委员会第六次会议《关于修改〈便民服务条例〉的决定》第一次修正。",
         ("event.passed", "meeting", "遂宁市第七届人民代表大会常务委员会第六次会议", "2018-09-07")),
        ("《政务服务规定》2018年10月1日将正式施行。", ("event.in_force", "other", "政务服务规定", "2018-10-01")),
        ("公布《政务服务规定》（以下简称《规定》），《规定》自2018年10月1日起施行。",
         ("event.in_force", "other", "政务服务规定", "2018-10-01")),
    ],
)  # fmt: skip
def test_a_dated_verb_with_its_subject(text: str, expected: tuple[str, str, str, str]) -> None:
    assert rows(text) == [expected]


def test_the_line_of_passing_may_break() -> None:
    text = (
        "示例市服务条例\n（2018年9月1日遂宁市第七届人民代表大会\n常务委员会第五次会议通过）\n第一条 本条例适用于本市。"
    )
    assert rows(text) == [("event.passed", "meeting", "遂宁市第七届人民代表大会常务委员会第五次会议", "2018-09-01")]


@pytest.mark.parametrize(
    "text",
    [
        "2018年,全面推行一枚印章管审批。",  # no month
        "全面推行一枚印章管审批,运行平稳。",  # no date
        "2018年4月,各部门认真学习有关文件。",
        "2018年5月,批准项目12个。",
        "2018年6月底前召开审批改革推进会。",
        "截至2018年7月,推行一枚印章管审批。",
        "2018年3月，一枚印章管审批的经验作典型介绍，是首个实行动态管理的城市。",  # the verb is another clause's
        "2018年3月，县里提出推行一枚印章管审批。",
        "2018年3月，预计推行一枚印章管审批。",
        "2018年5月11日召开县政府常务会议，研究防汛工作。",  # a meeting on another matter
        "成文日期：2018年3月6日\n推行一枚印章管审批的通知",
        "检察院牵头，8月获评全省先进单位。",
    ],
)
def test_no_event_without_a_date_or_a_subject_in_the_clause(text: str) -> None:
    assert rows(text) == []


def test_the_news_of_a_meeting_is_of_what_it_decides() -> None:
    text = "2018年5月11日召开国务院常务会议。\n会议听取汇报。\n各地推行一枚印章管审批。"
    analysis = analysed(text, "absolute_dates", "dates", kind="news")
    analysis.initiatives = [InitiativeMention(place_of(text, SEAL, Rule.INITIATIVE_ALIAS), OF_SEAL)]
    assert [(e.subject, e.region) for e in written(analysis, "events").events] == [("国务院常务会议", "100000")]


def test_who_confirms_a_law_does_so_in_its_own_region() -> None:
    text = "示例条例\n（2018年9月1日遂宁市第七届人民代表大会常务委员会第五次会议通过 2018年9月29日四川省第十三届人民代表大会常务委员会第六次会议批准）\n第一条"
    events = analysed(text, "absolute_dates", "dates", "regions", "events", kind="law").events
    assert [(e.region, e.date) for e in events if e.rule == Rule.EVENT_PASSED] == [
        ("510000", "2018-09-29"),
        ("510900", "2018-09-01"),
    ]


def test_what_took_force_before_an_amendment_is_the_law_itself() -> None:
    text = "（2018年9月1日遂宁市人民代表大会通过 自2018年10月1日起施行 根据2020年9月1日遂宁市人民代表大会《示例条例修正案》修正）"
    analysis = analysed(text, "absolute_dates", "dates", kind="law")
    analysis.head = replace(analysis.head, title="示例条例")
    in_force = [e.subject for e in written(analysis, "events").events if e.rule == Rule.EVENT_IN_FORCE]
    assert in_force == ["示例条例"]
