"""The features of many cases at once: a column says of each case whether a feature holds, and a judge sums up all."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from extractors.judges.judge import Judge

T = TypeVar("T", bound=Hashable)


class Columns:
    """The features of a number of cases, which go by their index.

    What can be told of all cases at once (a figure above a mark) is a column; the rest is said of each case by itself.
    """

    def __init__(self, count: int) -> None:
        """Begin with ``count`` cases of which nothing holds."""
        self._count = count
        self._masks: dict[str, NDArray[np.bool_]] = {}
        self._said: list[tuple[Sequence[tuple[str, ...]], NDArray[np.intp]]] = []

    def holds(self, feature: str, mask: NDArray[np.bool_]) -> None:
        """``feature`` holds for the cases of ``mask``."""
        self._masks[feature] = mask

    def above(self, name: str, marks: Sequence[float], values: NDArray[np.number]) -> None:
        """For each of ``marks`` the feature that a case's value, called ``name``, is above it."""
        for mark in marks:
            self._masks[f"{name} > {mark}"] = values > mark

    def says(self, said: Sequence[tuple[str, ...]], which: NDArray[np.intp]) -> None:
        """The features in ``said`` hold, for each case those whose index ``which`` has for it, none twice."""
        self._said.append((said, which))

    def of(self, index: int) -> set[str]:
        """All features of one case."""
        found = {feature for feature, mask in self._masks.items() if mask[index]}
        return found.union(*(said[which[index]] for said, which in self._said))

    def totals(self, judges: Sequence[Judge], which: NDArray[np.intp]) -> NDArray[np.int64]:
        """What each case sums up to for its own judge: the one of ``judges`` whose index ``which`` has for it."""
        weights = np.array([[judge.weights.get(name, 0) for name in self._masks] for judge in judges], np.int64)
        sums = weights @ np.array(list(self._masks.values()), np.int64).reshape(len(self._masks), self._count)
        totals: NDArray[np.int64] = sums[which, np.arange(self._count)]
        for said, index in self._said:
            # Many cases are told the same: each of the judges hears it once.
            each = np.array([[judge.total(names) - judge.intercept for names in said] for judge in judges], np.int64)
            totals += each[which, index]
        return totals + np.array([judge.intercept for judge in judges], np.int64)[which]


def numbered(values: Iterable[T]) -> tuple[list[T], NDArray[np.intp]]:
    """The different ones of ``values``, and for each of these the index that it has among them."""
    numbers: dict[T, int] = {}
    index = np.fromiter([numbers.setdefault(value, len(numbers)) for value in values], np.intp)
    return list(numbers), index
