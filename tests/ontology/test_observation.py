"""Which documents observe a region."""

from __future__ import annotations

import pytest

from ontology.observation import observation


@pytest.mark.parametrize("kind", observation().kinds)
def test_each_kind_observes_by_its_title_and_not_by_a_near_one(kind: str) -> None:
    entry = observation().kinds[kind]
    assert observation().observes(kind, entry.must)
    assert not entry.titles or not observation().observes(kind, entry.must_not)


@pytest.mark.parametrize("kind", ["law", "notice", "opinion", "measures", "decision", "news", "other", None])
def test_a_document_about_one_matter_does_not(kind: str | None) -> None:
    assert not observation().observes(kind, "船山区人民政府2019年工作报告")


def test_a_report_without_a_title_observes() -> None:
    assert observation().observes("report", None)
    assert not observation().observes("plan", None)
