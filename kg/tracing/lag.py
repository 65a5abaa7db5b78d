"""How long after the launching document each region adopted, or before it."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator
from typing import Any

from kg.tracing.adopters import adopters
from kg.tracing.background import against_launch
from kg.tracing.record import Row
from kg.tracing.words import LEVELS, RANKED

LAG = ("code", "region", "level", "launched", "year", "lo", "bound", "lag", "launch")
BY_LEVEL = ("level", "before", "same_year", "after", "bounded", "median_lag")
LEAST = 3
"""Regions of which a median is told."""


def lag_rows(rows: Iterable[Row], launched: int | None) -> Iterator[tuple[Any, ...]]:
    """Rows under ``LAG``, by lag; none without a launching document.

    The lag of a region whose bound is ``left`` or ``unobserved`` is the longest that it may be.
    """
    for row in adopters(rows):
        if launched is not None and row.hi is not None:
            place = row.region.properties
            yield (
                place["code"], place["name"], row.level, launched, row.hi, row.lo, row.bound, row.hi - launched,
                against_launch(row.hi, launched),
            )  # fmt: skip


def lag_by_level(rows: Iterable[Row], launched: int | None) -> Iterator[tuple[Any, ...]]:
    """Rows under ``BY_LEVEL``.

    ``median_lag`` is that of the ``bounded`` regions alone, whose bound is exact or an interval; None below ``LEAST``.
    """
    found = [row for row in adopters(rows) if launched is not None]
    for level in LEVELS:
        years = [(row.hi, row.bound) for row in found if row.level == level and row.hi is not None]
        if years and launched is not None:
            told = [against_launch(year, launched) for year, _ in years]
            lags = [year - launched for year, bound in years if bound in RANKED]
            median = statistics.median(lags) if len(lags) >= LEAST else None
            yield level, *(told.count(when) for when in ("before", "same year", "after")), len(lags), median
