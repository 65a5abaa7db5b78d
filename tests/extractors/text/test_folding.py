"""Folded text and the way back to the offsets of the original."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.text.folding import fold, fold_with_offsets


def test_quotation_marks_and_blanks_are_ignored_and_punctuation_has_one_width() -> None:
    assert fold("“互联网＋ 政务服务”（试行）；A率") == "互联网+政务服务(试行);A率"
    assert fold("2016—2017–2018－2019─2020〜2021") == "2016-2017-2018-2019-2020~2021"
    assert fold("［甲］〔乙〕【丙】•丁・戊‧己") == "[甲][乙][丙]·丁·戊·己"


def test_a_match_leads_back_to_its_place() -> None:
    text = "推进“放 管服”改革。"
    folded = fold_with_offsets(text)
    at = folded.text.index("放管服")
    assert text[slice(*folded.span(at, at + 3))] == "放 管服"


@given(st.text(alphabet="放管服“” \u3000（(,，Ａ1\n", max_size=40))
def test_every_folded_character_comes_from_its_offset(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.offsets) == len(folded.text)
    assert folded.offsets == sorted(set(folded.offsets))
    assert all(fold(text[offset]) == char for offset, char in zip(folded.offsets, folded.text, strict=True))


def test_the_place_of_what_was_dropped_is_that_of_what_follows() -> None:
    text = "深化“放管服”改革"
    folded = fold_with_offsets(text)
    assert folded.text[folded.place(text.index("放")) :] == folded.text[folded.place(text.index("“")) :] == "放管服改革"


def test_what_stands_for_a_part_of_the_original() -> None:
    text = "推行“最多 跑一次”，２０１８年"
    folded = fold_with_offsets(text)
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            assert folded.between(start, end) == fold(text[start:end])
