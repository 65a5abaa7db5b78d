"""The lexicon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.lexicon import Lexicon

WORDS = ["市", "山市", "中山", "中山市", "眉山", "峨眉山市", "市场"]


def test_leftmost_and_longest_without_overlap() -> None:
    text = "峨眉山市和中山市场，市里"
    assert [text[a:b] for a, b, _ in Lexicon({w: w for w in WORDS}).find(text)] == ["峨眉山市", "中山市", "市"]


def test_a_word_at_the_end_of_the_text_that_begins_a_longer_one() -> None:
    assert list(Lexicon({"山市": 1, "山市场东": 2}).find("中山市")) == [(1, 3, 1)]


def test_characters_beyond_those_of_the_words() -> None:
    assert [hit[:2] for hit in Lexicon({"中山": 1, "𬱖": 2, "𬱖市": 3}).find("𠀀中山􏿿𬱖𬱖市𬱖")] == [
        (1, 3), (4, 5), (5, 7), (7, 8),
    ]  # fmt: skip


def test_characters_that_no_utf8_can_hold() -> None:
    lexicon = Lexicon({"中山": 1, "山市": 2})
    assert list(lexicon.find("\udcff中山市")) == [(1, 3, 1)]
    assert list(lexicon.places("\udcff中山市")) == [(1, [(3, 1)]), (2, [(4, 2)])]


def test_an_empty_word_is_refused_and_no_words_find_nothing() -> None:
    with pytest.raises(ValueError, match="empty word"):
        Lexicon({"": 1})
    assert list(Lexicon[int]({}).find("中山市")) == []


def by_definition(text: str, words: list[str]) -> list[tuple[int, int, str]]:
    """At each place from the left the longest word, then on behind it."""
    hits, place = [], 0
    while place < len(text):
        word = max((w for w in words if text.startswith(w, place)), key=len, default="")
        if word:
            hits.append((place, place + len(word), word))
        place += len(word) or 1
    return hits


@given(
    st.text(alphabet="山市中眉峨场一", max_size=30),
    st.lists(st.text(alphabet="山市中眉峨场", min_size=1, max_size=4), unique=True),
)
def test_the_hits_are_those_of_the_definition(text: str, words: list[str]) -> None:
    assert list(Lexicon({w: w for w in words}).find(text)) == by_definition(text, words)
