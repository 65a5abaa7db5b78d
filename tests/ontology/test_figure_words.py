"""The topics that a judge of figures hears."""

from __future__ import annotations

from collections import Counter

from ontology.figure_words import figure_words
from ontology.measurements import measurement_cues


def test_a_word_is_of_one_topic() -> None:
    words = Counter(word for topic in figure_words().topics.values() for cue in topic.heard.cues for word in cue.words)
    assert [word for word, times in words.items() if times > 1] == []


def test_a_unit_is_of_one_kind_and_known() -> None:
    kinds = [unit for units in figure_words().units.values() for unit in units]
    assert len(kinds) == len(set(kinds))
    assert set(kinds) <= {*measurement_cues().units, "日", "方面", "部"}
