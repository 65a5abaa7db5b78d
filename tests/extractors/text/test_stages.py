"""Of what time a place of a text speaks. All of our own wording."""

from __future__ import annotations

from pathlib import Path

import pytest

import ontology
from extractors.text import stages
from ontology.loading import read_yaml, validated
from ontology.sections import SectionCues, section_cues
from tests.extractors.support import analysed


def kind_at(text: str, word: str, year: int = 2023) -> str | None:
    return analysed(text, year=year).timeline.at(text.index(word)).kind


def test_a_plan_heading_holds_for_chapters_counted_anew() -> None:
    text = "2023年工作回顾\n一、经济\n甲\n2024年工作安排\n一、开放\n乙\n二、民生\n丙\n"
    assert kind_at(text, "甲") != "plan"
    assert kind_at(text, "乙") == "plan"
    assert kind_at(text, "丙") == "plan"


def test_a_heading_of_the_reported_year_is_no_plan() -> None:
    text = "一、2023年主要工作\n甲\n二、2024年主要工作\n乙\n"
    assert kind_at(text, "甲") == "done"
    assert kind_at(text, "乙") == "plan"


def test_problems_end_with_the_next_heading() -> None:
    text = "一、存在的问题\n甲\n二、群众反映\n乙\n"
    assert kind_at(text, "甲") == "problem"
    assert kind_at(text, "乙") is None


def test_a_mixed_heading_turns_to_its_plans_in_the_text() -> None:
    text = "一、存在的问题和下一步打算\n队伍力量不足。2024年，我局将推进甲。\n"
    assert kind_at(text, "队伍") == "problem"
    assert kind_at(text, "甲") == "plan"


@pytest.mark.parametrize(
    "text",
    [
        "我局推行甲。一、主要成效落实乙。二、存在问题力量不足。三、2024年工作打算（一）目标。做优服务。（二）重点。推行丙。",
        "推行甲。 一、工作回顾。落实乙。 二、下一步工作安排。推行丙。",
    ],
)
def test_chapters_inside_a_line_are_headings(text: str) -> None:
    assert kind_at(text, "乙") != "plan"
    assert kind_at(text, "丙") == "plan"


@pytest.mark.parametrize(
    "text",
    [
        "存在的问题\n会议要求：一、加强领导。二、做好督查。推行丙。",
        "存在的问题\n会议听取汇报。二、三季度工作安排。推行丙。",
    ],
)
def test_what_a_paragraph_counts_for_itself_is_no_heading(text: str) -> None:
    assert kind_at(text, "丙") == "problem"


def test_lines_that_turn_a_report_without_headings() -> None:
    text = "各位代表：\n过去一年，我们推进了甲。\n2024年，我们将推进乙。\n名词解释\n乙：指一种做法。\n"
    assert kind_at(text, "甲") == "done"
    assert kind_at(text, "推进乙") == "plan"
    assert kind_at(text, "指一种") == "glossary"


def test_a_line_on_the_reported_year_is_no_plan() -> None:
    assert kind_at("2023年是承上启下的一年，推进了甲。\n", "甲") == "done"


def turning_lines() -> list[tuple[str, str]]:
    return [(kind, cue.must) for kind, cues in section_cues().turns.items() for cue in cues.cues]


@pytest.mark.parametrize(("kind", "line"), turning_lines())
def test_every_turning_line_of_the_data_turns_a_text(kind: str, line: str) -> None:
    assert kind_at(f"推进了甲。\n{line}\n乙\n", "乙", year=2018) == kind


def test_a_cue_that_is_added_to_the_data_turns_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    data = read_yaml(Path(ontology.__path__[0]) / "sections.yaml")
    cue = {"words": ["往后我们将"], "must": "往后我们将抓好五件事。", "must_not": "往后几日窗口照常开放。"}
    data["turns"]["plan"]["cues"].append(cue)
    cues = validated(SectionCues, data, "sections.yaml")
    monkeypatch.setattr(stages, "section_cues", lambda: cues)
    assert kind_at("推进了甲。\n往后我们将重点抓好以下工作。\n推进乙。\n", "推进乙") == "plan"
    assert kind_at("推进了甲。\n往后几日窗口照常开放。\n推进乙。\n", "推进乙") is None
