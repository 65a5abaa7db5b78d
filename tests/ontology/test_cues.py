"""Every cue is found in the sentence beside it and not in the near one; what an entry may say, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import ontology
from extractors.text.folding import fold
from ontology.cue_files import cue_files
from ontology.cues import NAME, Cue, CueSet, cue_sets
from ontology.errors import OntologyError
from ontology.loading import validated

CUES = [
    pytest.param(cue_set, cue, id=f"{file}:{name}.{index}")
    for file, loaded in cue_files().items()
    for name, cue_set in cue_sets(loaded)
    for index, cue in enumerate(cue_set.cues)
]
RUN = re.compile(r"[,，。;；:：!！?？\n]")


def given(cue_set: CueSet, sentence: str) -> str:
    """What of a sentence the extractors give a set to search in."""
    text = sentence if cue_set.raw else fold(sentence)
    before, _, after = text.partition(NAME)
    if cue_set.reads == "phrase":
        return next(run for run in RUN.split(text) if NAME in run)
    return cue_set.within_window({"before": before, "after": after}.get(cue_set.reads, text))


@pytest.mark.parametrize(("cue_set", "cue"), CUES)
def test_a_cue_is_found_in_its_sentence_and_not_in_the_near_one(cue_set: CueSet, cue: Cue) -> None:
    pattern = cue_set.alone(cue)
    assert pattern.search(given(cue_set, cue.must)), f"{pattern.pattern} must be found in {cue.must}"
    found = pattern.search(given(cue_set, cue.must_not))
    assert not found, f"{pattern.pattern} must not be found in {cue.must_not}"


def test_every_file_with_cues_is_read_here() -> None:
    with_cues = {path.name for path in Path(ontology.__path__[0]).glob("*.yaml") if "must_not:" in path.read_text("utf-8")}
    with_tests_of_their_own = {"rules.yaml", "observation.yaml", "table_heads.yaml", "turns.yaml"}
    assert with_cues == cue_files().keys() | with_tests_of_their_own


@pytest.mark.parametrize("cue_set", [s for loaded in cue_files().values() for _, s in cue_sets(loaded)])
def test_a_word_stands_once_in_its_cue(cue_set: CueSet) -> None:
    for cue in cue_set.cues:
        assert len(set(cue.words)) == len(cue.words) and len(set(cue.then)) == len(cue.then)


def a_set(reads: str = "phrase", **cue: Any) -> CueSet:
    sentences = {"must": "一_二", "must_not": "三_四"}
    data = {"about": "a set for tests", "rule": "adoption.pilot", "reads": reads, "cues": [sentences | cue]}
    return validated(CueSet, data, "tests.yaml")


def test_words_before_a_name_reach_over_so_many_characters() -> None:
    cues = a_set(side="before", words=["试点"], within=2)
    assert cues.search("试点推行_") and cues.search("试点_")
    assert not cues.search("试点逐步推行_") and not cues.search("推行_试点")


def test_words_behind_a_name_reach_no_further_than_a_stop() -> None:
    cues = a_set(side="after", words=["试点"], within=4, stops="(")
    assert cues.search("推行_改革试点") and not cues.search("推行_(试点)")


def test_without_a_reach_a_cue_stands_anywhere_on_its_side() -> None:
    assert a_set("before", words=["今后"]).search("今后一个时期我市推行")


def test_what_stands_before_a_name_ends_with_it() -> None:
    cues = a_set("before", words=["争取"], within=2)
    assert cues.search("向上争取省级") and not cues.search("争取到省级资金后")
    assert a_set("after", words=["率先"], within=0).search("率先推行") and not a_set(
        "after", words=["率先"], within=0
    ).search("已率先推行")


def test_what_follows_a_word_within_a_gap() -> None:
    cues = a_set(words=["除"], gap=3, then=["外"])
    assert cues.search("除一件外_") and cues.search("除外_") and not cues.search("除去涉密事项外_")


def test_a_part_in_brackets_may_be_missing() -> None:
    cues = a_set(words=["实现(了)全覆盖"])
    assert cues.search("_实现全覆盖") and cues.search("_实现了全覆盖") and not cues.search("_了全覆盖")


def test_what_must_not_stand_beside_a_word() -> None:
    cues = a_set(words=["试点", "试行"], not_before=["方案"], not_within=2, not_after=["不"])
    assert cues.search("_试点") and cues.search("_试行")
    assert not cues.search("_试点方案") and not cues.search("_试行工作方案") and not cues.search("_不试点")


def test_a_cue_may_open_or_end_a_text() -> None:
    assert a_set("heading", words=["问题"], opens=True, closes=True).search("问题")
    assert not a_set("heading", words=["问题"], opens=True).search("主要问题")
    assert not a_set("heading", words=["问题"], closes=True).search("问题清单")


def test_the_window_is_what_lies_next_to_the_name() -> None:
    data = {"about": "", "rule": "adoption.plan_cue", "reads": "before", "window": 4}
    cues = validated(CueSet, data | {"cues": [{"words": ["今后"], "must": "今后_", "must_not": "_"}]}, "tests.yaml")
    assert cues.search("今后推行") and not cues.search("今后我市推行")


def test_the_words_of_a_set_with_a_lead_are_a_group() -> None:
    data = {"about": "", "rule": "adoption.place", "reads": "clause", "lead": ["[,;]"]}
    cues = validated(CueSet, data | {"cues": [{"words": ["全市"], "must": ",全市", "must_not": "全市"}]}, "tests.yaml")
    found = cues.search("试点,全市推行")
    assert found and found["cue"] == "全市" and not cues.search("试点全市推行")


@pytest.mark.parametrize(
    ("cue", "message"),
    [
        ({"words": ["试点"], "rule": "adoption.trial"}, r"tests\.yaml: cues\.0\.rule\.0"),
        ({}, r"tests\.yaml: cues\.0: .*either words or a pattern"),
        ({"words": ["试点"], "pattern": "试点"}, r"tests\.yaml: cues\.0: .*either words or a pattern"),
        ({"pattern": "试点("}, r"cues\.0: 试点\( is no regular expression"),
        ({"words": ["试点"], "within": 3}, r"only a cue before or after a name"),
        ({"words": ["试点"], "side": "after", "must": "试点"}, "mark the name once"),
        ({"words": ["试点"], "near": 3}, r"tests\.yaml: cues\.0\.near"),
    ],
)
def test_a_cue_that_is_not_well_formed_is_named(cue: dict[str, Any], message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        a_set(**cue)
