"""Approved pilots and models, with who was distinguished, by whom and at which level. The sentences are our own."""

from __future__ import annotations

import pytest

from extractors.found import Event
from tests.extractors.support import AGENCIES, analysed

LAYERS = ("absolute_dates", "dates", *AGENCIES, "initiatives", "events")
SEAL, ONLINE, OPEN = "相对集中行政许可权改革", "一网通办", "政务公开"


def designated(text: str, kind: str, region: str = "510700") -> list[Event]:
    return [e for e in analysed(text, *LAYERS, region=region, year=2022).events if e.kind == kind]


def rows(text: str, kind: str = "pilot_approved") -> list[tuple[str, str | None, str, str | None]]:
    return [(e.subject, e.region, e.date, e.decided_by) for e in designated(text, kind)]


def scopes(text: str, kind: str, region: str = "510700") -> list[tuple[str, str | None, str | None]]:
    return [(e.subject, e.region, e.scope) for e in designated(text, kind, region)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我市成功入选全国一枚印章管审批改革试点。", [(SEAL, "510700", "2022", None)]),
        ("2021年5月，省里批复同意开展一枚印章管审批试点。", [(SEAL, "510700", "2021-05", None)]),
        ("游仙区、安州区被国家发展改革委确定为一枚印章管审批试点区。", [
            (SEAL, "510704", "2022", "国家发展和改革委员会"), (SEAL, "510705", "2022", "国家发展和改革委员会")]),
        ("一枚印章管审批改革入选全省试点。", [(SEAL, "510700", "2022", None)]),
        ("我市被财政部等三部委列为全国46个一枚印章管审批试点单位之一。", [(SEAL, "510700", "2022", "财政部")]),
        ("省政府确定游仙区、安州区为一枚印章管审批试点。", [(SEAL, "510704", "2022", None), (SEAL, "510705", "2022", None)]),
    ],
)  # fmt: skip
def test_who_is_approved(text: str, expected: list[tuple[str, str | None, str, str | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "积极争取一枚印章管审批试点，申报列入全国一枚印章管审批试点。",
        "三台镇等8个乡镇入选全省一枚印章管审批试点。",
        "入选一枚印章管审批试点合格城市。",
        "入选全国第一批低空经济试点。",
        "一枚印章管审批走在前列，入选完整社区建设试点。",
        "科学城实验室入选全省一枚印章管审批试点。",
        "一枚印章管审批试点成果入选全省改革清单。",
    ],
)
def test_no_approval(text: str) -> None:
    assert rows(text) == []


def test_a_list_shares_the_word_for_what_its_members_became() -> None:
    found = scopes("获批一网通办集成服务、一枚印章管审批改革等多项国家级试点。", "pilot_approved")
    assert found == [(ONLINE, "510700", "country"), (SEAL, "510700", "country")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我市获评全国政务公开示范城市。", [(OPEN, "510700", "country")]),
        ("三台县成功创建全省首批政务公开示范县。", [(OPEN, "510722", "province")]),
        ("游仙区跻身全市政务公开先进区。", [(OPEN, "510704", "prefecture")]),
        ("入选四川省政务公开示范市。", [(OPEN, "510700", "province")]),
        ("获评全国一网通办试点合格城市、首批全国政务公开示范城市。", [(OPEN, "510700", "country")]),
        ("“窗口无休”做法被国务院办公厅列为政务公开典型案例。", [(OPEN, "510700", "country")]),
    ],
)
def test_who_is_named_a_model(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert scopes(text, "named_model") == expected


@pytest.mark.parametrize(
    "text",
    [
        "获批创建第三批全国政务公开示范市。",
        "力争成为全国政务公开示范市。",
        "获评中国政务公开示范城市。",
        "连续两年获评全国政务公开百佳示范城市。",
        "3个社区获评全国政务公开示范社区。",
        "三台镇获评全省政务公开示范单位。",
        "翠湖街道“窗口无休”做法入选全国政务公开典型案例。",
        "我市评选全市政务公开示范单位，三家获评全市政务公开示范单位。",
        "政务公开成为全国样板。",
        "三台县“窗口无休”等七个做法获评全省政务公开典型案例。",
        "26个项目入选全国政务公开典型案例。",
        "获批筹建政务公开国家级示范区、创建全国政务公开示范市。",
        "“窗口无休”入选国家治理政务公开典型案例。",
        "成为全省唯一政务公开示范市。",
    ],
)
def test_no_model(text: str) -> None:
    assert scopes(text, "named_model") == []


def test_who_is_given_it_is_not_who_gave_it() -> None:
    assert scopes("绵阳市被纳入政务公开试点。", "pilot_approved") == [(OPEN, "510700", None)]


def test_who_decided_may_stand_in_the_run_before() -> None:
    (event,) = designated("经省政府批复同意，三台县列为政务公开试点县。", "pilot_approved")
    assert (event.region, event.decided_by, event.scope) == ("510722", "四川省人民政府", "province")


def test_all_the_region_is_the_autonomous_region_or_the_district() -> None:
    assert scopes("获评全区政务公开示范市。", "named_model", "450100") == [(OPEN, "450100", "province")]
    assert scopes("获评全区政务公开示范区。", "named_model", "440304") == []


def test_the_level_that_stands_last_before_the_name_is_who_gave_it() -> None:
    assert scopes("创成四川首批全国政务公开示范市。", "named_model") == [(OPEN, "510700", "country")]
    assert scopes("获批全省唯一国家级政务公开试点。", "pilot_approved") == [(OPEN, "510700", "country")]
