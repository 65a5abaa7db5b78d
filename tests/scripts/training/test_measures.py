from __future__ import annotations

import pytest

from scripts.support.training.measures import accuracy, auc, calibration_error, f1, precision_and_recall, reliability

LABELS = [True, True, False, False]


def test_decisions() -> None:
    found = [True, False, True, False]
    assert precision_and_recall(LABELS, found) == (0.5, 0.5)
    assert f1(LABELS, found) == 0.5
    assert accuracy(LABELS, found) == 0.5


@pytest.mark.parametrize(
    ("scores", "expected"),
    [([0.9, 0.8, 0.2, 0.1], 1.0), ([0.1, 0.2, 0.8, 0.9], 0.0), ([0.5] * 4, 0.5), ([0.9, 0.3, 0.3, 0.1], 0.875)],
)
def test_rank(scores: list[float], expected: float) -> None:
    assert auc(LABELS, scores) == expected


def test_rank_of_one_kind_alone_says_nothing() -> None:
    assert auc([True, True], [0.1, 0.9]) == 0.5


def test_calibration() -> None:
    said = [0.75, 0.75, 0.75, 0.15]
    assert reliability(LABELS, said) == [(1, 0.15, 0.0), (3, 0.75, pytest.approx(2 / 3))]
    assert calibration_error(LABELS, said) == pytest.approx((0.15 + 3 * (0.75 - 2 / 3)) / 4)
