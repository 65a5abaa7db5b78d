"""Damaged documents: never an exception, and every span inside its text. ``scripts/fuzz_extraction.py`` feeds more."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.pipeline import Extractor
from scripts.support.damage import mutated, problem
from scripts.support.every_format import in_every_archive, in_every_format

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").iterdir())
SAVED_ANEW = [
    (f"{path.stem}{suffix}", data)
    for path in EXAMPLES[:6:3]
    for every in (in_every_format, in_every_archive)
    for suffix, data in every(path.read_text(encoding="utf-8")).items()
]
BY_FORMAT: dict[str, list[tuple[str, bytes]]] = {}
for name, data in [*((path.name, path.read_bytes()) for path in EXAMPLES), *SAVED_ANEW]:
    BY_FORMAT.setdefault(Path(name).suffix, []).append((name, data))
EXTRACTOR = Extractor()


@pytest.mark.parametrize("seed", range(40))
def test_damaged_examples(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(10):
        suffix = dice.choice(sorted(BY_FORMAT))
        (name, data), (_, other) = dice.choice(BY_FORMAT[suffix]), dice.choice(BY_FORMAT[suffix])
        assert problem(EXTRACTOR, mutated(dice, data, other, suffix), name) == ""


@settings(max_examples=200)
@given(st.text(alphabet="遂宁市人民政府关于2018年“一网通办”《通知》〔〕(（第1号)省、局委办，。；：\n一二(试点全部实现100%将 ", max_size=300))
def test_words_of_documents_in_any_order(text: str) -> None:
    assert problem(EXTRACTOR, text.encode(), "2018_遂宁市.txt") == ""
