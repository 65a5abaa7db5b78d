"""Models of the pace of adoption beside the S-curve: a hazard that changes at a date, and the curve of Bass."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kg.tracing.hidden import Statistics
from kg.tracing.likelihood import Interval, fit_shape
from kg.tracing.shapes import bass_curve, share_of, two_hazards


@dataclass(frozen=True, slots=True)
class Hazards:
    """Adoptions a year and region that has it not, before and after a date, and the second divided by the first.

    A ratio whose interval lies above 1 tells of an outbreak at the date (the "R-shape" of diffusion studies).
    """

    before: Interval
    after: Interval
    ratio: Interval


@dataclass(frozen=True, slots=True)
class Bass:
    """The parameters of Bass: innovation and imitation, both a year, and the share that will ever have it."""

    innovation: Interval
    imitation: Interval
    plateau: Interval


def fit_hazards(told: Statistics, turn: float) -> Hazards:
    """The hazards before and after the calendar point ``turn``, which lies inside the years."""
    pieces, divided = (fit_shape(told, two_hazards(told.ends, turn, ratio=ratio)) for ratio in (False, True))
    return Hazards(*(found.mapped(math.exp) for found in (pieces.interval(0), pieces.interval(1), divided.interval(1))))


def fit_bass(told: Statistics) -> Bass:
    """The curve of Bass from the beginning of the first year, when nobody has it."""
    fit = fit_shape(told, bass_curve(told.ends))
    innovation, imitation = (fit.interval(index).mapped(math.exp) for index in (0, 1))
    return Bass(innovation, imitation, fit.interval(2).mapped(share_of))
