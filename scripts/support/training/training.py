"""Training of the judges in the order of the pipeline, each also without the documents of each fold."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractors.judges.judge import Judge
from extractors.pipeline import Extractor
from ontology.judges.tables import JudgeTable

from ..annotated import AnnotatedText
from .cases import Example, Task
from .drawn import drawn_texts
from .fitting import calibrated, fitted, table_of
from .taught import taught_texts

FOLDS = 10


@dataclass(frozen=True, slots=True)
class Held:
    """An example as it was judged by what was trained without its fold."""

    example: Example
    decided: bool
    probability: float


@dataclass(frozen=True, slots=True)
class Trained:
    """A task's table, its judge for each fold (trained without it), and its examples held out by document and by province."""

    table: JudgeTable
    folds: tuple[Judge, ...]
    by_document: tuple[Held, ...]
    by_province: tuple[Held, ...]


def fold_of(texts: Iterable[AnnotatedText]) -> dict[str, int]:
    """The fold of each document, by its name: neighbours by name, which are often of one place, apart."""
    return {name: place % FOLDS for place, name in enumerate(sorted(text.file.name for text in texts))}


def train(tasks: Iterable[Task], texts: Sequence[AnnotatedText]) -> dict[str, Trained]:
    """Train ``tasks`` in their order; what comes earlier judges, for each document, without having seen its fold."""
    done: dict[str, Trained] = {}
    for task in tasks:
        drawn = [*drawn_texts(task.drawn, texts), *taught_texts(task.taught)]
        folds = fold_of(texts) | fold_of(drawn)
        chosen = [text for text in texts if text.part in task.parts] + drawn
        examples = _examples(task, chosen, folds, done)
        judges, by_document = _cross_fitted(task, examples, [folds[example.document] for example in examples])
        provinces = {name: place % FOLDS for place, name in enumerate(sorted({e.province for e in examples}))}
        _, by_province = _cross_fitted(task, examples, [provinces[example.province] for example in examples])
        totals = [judges[folds[e.document]].total(e.case.features) for e in examples]
        judge = calibrated(task, fitted(task, examples), totals, [e.case.so for e in examples])
        done[task.name] = Trained(table_of(judge, examples, _hash(chosen)), judges, by_document, by_province)
    return done


def held_out(trained: Mapping[str, Trained], fold: int) -> dict[str, Judge]:
    """The judges by task that have seen no document of ``fold``."""
    return {task: each.folds[fold] for task, each in trained.items()}


def extractors_without(trained: Mapping[str, Trained], texts: Iterable[AnnotatedText]) -> dict[str, Extractor]:
    """For each of ``texts``, by file name, an extractor with the judges of ``trained`` that have not seen it.

    Figures on annotated texts are measured with these.
    """
    extractors = [Extractor(held_out(trained, fold)) for fold in range(FOLDS)]
    return {name: extractors[fold] for name, fold in fold_of(texts).items()}


def _examples(
    task: Task, texts: Iterable[AnnotatedText], folds: Mapping[str, int], done: Mapping[str, Trained]
) -> list[Example]:
    extractors = [Extractor(held_out(done, fold)) for fold in range(FOLDS)]
    found = []
    for text in texts:
        extractor, name = extractors[folds[text.file.name]], text.file.name
        analysis = extractor.analyse(extractor.source(text.data, name), name)
        found += [Example(name, text.province, case) for case in task.cases(analysis, text.gold)]
    return found


def _cross_fitted(
    task: Task, examples: Sequence[Example], places: Sequence[int]
) -> tuple[tuple[Judge, ...], tuple[Held, ...]]:
    """A judge for each fold, and each example judged; threshold and calibration, too, come from the other folds."""
    bare = [
        fitted(task, [e for e, place in zip(examples, places, strict=True) if place != fold]) for fold in range(FOLDS)
    ]
    totals = [bare[place].total(example.case.features) for example, place in zip(examples, places, strict=True)]
    judges = []
    for fold in range(FOLDS):
        others = [index for index, place in enumerate(places) if place != fold]
        labels = [examples[index].case.so for index in others]
        judges.append(calibrated(task, bare[fold], [totals[index] for index in others], labels))
    held = tuple(
        Held(example, total >= judges[place].threshold, judges[place].probability_of(total))
        for example, place, total in zip(examples, places, totals, strict=True)
    )
    return tuple(judges), held


def _hash(texts: Iterable[AnnotatedText]) -> str:
    digest = hashlib.blake2b(digest_size=8)
    for text in sorted(texts, key=lambda text: text.file.name):
        digest.update(text.file.name.encode() + b"\0" + text.data + b"\0")
        digest.update(json.dumps(text.gold, ensure_ascii=False, sort_keys=True).encode() + b"\0")
    return digest.hexdigest()
