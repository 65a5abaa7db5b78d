"""Figures of a reform's work: indicator, value, unit, region, year. The sentences are of our own wording."""

from __future__ import annotations

import pytest

from extractors.analysis import Analysis, InitiativeMention, Mention
from ontology.rules import Rule
from tests.extractors.support import analysed, written


def speaks_of(*places: tuple[int, int]) -> list[InitiativeMention]:
    return [InitiativeMention(Mention(*place, Rule.INITIATIVE_NAME), "一网通办") for place in places]


def on_reform(text: str, kind: str = "report") -> Analysis:
    """The figures of a text that speaks of an initiative in every line."""
    analysis = analysed(text, "absolute_dates", "dates", kind=kind)
    analysis.initiatives = speaks_of(*((end - 1, end) for _start, end in analysis.structure.lines))
    return written(analysis, "measurements")


def rows(text: str, kind: str = "report") -> list[tuple[str, float, str]]:
    analysis = on_reform(text, kind)
    for m in analysis.measurements:
        assert analysis.text[m.start : m.end].strip()
    return [(m.indicator, m.value, m.unit) for m in analysis.measurements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年共受理申请356件。", [("受理申请", 356, "件")]),
        ("全年共受理申请一百件。", [("受理申请", 100, "件")]),
        ("承接21个部门118项许可事项。", [("承接部门", 21, "个"), ("部门许可事项", 118, "项")]),
        ("网上可办率达到96.4%。", [("网上可办率", 96.4, "%")]),
        ("按期办结率、群众满意率均达100%。", [("按期办结率", 100, "%"), ("群众满意率", 100, "%")]),
        ("行政许可120项,行政给付8项。", [("行政许可", 120, "项"), ("行政给付", 8, "项")]),
        ("收到复议申请24件,受理21件。", [("收到复议申请", 24, "件"), ("收到复议申请受理", 21, "件")]),
        ("45人参加法律知识测试。", [("参加法律知识测试", 45, "人")]),
    ],
)
def test_what_is_measured(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text", ["印发《三年行动方案（共120项）》。", "打造“15分钟便民圈”品牌。", "根据第15条办理。", "坚持三个导向。"]
)
def test_names_and_ordinals_measure_nothing(text: str) -> None:
    assert rows(text) == []


def test_a_law_measures_deadlines_alone() -> None:
    text = "窗口应当自受理之日起在一个工作日内答复,不得超过六十个工作日。\n罚款三千元,年满十八岁的村民占二十项。"
    assert [(value, unit) for _, value, unit in rows(text, kind="law")] == [(1, "个工作日"), (60, "个工作日")]


def test_a_text_on_other_things_gives_figures_of_its_reforms_only() -> None:
    text = "粮食产量达到36万吨,新建公路12条。\n" * 20 + "推进一网通办,上线事项88项。\n"
    analysis = analysed(text)
    place = text.index("一网通办")
    analysis.initiatives = speaks_of((place, place + 4))
    assert [(m.indicator, m.value, m.initiative) for m in written(analysis, "measurements").measurements] == [("上线事项", 88, "一网通办")]


def test_a_plan_measures_the_year_it_is_for() -> None:
    analysis = on_reform("一、工作情况\n办件12件。\n二、2019年工作打算\n新增事项30项。\n")
    assert [(m.value, m.year) for m in analysis.measurements] == [(12, 2018), (30, 2019)]
