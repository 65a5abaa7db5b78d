"""A linear judge: each feature of a case speaks for or against it by its weight, and the sum decides."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Context, Decimal
from functools import cache
from typing import TypedDict

from ontology.judges.tables import SCALE, JudgeTable, judge_tables

_FURTHEST = 8 * SCALE  # beyond it the logistic differs from 0 or 1 by less than a thousandth


@dataclass(frozen=True, slots=True)
class Reasons:
    """The features that weigh most, with their weights in parts of ``SCALE``, the heaviest first."""

    in_favour: tuple[tuple[str, int], ...]
    against: tuple[tuple[str, int], ...]


class Verdict(TypedDict):
    """How likely a statement is right, and those of its features that have a weight, sorted."""

    confidence: float
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """The weights of one task, all in parts of ``SCALE``.

    Attributes:
        intercept: the sum of a case of which no known feature holds.
        threshold: the least sum that counts as so.
        slope, offset: the logistic of ``slope * sum / SCALE + offset`` is the probability.
        weights: by feature; one that is not listed weighs nothing.
    """

    intercept: int = 0
    threshold: int = 0
    slope: int = SCALE
    offset: int = 0
    weights: Mapping[str, int] = field(default_factory=dict)
    _doubled: dict[str, Judge] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of_table(cls, table: JudgeTable) -> Judge:
        """The judge that a table describes."""
        weights = {weight.feature: weight.weight for weight in table.weights}
        return cls(table.intercept, table.threshold, table.slope, table.offset, weights)

    def doubled(self, prefix: str) -> Judge:
        """The same judge for cases each of whose features stands there also with ``prefix`` before its name.

        It is told the names without the prefix alone, and sums up the same.
        """
        if prefix not in self._doubled:
            weights = self.weights
            together = {name: weight + weights.get(prefix + name, 0) for name, weight in weights.items()}
            only = {name.removeprefix(prefix): weight for name, weight in weights.items() if name.startswith(prefix)}
            self._doubled[prefix] = replace(self, weights=only | together)
        return self._doubled[prefix]

    def total(self, features: Iterable[str]) -> int:
        """The sum for a case with ``features``, each of which counts once."""
        weights = self.weights
        return self.intercept + sum([weights.get(feature, 0) for feature in set(features)])

    @property
    def even(self) -> int:
        """The least sum at which the case is as likely so as not."""
        return math.ceil(-self.offset * SCALE / self.slope)

    def decides(self, features: Iterable[str]) -> bool:
        """Whether the sum reaches the threshold."""
        return self.total(features) >= self.threshold

    def probability(self, features: Iterable[str]) -> float:
        """How likely a case with ``features`` is so: 0.001 to 0.999, three digits."""
        return self.probability_of(self.total(features))

    def probability_of(self, total: int) -> float:
        """How likely a case with the sum ``total`` is so: 0.001 to 0.999, three digits."""
        place = self.slope * total // SCALE + self.offset
        return _logistic()[max(-_FURTHEST, min(_FURTHEST, place)) + _FURTHEST]

    def verdict(self, features: frozenset[str]) -> Verdict:
        """What a statement with ``features`` keeps of being judged."""
        return {"confidence": self.probability(features), "features": tuple(sorted(features & self.weights.keys()))}

    def reasons(self, features: Iterable[str], count: int) -> Reasons:
        """The at most ``count`` features that speak most for the case, and the same number against it."""
        known = {feature: weight for feature in features if (weight := self.weights.get(feature, 0))}
        heaviest = sorted(known.items(), key=lambda item: (-abs(item[1]), item[0]))
        return Reasons(
            tuple(item for item in heaviest if item[1] > 0)[:count],
            tuple(item for item in heaviest if item[1] < 0)[:count],
        )


@cache
def shipped_judges() -> Mapping[str, Judge]:
    """The judges of all tasks, as the ontology has them.

    Raises:
        OntologyError: naming the table that is not well formed.
    """
    return {task: Judge.of_table(table) for task, table in judge_tables().items()}


@cache
def _logistic() -> tuple[float, ...]:
    """1 / (1 + e^-x) to three digits for x in steps of 1 / ``SCALE``; Decimal rounds it alike on every machine."""
    exact = Context(prec=20)
    places = (exact.divide(Decimal(place), Decimal(SCALE)) for place in range(-_FURTHEST, _FURTHEST + 1))
    values = (exact.divide(Decimal(1), 1 + exact.exp(-place)) for place in places)
    return tuple(min(0.999, max(0.001, float(value.quantize(Decimal("0.001"))))) for value in values)
