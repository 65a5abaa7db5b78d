"""What headings and turning lines say of the text below them."""

from __future__ import annotations

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
