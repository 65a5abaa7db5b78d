"""The figures behind ``confidence``: what a rule's cases come to, and which rules have none."""

from __future__ import annotations

import csv

import pytest

from kg.measured.rules import FEWEST, RULES, lower_bound, rule_confidence
from ontology.rules import Rule


@pytest.mark.parametrize(
    ("right", "found", "expected"),
    [(22, 22, 0.8513), (220, 220, 0.9828), (0, 20, 0.0), (10, 20, 0.2993), (95, 100, 0.8882)],
)
def test_the_lower_bound_is_wilsons(right: int, found: int, expected: float) -> None:
    assert lower_bound(right, found) == pytest.approx(expected, abs=5e-4)


def test_few_cases_give_no_confidence_and_many_give_less_than_their_share() -> None:
    confidence = rule_confidence()
    with RULES.open(encoding="utf-8", newline="") as file:
        rows = [(row["rule"], int(row["right"]), int(row["found"])) for row in csv.DictReader(file)]
    assert [rule for rule, _, found in rows if (rule in confidence) != (found >= FEWEST)] == []
    assert all(confidence[rule] < right / found for rule, right, found in rows if found >= FEWEST and right)
    assert any(found < FEWEST for _, _, found in rows)


def test_only_rules_that_there_are_were_measured() -> None:
    assert rule_confidence().keys() <= set(Rule)
