"""The curve of adoption of a group of regions: points, midpoint, slope, hazards at a date; or why there is none."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from kg.tracing.hazards import Bass, Hazards, fit_bass, fit_hazards
from kg.tracing.hidden import Sightings, Spread, Statistics, fit_spread, statistics
from kg.tracing.likelihood import Fit, Interval, fit_shape
from kg.tracing.refusals import Refusal
from kg.tracing.shapes import logistic_curve, share_of

ADOPTERS = 8
"""Adopters whose year is known from both sides that a curve needs."""
YEARS = 4
"""Observed years that it needs."""
SINGLE = 0.8
"""Share of adopters with reports of a single year from which on it is refused."""
NAMING = 0.1
"""The least naming rate at which silence tells anything."""
HALF = 2.0
"""The greatest half-interval of a midpoint, in years."""
SLOPE = 4.0
"""The greatest slope, a year."""


@dataclass(frozen=True, slots=True)
class Point:
    """The end of a year.

    Attributes:
        year: the year.
        observed: regions with a report of the year.
        named: those of them that name the reform as done.
        reached: share of regions that have it, of no given shape; None after the data.
        fitted: the same by the fitted S-curve; None where that is refused.
        low: lower end of its 95 % interval.
        high: upper end.
    """

    year: int
    observed: int
    named: int
    reached: float | None
    fitted: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """What can be said of the spread; what cannot is None, with its reason among the refusals.

    Attributes:
        regions: regions of which anything is seen.
        adopters: those that are known to have it.
        bounded: adopters whose year is known from both sides.
        naming: share of the reports of a region that has it which name it; None where silence is impossible.
        points: the curve, by year; empty if refused.
        midpoint: when half of those that will ever have it do, a calendar point.
        slope: of the S-curve, a year: 1 takes a share from 12 % to 88 % in four years.
        plateau: share of regions that will ever have it.
        hazards: before and after the date that was given.
        bass: on demand.
        refusals: why something is missing.
    """

    regions: int
    adopters: int
    bounded: int
    naming: float | None = None
    points: tuple[Point, ...] = ()
    midpoint: Interval | None = None
    slope: Interval | None = None
    plateau: Interval | None = None
    hazards: Hazards | None = None
    bass: Bass | None = None
    refusals: tuple[Refusal, ...] = ()


def fit_curve(seen: Sightings, turn: float | None = None, *, ahead: int = 0, bass: bool = False) -> Curve:
    """The curve of the regions seen.

    Args:
        seen: what is seen of each region.
        turn: the calendar point of the launching document (2018.5: 1 July 2018), at which the hazard may change.
        ahead: years after the data for which the S-curve is drawn on, unless that is refused.
        bass: fit the curve of Bass as well.
    """
    told, first = statistics(seen), np.isfinite(seen.first)
    bounded = first & np.isfinite(seen.last_without)
    counted = Curve(int(told.count.sum()), int(first.sum()), int(bounded.sum()))
    if missing := _too_little(seen, counted):
        return replace(counted, refusals=tuple(missing))
    spread = fit_spread(told)
    if spread.naming is not None and spread.naming < NAMING:
        seldom = Refusal("seldom_named", {"naming": spread.naming, "needed": NAMING})
        return replace(counted, naming=spread.naming, refusals=(seldom,))
    fit = _s_curve(told, spread)
    midpoint, slope = fit.interval(1), fit.interval(0).mapped(math.exp)
    early, outside = _early(told, midpoint), _outside(told, turn)
    vague, steep = [] if early else _vague(midpoint), _steep(midpoint, slope)
    plateau = None if early or vague else fit.interval(2).mapped(share_of)
    return replace(
        counted,
        naming=None if spread.naming is None else fit.naming,
        points=_points(seen, spread, None if vague or steep else fit, plateau, ahead),
        midpoint=midpoint if plateau else None,
        slope=None if vague or steep else slope,
        plateau=plateau,
        hazards=None if turn is None or outside else fit_hazards(told, turn),
        bass=fit_bass(told) if bass else None,
        refusals=(*vague, *steep, *early, *outside),
    )


def _too_little(seen: Sightings, counted: Curve) -> list[Refusal]:
    """What is missing from the data before any fit."""
    found = []
    if counted.bounded < ADOPTERS:
        values = {"bounded": counted.bounded, "adopters": counted.adopters, "needed": ADOPTERS}
        found.append(Refusal("few_adopters", values))
    years = len(seen.years) if seen.listed.any() else int(seen.observed.any(axis=0).sum())
    if years < YEARS:
        found.append(Refusal("few_years", {"years": years, "needed": YEARS}))
    single = int((np.isfinite(seen.first) & ~seen.listed & (seen.observed.sum(axis=1) <= 1)).sum())
    if counted.adopters and single >= SINGLE * counted.adopters:
        found.append(Refusal("single_year", {"single": single, "adopters": counted.adopters}))
    return found


def _s_curve(told: Statistics, spread: Spread) -> Fit:
    """The S-curve to a plateau. One to all regions tells no more of the midpoint, and errs where some never adopt."""
    middle = float(told.ends[np.searchsorted(spread.reached, spread.reached[-1] / 2)])
    return fit_shape(told, logistic_curve(told.ends, middle))


def _early(told: Statistics, midpoint: Interval) -> list[Refusal]:
    """Why neither the plateau nor what comes after the data is told."""
    if midpoint.value <= told.ends[-1]:
        return []
    return [Refusal("plateau", {"middle": midpoint.value, "end": int(told.years[-1])})]


def _vague(midpoint: Interval) -> list[Refusal]:
    """Why nothing is said of an S-curve that was fitted."""
    if not math.isfinite(midpoint.half):
        return [Refusal("open_midpoint")]
    return [Refusal("wide_midpoint", {"half": midpoint.half, "most": HALF})] if midpoint.half > HALF else []


def _steep(midpoint: Interval, slope: Interval) -> list[Refusal]:
    """Why the S-curve has a midpoint only."""
    return [Refusal("steep", {"middle": int(midpoint.value), "slope": slope.value})] if slope.value > SLOPE else []


def _outside(told: Statistics, turn: float | None) -> list[Refusal]:
    """Why there is no before and after."""
    first, last = int(told.years[0]), int(told.years[-1])
    if turn is None or first < turn < last + 1:
        return []
    return [Refusal("turn", {"turn": turn, "first": first, "last": last})]


def _points(
    seen: Sightings, spread: Spread, fit: Fit | None, plateau: Interval | None, ahead: int
) -> tuple[Point, ...]:
    """By year; with a plateau the curve goes on, and its interval holds whatever that of the plateau does."""
    observed, named = seen.observed.sum(axis=0), (seen.observed & seen.named).sum(axis=0)
    found = [
        Point(int(year), int(reports), int(names), float(reached))
        for year, reports, names, reached in zip(seen.years, observed, named, spread.reached, strict=True)
    ]
    if fit is None:
        return tuple(found)
    if plateau:
        found += [Point(int(seen.years[-1]) + more, 0, 0, None) for more in range(1, ahead + 1)]
    fitted, low, high = fit.band(np.array([point.year + 1.0 for point in found])).T
    if plateau:
        low = np.minimum(low, fitted * plateau.low / plateau.value)
        high = np.maximum(high, fitted * plateau.high / plateau.value)
    return tuple(
        replace(point, fitted=float(value), low=float(least), high=float(most))
        for point, value, least, most in zip(found, fitted, low, high, strict=True)
    )
