"""The sentence around a mention."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sentences import sentence_around


@pytest.mark.parametrize(
    ("text", "mention", "sentence"),
    [
        ("上年。我市推行一网通办！下一步。", "一网通办", "我市推行一网通办！"),
        ("标题\n  我市推行一网通办\n落款", "一网通办", "我市推行一网通办"),
        ("一网通办", "一网通办", "一网通办"),
        ("按《办法》（川府令第3号）执行；另行通知", "川府令第3号", "按《办法》（川府令第3号）执行；"),
        ("甲" * 400 + "一网通办" + "乙" * 400, "一网通办", "甲" * 160 + "一网通办" + "乙" * 160),
    ],
)
def test_sentence(text: str, mention: str, sentence: str) -> None:
    start = text.index(mention)
    first, last = sentence_around(text, start, start + len(mention))
    assert text[first:last] == sentence


@given(st.text("甲乙。\n ；", max_size=60), st.integers(0, 59), st.integers(1, 10))
def test_the_mention_is_always_inside(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    first, last = sentence_around(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
