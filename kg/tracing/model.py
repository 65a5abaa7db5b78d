"""The fitted curves of a trace as tables, by level: what could be told, and why the rest could not."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from kg.tracing.curve import Curve, fit_curve
from kg.tracing.likelihood import Interval
from kg.tracing.record import Row
from kg.tracing.refusals import Refusal
from kg.tracing.seen import seen_of
from kg.tracing.words import LEVELS

MODEL = (
    "level", "regions", "adopters", "bounded", "naming", "midpoint", "midpoint_low", "midpoint_high", "slope",
    "slope_low", "slope_high", "plateau", "plateau_low", "plateau_high", "turn", "hazard_before", "hazard_after",
    "hazard_ratio", "ratio_low", "ratio_high", "refused",
)  # fmt: skip
CURVE = ("level", "year", "observed", "named", "reached", "fitted", "low", "high")
BASS = (
    "level", "adopters", "bounded", "innovation", "innovation_low", "innovation_high", "imitation", "imitation_low",
    "imitation_high", "plateau", "plateau_low", "plateau_high",
)  # fmt: skip
ALL = "all"
"""All levels together, the country aside."""


def fit_levels(
    rows: Collection[Row], counted: Collection[str], turn: float | None, *, bass: bool = False
) -> dict[str, Curve]:
    """The curve of all regions of ``rows``, and of each level with an adopter; none without a report.

    Args:
        rows: the regions.
        counted: the stages of an adoption.
        turn: the calendar point of the launching document, before and after which the hazards are told.
        bass: fit the curve of Bass as well.
    """
    found = {}
    for level in (ALL, *LEVELS):
        of_level = [row for row in rows if level in (ALL, row.level)]
        seen = seen_of(of_level, counted) if any(row.adoption for row in of_level) else None
        if seen is not None:
            found[level] = _told(fit_curve(seen, turn, bass=bass))
    return found


def _told(curve: Curve) -> Curve:
    """``curve`` without hazards of which the data leave open how they compare: such a ratio is no finding."""
    ratio = curve.hazards.ratio if curve.hazards else None
    if ratio is None or (ratio.low > 0 and math.isfinite(ratio.high)):
        return curve
    return replace(curve, hazards=None, refusals=(*curve.refusals, Refusal("open_ratio")))


def model_rows(curves: Mapping[str, Curve], turn: float | None) -> Iterator[tuple[Any, ...]]:
    """Rows under ``MODEL``: estimates with their 95 % intervals; a cell is empty where the data leave a side open.

    Midpoints are calendar points (2018.5: the middle of 2018); hazards are adoptions a year and region without it.
    """
    for level, curve in curves.items():
        hazards = curve.hazards
        yield (
            level, curve.regions, curve.adopters, curve.bounded, _cell(curve.naming),
            *_cells(curve.midpoint, 2), *_cells(curve.slope), *_cells(curve.plateau), _cell(turn, 2),
            _cell(hazards.before.value) if hazards else None, _cell(hazards.after.value) if hazards else None,
            *_cells(hazards.ratio if hazards else None), [refusal.reason for refusal in curve.refusals],
        )  # fmt: skip


def bass_rows(curves: Mapping[str, Curve]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``BASS`` where the curve of Bass was fitted: innovation and imitation, both a year, and the plateau.

    After F. M. Bass, A new product growth for model consumer durables, Management Science 15 (1969), 215 to 227.
    """
    for level, curve in curves.items():
        if curve.bass:
            told = curve.bass
            cells = (_cells(told.innovation, 6), _cells(told.imitation), _cells(told.plateau))
            yield (level, curve.adopters, curve.bounded, *chain.from_iterable(cells))


def curve_rows(curves: Mapping[str, Curve]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``CURVE``: the share of regions that have it at the end of each year.

    ``reached`` is of no given shape, ``fitted`` the S-curve with its interval, empty where that is refused.
    """
    for level, curve in curves.items():
        for at in curve.points:
            shares = (at.reached, at.fitted, at.low, at.high)
            yield level, at.year, at.observed, at.named, *(_cell(share, 4) for share in shares)


def _cells(interval: Interval | None, digits: int = 3) -> tuple[float | None, ...]:
    told = (interval.value, interval.low, interval.high) if interval else (None, None, None)
    return tuple(_cell(value, digits) for value in told)


def _cell(value: float | None, digits: int = 3) -> float | None:
    return round(float(value), digits) if value is not None and math.isfinite(value) else None
