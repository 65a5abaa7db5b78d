"""Fits of a shape to what is seen of a reform, by maximum likelihood, with profile-likelihood intervals."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kg.tracing.climbing import climb, crossing, differences
from kg.tracing.hidden import Floats, Statistics
from kg.tracing.shapes import Shape, odds_of, share_of, shares_of

_DROP = 1.9207
"""Half the 0.95 quantile of χ² with one degree of freedom: what the ends of an interval lose in log-likelihood."""
_NORMAL = 1.96
_NEARLY_ALWAYS = 0.98
"""A naming rate above it is held at 1, if the data allow: its log-odds run away at the edge and no interval holds."""
_ODDS = 9.0
"""Greatest log-odds of the naming rate that are looked at, either way."""
_TOLD = 1.0
"""The least curvature of the likelihood along a direction in which it is taken for a parabola."""
_LEAST = 1e-300
_STEP, _CURVED = 1e-5, 1e-4
"""Differences of a parameter by which the slopes of a shape and the curvature of the likelihood are taken."""


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its 95 % profile-likelihood interval; a side that the data leave open is infinite."""

    value: float
    low: float
    high: float

    @property
    def half(self) -> float:
        """Half the width; ∞ where a side is open."""
        return (self.high - self.low) / 2

    def mapped(self, function: Callable[[float], float]) -> Interval:
        """The interval of a growing function of what is estimated."""
        return Interval(*(function(end) for end in (self.value, self.low, self.high)))


@dataclass(frozen=True, slots=True)
class Fit:
    """A shape fitted to the statistics.

    Attributes:
        told: the statistics.
        shape: the shape.
        parameters: its parameters, then the log-odds of the naming rate unless that was held.
        naming: the naming rate.
        log_likelihood: natural logarithm.
    """

    told: Statistics
    shape: Shape
    parameters: Floats
    naming: float
    log_likelihood: float

    @property
    def _held(self) -> float | None:
        return self.naming if len(self.parameters) == len(self.shape.start) else None

    def interval(self, index: int) -> Interval:
        """The 95 % profile-likelihood interval of a parameter (Venzon and Moolgavkar 1988, Applied Statistics 37)."""
        return Interval(float(self.parameters[index]), self._end(index, -1), self._end(index, 1))

    def _end(self, index: int, sign: int) -> float:
        best = self.parameters

        def excess(value: float) -> float:
            nonlocal best
            start = best.copy()
            start[index] = value
            best, likelihood = _maximise(self.told, self.shape, start, self._held, index)
            return self.log_likelihood - _DROP - likelihood

        bound = (self.shape.upper if sign > 0 else self.shape.lower)[index]
        return crossing(excess, float(self.parameters[index]), bound, sign * self.shape.steps[index])

    def band(self, points: Floats) -> Floats:
        """By calendar point the share reached and its 95 % interval, by the delta method on the log-odds.

        What is as good as at its edge (a plateau of 0.995, a naming rate of 0.99) is held there.
        """
        best = odds_of(self._reached(self.parameters, points))
        slopes = differences(lambda moved: odds_of(self._reached(moved, points)), self.parameters, _CURVED)
        curvature = differences(
            lambda moved: _value(self.told, self.shape, moved, self._held)[1], self.parameters, _CURVED
        )
        sizes, directions = np.linalg.eigh(-(curvature + curvature.T) / 2)
        covariance = directions * np.where(sizes > _TOLD, 1 / np.maximum(sizes, _TOLD), 0) @ directions.T
        error = _NORMAL * np.sqrt(np.maximum(np.einsum("ji,jk,ki->i", slopes, covariance, slopes), 0))
        return shares_of(np.column_stack([best, best - error, best + error]))

    def _reached(self, parameters: Floats, points: Floats) -> Floats:
        return self.shape.reached(parameters[: len(self.shape.start)], points)


def fit_shape(told: Statistics, shape: Shape, naming: float | None = None) -> Fit:
    """The parameters of ``shape`` and the naming rate of the greatest likelihood; ``naming`` holds that rate."""
    if naming is None and not told.named.any():
        naming = 0.0
    parameters, likelihood = _maximise(
        told, shape, np.array([*shape.start, 0.0][: -1 if naming is not None else None]), naming
    )
    if naming is not None:
        return Fit(told, shape, parameters, naming, likelihood)
    rate = share_of(parameters[-1])
    if rate > _NEARLY_ALWAYS and not told.silent_after_naming:
        return fit_shape(told, shape, 1.0)
    return Fit(told, shape, parameters, rate, likelihood)


def _maximise(
    told: Statistics, shape: Shape, start: Floats, naming: float | None, fixed: int | None = None
) -> tuple[Floats, float]:
    """Parameters (the one at ``fixed`` stays as in ``start``) and log-likelihood at the maximum."""
    more = () if naming is not None else (_ODDS,)
    lower, upper = np.array([*shape.lower, *(-x for x in more)]), np.array([*shape.upper, *more])
    longest = np.array([*shape.steps, *(1.0 for _ in more)])
    if fixed is not None:
        lower[fixed] = upper[fixed] = start[fixed]
    return climb(lambda parameters: _value(told, shape, parameters, naming), start, lower, upper, longest)


def _value(told: Statistics, shape: Shape, parameters: Floats, naming: float | None) -> tuple[float, Floats]:
    """Log-likelihood and gradient; only from the parameters of a shape to its shares are slopes differences."""
    own, ends = parameters[: len(shape.start)], told.ends
    rate = naming if naming is not None else share_of(parameters[-1])
    weights, slopes = told.weights(rate)
    shares = shape.shares(own, ends)
    each = np.maximum(weights @ shares, _LEAST)
    per_region = told.count / each
    names = float(told.count @ told.named)
    likelihood = float(told.count @ np.log(each)) + (names * math.log(max(rate, _LEAST)) if names else 0.0)
    gradient = differences(lambda moved: shape.shares(moved, ends), own, _STEP) @ (per_region @ weights)
    if naming is None:
        by_rate = per_region @ (slopes @ shares) + names / rate
        gradient = np.append(gradient, by_rate * rate * (1 - rate))
    return likelihood, gradient
