"""Shapes that the spread of a reform may have: from parameters to the share that has it at a point of the calendar.

Parameters are those of a search without bounds (logarithms, log-odds). A calendar point is a year with its fraction:
the end of 2020 is 2021.0, so that a midpoint of 2020.46 lies in June 2020.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kg.tracing.hidden import Floats


@dataclass(frozen=True, slots=True)
class Shape:
    """A family of curves.

    Attributes:
        reached: from the parameters and calendar points to the share of regions that have it there.
        start: where the search for the parameters begins.
        lower: the least values that are looked at; what reaches them is unknown on that side.
        upper: the greatest ones.
        steps: how far the search goes at once.
    """

    reached: Callable[[Floats, Floats], Floats]
    start: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    steps: tuple[float, ...]

    def shares(self, parameters: Floats, ends: Floats) -> Floats:
        """Share of regions that adopt in each year that ends at ``ends`` (the first: or before), then of the others."""
        return np.asarray(np.diff(self.reached(parameters, ends), prepend=0.0, append=1.0))


def logistic_curve(ends: Floats, middle: float) -> Shape:
    """An S-curve: logarithm of the slope (a year), midpoint (calendar point) and log-odds of the plateau.

    The midpoint, looked for from ``middle`` on, is where half of the plateau is reached.
    """
    width = float(ends[-1] - ends[0]) + 1

    def reached(parameters: Floats, points: Floats) -> Floats:
        return share_of(parameters[2]) * shares_of(np.exp(parameters[0]) * (points - parameters[1]))

    return Shape(
        reached,
        (math.log(0.8), middle, 1.0),
        (math.log(0.02), float(ends[0]) - 2 * width, -9.0),
        (math.log(50.0), float(ends[-1]) + 2 * width, 9.0),
        (0.3, 1.0, 1.0),
    )


def two_hazards(ends: Floats, turn: float, *, ratio: bool = False) -> Shape:
    """A constant hazard up to the calendar point ``turn`` and another from it: an R-shaped spread is told by the two.

    The parameters are the logarithms of both hazards (adoptions a year and region that has it not), or, with ``ratio``,
    of the first and of the second divided by the first. Nobody has it at the beginning of the first year.
    """
    begin = float(ends[0]) - 1

    def reached(parameters: Floats, points: Floats) -> Floats:
        before, after = np.exp(parameters[0]), np.exp(parameters[1] + (parameters[0] if ratio else 0.0))
        gone = before * (np.minimum(points, turn) - begin) + after * np.maximum(points - turn, 0)
        return np.asarray(-np.expm1(-gone))

    least, most = (-12.0, 12.0) if ratio else (-9.0, 3.0)
    return Shape(reached, (-2.0, 0.0 if ratio else -2.0), (-9.0, least), (3.0, most), (0.5, 0.5))


def bass_curve(ends: Floats) -> Shape:
    """The curve of Bass (1969, Management Science 15) from the beginning of the first year.

    The parameters are the logarithms of p (innovation) and q (imitation), both a year, and the log-odds of the plateau.
    """
    begin = float(ends[0]) - 1

    def reached(parameters: Floats, points: Floats) -> Floats:
        innovation, imitation = np.exp(parameters[:2])
        gone = np.exp(-(innovation + imitation) * (points - begin))
        return np.asarray(share_of(parameters[2]) * (1 - gone) / (1 + imitation / innovation * gone))

    return Shape(reached, (-4.0, -0.5, 1.0), (-14.0, -7.0, -9.0), (3.0, 3.0, 9.0), (1.0, 1.0, 1.0))


def share_of(odds: float) -> float:
    """The share whose log-odds are given."""
    return 0.5 * (1 + math.tanh(odds / 2))


def shares_of(odds: Floats) -> Floats:
    """The shares whose log-odds are given."""
    return np.asarray(0.5 * (1 + np.tanh(odds / 2)))


def odds_of(shares: Floats) -> Floats:
    """The log-odds of shares; of 0 and 1 those of what is as good as that."""
    kept = np.clip(shares, 1e-12, 1 - 1e-12)
    return np.asarray(np.log(kept / (1 - kept)))
