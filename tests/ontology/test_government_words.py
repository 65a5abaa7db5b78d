"""The table of words that have to do with reforms of government."""

from __future__ import annotations

from ontology.government_words import government_scores


def test_words_of_government_score_above_those_of_other_fields() -> None:
    assert government_scores("政务服务审批")[-1] > 0 > government_scores("粮食生产")[-1]


def test_scores_are_sums_up_to_each_place() -> None:
    scores = government_scores("行政审批")
    assert len(scores) == 4
    assert scores[0] == 0
    assert government_scores("").tolist() == [0]
