"""The judged placements: each way of placing is right nine times in ten, and has a confidence if read often enough."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.measured.parents import judged_parents
from kg.measured.rules import FEWEST, rule_confidence
from kg.resolve.parents import placement
from ontology.initiative_parents import parent_words
from ontology.rules import Rule


@pytest.mark.parametrize("rule", [rule for rule in Rule if rule.layer == "parent"])
def test_a_rule_that_places_was_judged_and_holds(rule: Rule) -> None:
    right = Counter(judged.right for judged in judged_parents() if judged.rule == rule)
    assert right[True] / right.total() >= 0.9
    assert (rule in rule_confidence()) == (right.total() >= FEWEST)


@pytest.mark.parametrize("parent", [row.parent for row in parent_words()])
def test_each_row_of_words_holds(parent: str) -> None:
    right = Counter(
        judged.right for judged in judged_parents() if judged.rule == Rule.PARENT_WORD and judged.parent == parent
    )
    assert right[True] and right[True] / right.total() >= 0.9


def test_what_was_judged_is_still_placed_so() -> None:
    # Forms and words are of some years only, so a name is asked in each of them.
    years = (None, *range(2000, 2027))
    gone = [
        judged.name
        for judged in judged_parents()
        if not any(
            (placed := placement(judged.name, year)) and (placed.parent, placed.rule) == (judged.parent, judged.rule)
            for year in years
        )
    ]
    assert gone == []
