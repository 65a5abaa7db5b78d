"""Who came first, the region or its superior: the vertical order, the exact cases apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.tracing.adopters import adopters
from kg.tracing.facts import Facts
from kg.tracing.record import Row
from kg.tracing.words import EXACT, LEVELS, ORDERS

ORDER = (
    "code", "region", "level", "year", "bound", "superior_code", "superior", "superior_year", "superior_bound", "order",
    "exact",
)  # fmt: skip
BY_LEVEL = (
    "level", "superior_earlier", "same_year", "superior_later", "silent", "unobserved", "exact_earlier",
    "exact_same_year", "exact_later",
)  # fmt: skip


def order_rows(facts: Facts, rows: Iterable[Row], everyone: Mapping[str, Row]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``ORDER``: each adopter below a province, against the region above it in that year.

    ``everyone`` holds the rows of all regions, since the superior of a region that is shown need not be.
    """
    for row in adopters(rows):
        above = facts.superiors.of(row.region.key, row.hi)
        if above is None or row.level == "province" or above not in facts.regions:
            continue
        superior, place, top = everyone.get(above), row.region.properties, facts.regions[above].properties
        year, bound = (superior.hi, superior.bound) if superior and superior.hi is not None else (None, None)
        order, exact = compare(row, superior)
        yield (
            place["code"], place["name"], row.level, row.hi, row.bound, top["code"], top["name"], year, bound, order,
            exact,
        )  # fmt: skip


def compare(row: Row, superior: Row | None) -> tuple[str, bool]:
    """When the superior had it, against the region that adopted (one of ``ORDERS``), and whether both years are exact.

    Within a year dates tell, where both have one. Only exact cases tell an order: a region whose first report comes
    late seems late, whoever began.
    """
    earlier, same, later, silent, unobserved = ORDERS
    if superior is None or superior.hi is None or row.hi is None:
        return (silent if superior and superior.observed else unobserved), False
    above, here = _time(superior), _time(row)
    known = min(len(above), len(here))  # a month does not tell an order from a day within it
    order = earlier if above[:known] < here[:known] else later if above[:known] > here[:known] else same
    return order, row.bound == superior.bound == EXACT


def _time(row: Row) -> str:
    """The day, month or year of the adoption."""
    return (row.adoption.date if row.adoption else None) or str(row.hi)


def order_by_level(order: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``BY_LEVEL``, of rows under ``ORDER``: how many of each order, and of the exact ones alone."""
    found = [dict(zip(ORDER, row, strict=True)) for row in order]
    for level in LEVELS[1:]:
        told = [row for row in found if row["level"] == level]
        if told:
            counts = [sum(1 for row in told if row["order"] == name) for name in ORDERS]
            exact = [sum(1 for row in told if row["order"] == name and row["exact"]) for name in ORDERS[:3]]
            yield level, *counts, *exact
