"""The cue lists of stages, adoptions and local initiatives load, and tell what they should."""

from __future__ import annotations

from ontology.adoption_cues import adoption_cues
from ontology.initiatives import initiative_table
from ontology.new_initiatives import new_initiative_cues
from ontology.sections import section_cues


def test_headings() -> None:
    cues = section_cues()
    assert cues.kind("下一步工作打算") == "plan"
    assert cues.kind("存在的主要问题") == "problem"
    assert cues.kind("2023年工作回顾") == "done"
    assert cues.kind("坚持科学谋划,推进改革") is None
    assert cues.plans("存在的问题和下一步打算") and not cues.plans("存在的问题")


def test_turning_lines() -> None:
    cues = section_cues()
    assert cues.turn("2024年,我们将抓好以下工作") == ("plan", "2024年,我们将")
    assert cues.turn("名词解释") == ("glossary", "名词解释")
    assert cues.turn("今年粮食再获丰收") is None


def test_phrases() -> None:
    cues = adoption_cues()
    assert cues.pilot.search("开展_试点") and not cues.pilot.search("开展_")
    assert cues.completed.search("全面完成_") and not cues.completed.search("推进_")
    assert cues.negated.search("尚未推行_") and not cues.negated.search("推行_")


def test_parents_of_common_names_are_listed() -> None:
    cues = new_initiative_cues()
    known = initiative_table().by_name
    assert all(common.parent is None or common.parent in known for common in cues.common)
    assert not [common.form.form for common in cues.common if common.form.form in known]
