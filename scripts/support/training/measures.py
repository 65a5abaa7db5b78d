"""How good judgements are: F1 and accuracy of decisions, rank and calibration of probabilities."""

from __future__ import annotations

from collections.abc import Sequence

BINS = 10


def precision_and_recall(labels: Sequence[bool], found: Sequence[bool]) -> tuple[float, float]:
    """Shares of what was found that is so, and of what is so that was found."""
    right = sum(label and guess for label, guess in zip(labels, found, strict=True))
    return right / max(1, sum(found)), right / max(1, sum(labels))


def f1(labels: Sequence[bool], found: Sequence[bool]) -> float:
    """The harmonic mean of precision and recall."""
    right = sum(label and guess for label, guess in zip(labels, found, strict=True))
    return 2 * right / max(1, sum(labels) + sum(found))


def accuracy(labels: Sequence[bool], found: Sequence[bool]) -> float:
    """The share of decisions that are right."""
    return sum(label == guess for label, guess in zip(labels, found, strict=True)) / max(1, len(labels))


def auc(labels: Sequence[bool], scores: Sequence[float]) -> float:
    """The chance that of two cases, one so and one not, the first has the higher score; equal scores count half."""
    higher = sorted(score for label, score in zip(labels, scores, strict=True) if label)
    lower = sorted(score for label, score in zip(labels, scores, strict=True) if not label)
    if not higher or not lower:
        return 0.5
    wins, below, level = 0.0, 0, 0
    for score in higher:
        while below < len(lower) and lower[below] < score:
            below += 1
        level = max(level, below)
        while level < len(lower) and lower[level] <= score:
            level += 1
        wins += below + (level - below) / 2
    return wins / (len(higher) * len(lower))


def reliability(labels: Sequence[bool], probabilities: Sequence[float]) -> list[tuple[int, float, float]]:
    """For each tenth that has cases: their number, the mean probability said, the share that is so."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for label, said in zip(labels, probabilities, strict=True):
        bins.setdefault(min(BINS - 1, int(said * BINS)), []).append((said, label))
    return [
        (len(cases), sum(said for said, _ in cases) / len(cases), sum(label for _, label in cases) / len(cases))
        for _, cases in sorted(bins.items())
    ]


def calibration_error(labels: Sequence[bool], probabilities: Sequence[float]) -> float:
    """Expected calibration error: how far what is said lies from what is seen, over the tenths by their cases."""
    rows = reliability(labels, probabilities)
    return sum(count * abs(said - seen) for count, said, seen in rows) / max(1, len(labels))
