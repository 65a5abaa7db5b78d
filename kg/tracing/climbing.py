"""The greatest value of a smooth function of a few parameters, and where a function of one parameter changes sign."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from kg.tracing.hidden import Floats

Objective = Callable[[Floats], tuple[float, Floats]]
"""From a point to the value there and its gradient."""

_STEPS = 200
_GAIN = 1e-7
"""The climb ends when a step is not expected to gain as much."""
_NEAR = 1e-4
"""Difference of a parameter by which the curvature is taken."""
_FLAT = 1e-6
_HALVINGS = 30
_CLOSE = 1e-3
"""A sign change is found to this."""


def climb(function: Objective, start: Floats, lower: Floats, upper: Floats, longest: Floats) -> tuple[Floats, float]:
    """The point of the greatest value near ``start`` within bounds, and the value, by Newton steps with halving.

    Where the curvature points the wrong way its size is taken (Nocedal and Wright 2006, Numerical Optimization, 3.4).

    Args:
        function: what is climbed.
        start: where the climb begins.
        lower: lower bounds; a parameter with equal bounds is held.
        upper: upper bounds.
        longest: the longest step of each parameter.
    """
    point = np.clip(start, lower, upper)
    value, gradient = function(point)
    for _ in range(_STEPS):
        free = np.where(gradient > 0, point < upper, point > lower) & (lower < upper)
        step = _newton_step(function, point, gradient, np.flatnonzero(free).tolist())
        step /= max(1.0, float((np.abs(step) / longest).max()))
        if gradient @ step < _GAIN:
            break
        for halving in range(_HALVINGS):
            moved = np.clip(point + step / 2**halving, lower, upper)
            there, slope = function(moved)
            if there > value:
                break
        else:
            break
        point, value, gradient = moved, there, slope
    return point, value


def _newton_step(function: Objective, point: Floats, gradient: Floats, free: list[int]) -> Floats:
    step = np.zeros_like(point)
    if free:
        moved = [function(point + _NEAR * axis)[1] for axis in np.eye(len(point))[free]]
        curvature = (np.array(moved) - gradient)[:, free] / _NEAR
        sizes, directions = np.linalg.eigh((curvature + curvature.T) / 2)
        step[free] = directions @ (directions.T @ gradient[free] / np.maximum(np.abs(sizes), _FLAT))
    return step


def differences(function: Callable[[Floats], Floats], point: Floats, step: float) -> Floats:
    """Slopes of ``function`` by central differences: one row a parameter."""
    moves = step * np.eye(len(point))
    return np.array([function(point + move) - function(point - move) for move in moves]) / (2 * step)


def crossing(function: Callable[[float], float], inside: float, bound: float, step: float) -> float:
    """Where ``function`` turns positive from ``inside``, where it is not, towards ``bound``; ±∞ if it does not.

    The sign of ``step`` is the direction. The way out is taken in growing steps, the way back by halving and false
    position in turn, to 0.001.
    """
    inner, below = inside, function(inside)
    while True:
        outer = inner + step
        if (outer - bound) * step >= 0:
            return float(np.copysign(np.inf, step))
        above = function(outer)
        if above > 0:
            break
        inner, below, step = outer, above, 2 * step
    halve = False
    while abs(outer - inner) > _CLOSE:
        share = 0.5 if halve else min(max(below / (below - above), 0.05), 0.95)
        middle = inner + (outer - inner) * share
        there, halve = function(middle), not halve
        if there > 0:
            outer, above = middle, there
        else:
            inner, below = middle, there
    return float(outer)
