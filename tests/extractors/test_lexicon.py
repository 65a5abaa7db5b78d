"""The lexicon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.lexicon import Lexicon

WORDS = ["山市", "中山", "中山市", "眉山", "峨眉山市", "市场"]


def test_leftmost_and_longest_without_overlap() -> None:
    text = "峨眉山市和中山市场"
    assert [text[a:b] for a, b, _ in Lexicon({w: w for w in WORDS}).find(text)] == ["峨眉山市", "中山市"]


def test_words_of_one_character_are_refused_and_no_words_find_nothing() -> None:
    with pytest.raises(ValueError, match="two characters"):
        Lexicon({"市": 1})
    assert list(Lexicon[int]({}).find("中山市")) == []


@given(st.text(alphabet="山市中眉峨场一", max_size=30))
def test_every_hit_is_its_word_and_nothing_is_missed(text: str) -> None:
    hits = list(Lexicon({w: w for w in WORDS}).find(text))
    assert all(text[start:end] == word for start, end, word in hits)
    covered = {i for start, end, _ in hits for i in range(start, end)}
    assert all(covered & set(range(i, i + len(w))) for w in WORDS for i in range(len(text)) if text.startswith(w, i))
