"""Matches sought where they can begin are those that are sought everywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.matches import first_of, matches_at

PLACES, PATTERN = re.compile("[甲乙]"), re.compile("(?<!丙)(?:甲乙?|乙甲)丙?")


@given(st.text(alphabet="甲乙丙丁", max_size=12), st.integers(0, 4))
def test_the_matches_are_those_of_finditer(text: str, start: int) -> None:
    end = max(start, len(text) - 1)
    expected = [match.span() for match in PATTERN.finditer(text, start, end)]
    assert [match.span() for match in matches_at(PLACES, PATTERN, text, start, end)] == expected


def test_first_characters_are_those_of_plain_words() -> None:
    assert first_of(["局长", "办公室", "办"]) == "[办局]"
    with pytest.raises(ValueError, match=r"\(: no Chinese character"):
        first_of(["局", "(?:某)委"])
