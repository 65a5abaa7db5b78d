"""Damaged documents: never an exception, and every span inside its text. ``scripts/fuzz_extraction.py`` feeds more."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.pipeline import Extractor
from scripts.support.damage import mutated, problem

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").iterdir())
EXTRACTOR = Extractor()


@pytest.mark.parametrize("seed", range(40))
def test_damaged_examples(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(10):
        path = dice.choice(EXAMPLES)
        data = mutated(dice, path.read_bytes(), dice.choice(EXAMPLES).read_bytes(), text=path.suffix == ".txt")
        assert problem(EXTRACTOR, data, path.name) == ""


@settings(max_examples=200)
@given(st.text(alphabet="遂宁市人民政府关于2018年“一网通办”《通知》〔〕(（第1号)省、局委办，。；：\n一二(试点全部实现100%将 ", max_size=300))
def test_words_of_documents_in_any_order(text: str) -> None:
    assert problem(EXTRACTOR, text.encode(), "2018_遂宁市.txt") == ""
