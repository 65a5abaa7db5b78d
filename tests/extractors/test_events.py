"""Dated happenings. The sentences are of our own wording."""

from __future__ import annotations

import pytest

from extractors.analysis import AgencyMention, InitiativeMention, Mention
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
        ("行政审批局于2018年3月6日挂牌成立。", ("event.established", "established", "射洪县行政审批局", "2018-03-06")),
        ("2018年4月,撤销行政审批局。", ("event.abolished", "abolished", "射洪县行政审批局", "2018-04")),
        ("2018年5月,省里批复同意开展一枚印章管审批试点。",
         ("event.pilot_approved", "pilot_approved", "相对集中行政许可权改革", "2018-05")),
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
    ],
)  # fmt: skip
def test_a_dated_verb_with_its_subject(text: str, expected: tuple[str, str, str, str]) -> None:
    assert rows(text) == [expected]


def test_the_line_of_passing_may_break() -> None:
    text = "示例市服务条例\n（2018年9月1日遂宁市第七届人民代表大会\n常务委员会第五次会议通过）\n第一条 本条例适用于本市。"
    assert rows(text) == [("event.passed", "meeting", "遂宁市第七届人民代表大会常务委员会第五次会议", "2018-09-01")]


@pytest.mark.parametrize(
    "text",
    [
        "2018年,行政审批局挂牌成立。",  # no month
        "行政审批局挂牌成立,运行平稳。",  # no date
        "2018年3月,撤销行政处罚决定2件。",
        "2018年4月,各部门认真学习有关文件。",
        "2018年5月,批准项目12个。",
        "2018年6月底前召开审批改革推进会。",
        "截至2018年7月,成立工作小组。",
    ],
)
def test_no_event_without_a_date_or_a_subject(text: str) -> None:
    assert rows(text) == []
