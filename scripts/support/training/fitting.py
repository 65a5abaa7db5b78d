"""Weights of one judge from its examples: logistic regression, in whole parts; the only user of scikit-learn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from sklearn.linear_model import LogisticRegression

from extractors.judges.judge import Judge
from ontology.judges.tables import SCALE, JudgeTable, Weight

from .cases import Example, Task

FEWEST_DOCUMENTS = 3
"""Documents below which a feature is none: it would be memory of a text."""
_NEARLY = 0.005
"""What is lost against the best threshold on the very texts it was chosen on is no loss on others."""


def fitted(task: Task, examples: Sequence[Example]) -> Judge:
    """A judge of ``examples``, not calibrated, with 0 for its threshold; features and weights are in a fixed order."""
    seen: dict[str, set[str]] = {}
    for example in examples:
        for feature in example.case.features:
            seen.setdefault(feature, set()).add(example.document)
    features = sorted(feature for feature, documents in seen.items() if len(documents) >= FEWEST_DOCUMENTS)
    column = {feature: index for index, feature in enumerate(features)}
    matrix = np.zeros((len(examples), len(features)))
    for row, example in enumerate(examples):
        matrix[row, [column[feature] for feature in example.case.features if feature in column]] = 1
    labels = [example.case.so for example in examples]
    if not features or len(set(labels)) < 2:
        return Judge(_prior(labels))
    model = _regression(task.strength).fit(matrix, labels, sample_weight=[e.case.weight for e in examples])
    weights = {feature: _parts(weight) for feature, weight in zip(features, model.coef_[0], strict=True)}
    return Judge(_parts(model.intercept_[0]), weights={name: weight for name, weight in weights.items() if weight})


def calibrated(task: Task, judge: Judge, totals: Sequence[int], labels: Sequence[bool]) -> Judge:
    """``judge`` with threshold, slope and offset by the ``totals`` that held-out examples with ``labels`` came to.

    The slope and offset are Platt's, with his smoothing of the labels.
    Source: J. Platt, Probabilistic outputs for support vector machines (1999).
    """
    slope, offset = 1.0, 0.0
    if len(set(labels)) == 2:
        so = sum(labels)
        sure, unsure = (so + 1) / (so + 2), 1 / (len(labels) - so + 2)
        shares = np.array([sure if label else unsure for label in labels])
        sums = np.array(totals, dtype=float).reshape(-1, 1) / SCALE
        answers = np.repeat([True, False], len(labels))
        model = _regression(1e6).fit(np.vstack([sums, sums]), answers, np.concatenate([shares, 1 - shares]))
        slope, offset = float(model.coef_[0][0]), float(model.intercept_[0])
    judge = replace(judge, slope=max(1, _parts(slope)), offset=_parts(offset))
    return replace(judge, threshold=_best(totals, labels, task.cautious) if task.goal == "f1" else judge.even)


def table_of(judge: Judge, examples: Sequence[Example], texts: str) -> JudgeTable:
    """The table of ``judge``, trained on ``examples`` of texts whose hash is ``texts``."""
    documents: dict[str, set[str]] = {}
    counts: dict[tuple[str, bool], int] = {}
    for example in examples:
        for feature in example.case.features & judge.weights.keys():
            documents.setdefault(feature, set()).add(example.document)
            counts[feature, example.case.so] = counts.get((feature, example.case.so), 0) + 1
    weights = tuple(
        Weight(name, weight, len(documents[name]), counts.get((name, True), 0), counts.get((name, False), 0))
        for name, weight in sorted(judge.weights.items())
    )
    trained = len({example.document for example in examples})
    return JudgeTable(texts, trained, judge.intercept, judge.threshold, judge.slope, judge.offset, weights)


def _regression(strength: float) -> LogisticRegression:
    """Newton's method converges so far that what is left is far below the rounding of the weights."""
    return LogisticRegression(C=strength, solver="newton-cholesky", tol=1e-10, max_iter=500)


def _best(totals: Sequence[int], labels: Sequence[bool], cautious: bool) -> int:
    """A sum by which the F1 is highest, or nearly so: the middle of those, since the very best is chance.

    A ``cautious`` one is the highest of those: what may be wrong is rather left out.
    """
    reached: dict[int, float] = {}
    so, found, right = sum(labels), 0, 0
    for total, label in sorted(zip(totals, labels, strict=True), reverse=True):
        found, right = found + 1, right + label
        reached[total] = 2 * right / max(1, so + found)  # the last of equal sums counts: all of them are found together
    least = max(reached.values(), default=0.0) - _NEARLY
    best = [value for value in sorted(reached) if reached[value] >= least]
    return best[-1 if cautious else len(best) // 2] if best else 0


def _prior(labels: Sequence[bool]) -> int:
    return _parts(math.log((sum(labels) + 1) / (len(labels) - sum(labels) + 1)))


def _parts(value: float) -> int:
    return round(float(value) * SCALE)
