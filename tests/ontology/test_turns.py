"""Each way to say that one reform became another, in a sentence that says so and a near one that does not."""

from __future__ import annotations

import pytest

from extractors.text.folding import fold
from kg.lineage.told import turns_in
from ontology.turns import turn_cues


@pytest.mark.parametrize("name", turn_cues())
def test_each_cue_matches_what_it_must_and_not_what_it_must_not(name: str) -> None:
    cue = turn_cues()[name]
    assert list(turns_in(fold(cue.must), 2020)) == [(cue.earlier, cue.later, name)]
    assert list(turns_in(fold(cue.must_not), 2020)) == []
