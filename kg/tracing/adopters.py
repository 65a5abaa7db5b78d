"""Who adopted when: adoptions by year, level and bound; the first adopters; the observed share of all regions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from kg.tracing.background import against_launch
from kg.tracing.coverage import regions_at
from kg.tracing.origin import form_of
from kg.tracing.record import Row
from kg.tracing.words import BOUNDS, LEVELS, RANKED

ADOPTIONS = ("year", "level", *BOUNDS, "adopters", "cumulative", "observed", "regions", "launch")
FIRST = (
    "rank", "region", "code", "level", "year", "date", "lo", "bound", "p_missed", "stage", "confidence",
    "launch", "form", "quote", "statement",
)  # fmt: skip
COVERAGE = ("year", "level", "observed", "regions", "share")


def adopters(rows: Iterable[Row]) -> list[Row]:
    """The regions that adopted, the country aside: by year, the dated ones first, then by code."""
    found = [row for row in rows if row.adoption and row.level != "country"]
    return sorted(found, key=lambda row: (row.hi, _date(row) or "9", row.region.key))


def adoption_rows(
    rows: Collection[Row], launched: int | None, within: Collection[str] | None
) -> Iterator[tuple[Any, ...]]:
    """Rows under ``ADOPTIONS``, by year and level, of the years in which a region of the level adopted.

    ``observed`` counts the regions of the level with a report on that year, ``regions`` those that there were.
    """
    found = adopters(rows)
    sums = dict.fromkeys(LEVELS, 0)
    for year in sorted({row.adoption.year for row in found if row.adoption}):
        for level in LEVELS:
            bounds = [row.bound for row in found if row.hi == year and row.level == level]
            if bounds:
                sums[level] += len(bounds)
                counts = [bounds.count(bound) for bound in BOUNDS]
                observed, all_ = _observed(rows, level, year), regions_at(level, year, within)
                yield year, level, *counts, len(bounds), sums[level], observed, all_, against_launch(year, launched)


def first_rows(rows: Iterable[Row], rate: float | None, launched: int | None) -> Iterator[tuple[Any, ...]]:
    """Rows under ``FIRST``: all adopters by year.

    Only those have a rank of which it is known that they came after a year: the others had it by then, nobody knows
    since when. Regions of one year share a rank.
    """
    found = adopters(rows)
    ranked = [row.hi for row in found if row.bound in RANKED]
    for row in found:
        rank = ranked.index(row.hi) + 1 if row.bound in RANKED else None
        place, told = row.region.properties, row.adoption
        if told:
            yield (
                rank, place["name"], place["code"], row.level, row.hi, told.date, row.lo, row.bound, row.p_missed(rate),
                told.stage, told.confidence, against_launch(told.year, launched), form_of(told), told.quote, told.key,
            )  # fmt: skip


def coverage_rows(rows: Collection[Row], within: Collection[str] | None) -> Iterator[tuple[Any, ...]]:
    """Rows under ``COVERAGE``: the share of the regions of a level that a report covers, in each year that has one."""
    for year in sorted({year for row in rows for year in row.observed}):
        for level in LEVELS:
            observed, all_ = _observed(rows, level, year), regions_at(level, year, within)
            if observed:
                yield year, level, observed, all_, round(observed / all_, 4) if all_ else None


def _observed(rows: Iterable[Row], level: str, year: int) -> int:
    return sum(1 for row in rows if row.level == level and year in row.observed)


def _date(row: Row) -> str | None:
    return row.adoption.date if row.adoption else None
