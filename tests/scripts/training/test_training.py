"""Training on small made-up texts: the same bytes each time, and no text judged by what it taught."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from extractors.analysis import Analysis
from extractors.judges.judge import Judge
from ontology.judges.tables import write_table
from scripts.support.annotated import AnnotatedText, annotated_texts
from scripts.support.training.cases import Case, Example, Task
from scripts.support.training.fitting import calibrated, fitted
from scripts.support.training.training import FOLDS, fold_of, held_out, train


def lines(analysis: Analysis, gold: Mapping[str, Any]) -> Iterator[Case]:
    for start, end in analysis.structure.lines:
        line = analysis.text[start:end]
        features = {word for word in ("将", "已", "窗口") if word in line} | {f"file {analysis.file}"}
        yield Case(frozenset(features), line in gold["planned"], "将" in line)


TASK = Task("lines", lines, parts=("wide",), goal="accuracy", strength=1.0)


@pytest.fixture
def texts(tmp_path: Path) -> list[AnnotatedText]:
    (tmp_path / "wide").mkdir()
    (tmp_path / "wide.texts").mkdir()
    for number in range(24):
        planned, done = f"我县将增设窗口{number}个", f"我县已增设窗口{number}个"
        gold = {"document": {"region": f"{11 + number % 4}0100"}, "planned": [planned]}
        (tmp_path / "wide" / f"t{number:02}.json").write_text(json.dumps(gold), encoding="utf-8")
        (tmp_path / "wide.texts" / f"t{number:02}.txt").write_text(f"{planned}\n{done}\n", encoding="utf-8")
    return list(annotated_texts(tmp_path, tmp_path, "wide"))


def test_training_twice_gives_the_same_bytes(texts: list[AnnotatedText]) -> None:
    first, second = (write_table(train([TASK], texts)["lines"].table) for _ in range(2))
    assert first == second
    assert "\n将," in first and "\n已,-" in first


def test_a_feature_of_fewer_than_three_documents_is_none(texts: list[AnnotatedText]) -> None:
    assert {weight.feature for weight in train([TASK], texts)["lines"].table.weights} <= {"将", "已", "窗口"}


def test_no_document_is_judged_by_what_it_taught(texts: list[AnnotatedText]) -> None:
    folds = fold_of(texts)
    odd = [text for text in texts if folds[text.file.name] == 0]
    for text in odd:  # what these documents call planned is the contrary of what all others do
        text.gold["planned"][:] = [line.replace("将", "已") for line in text.gold["planned"]]
    trained = train([TASK], texts)["lines"]
    wrong = {held.example.document for held in trained.by_document if held.decided != held.example.case.so}
    assert wrong == {text.file.name for text in odd}
    assert held_out({"lines": trained}, 0)["lines"].decides({"将"})


def test_a_later_task_sees_texts_as_they_are_judged_without_their_fold(texts: list[AnnotatedText]) -> None:
    seen: dict[str, Judge] = {}

    def later(analysis: Analysis, _: Mapping[str, Any]) -> Iterator[Case]:
        seen[analysis.file] = analysis.judges["lines"]
        yield Case(frozenset({"any"}), True, True)

    trained = train([TASK, Task("later", later)], texts)["lines"]
    folds = fold_of(texts)
    assert {name: trained.folds[folds[name]] for name in seen} == seen
    assert len(trained.folds) == FOLDS


def test_whole_parts_decide_as_what_was_fitted() -> None:
    examples = [
        Example(f"d{number % 9}", "11", Case(frozenset({f"f{number % 5}", f"g{number % 7}"}), number % 5 > 2, False))
        for number in range(140)
    ]
    judge = fitted(TASK, examples)
    totals, labels = [judge.total(e.case.features) for e in examples], [e.case.so for e in examples]
    settled = calibrated(TASK, judge, totals, labels)
    assert [settled.decides(e.case.features) for e in examples] == labels
    assert settled.probability({"f4"}) > 0.9 > 0.1 > settled.probability({"f0"})
