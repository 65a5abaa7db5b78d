"""Pairs of regions by year, and the adoptions as a cascade: the tables that models of who followed whom read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from kg.errors import SelectionError
from kg.tracing.adopters import adopters
from kg.tracing.facts import Facts
from kg.tracing.panel import PanelYear, risk_years
from kg.tracing.record import Row
from kg.tracing.words import RANKED

DYADS = (
    "origin_code", "destination_code", "year", "event", "gap", "origin_adopted", "same_province", "same_level",
    "origin_is_superior", "origin_is_below", "siblings",
)  # fmt: skip
CASCADE = ("node_name", "event_time", "cascade_id")
MOST = 5_000_000
"""Rows of dyads; more are refused, since no program that fits models to them reads them."""


def dyad_rows(facts: Facts, rows: Collection[Row], everyone: Mapping[str, Row]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``DYADS``: each region at risk in each year, against each other region that is observed or adopted.

    ``event`` is the destination's; ``origin_adopted`` says whether the origin had it by the year before.

    Raises:
        SelectionError: when there would be more than ``MOST``.
    """
    at_risk = [at for row in sorted(rows, key=lambda row: row.region.key) for at in risk_years(row) if at.at_risk]
    origins = [row for row in everyone.values() if row.level != "country" and (row.observed or row.adoption)]
    count = len(at_risk) * max(len(origins) - 1, 0)
    if count > MOST:
        raise SelectionError(f"{count:,} rows of dyads are more than {MOST:,}; narrow them with --region or --years")
    return (_dyad(facts, origin, at) for at in at_risk for origin in origins if origin is not at.row)


def _dyad(facts: Facts, origin: Row, at: PanelYear) -> tuple[Any, ...]:
    above = facts.superiors.of
    one, other = origin.region.key, at.row.region.key
    same_level = origin.level == at.row.level
    return (
        origin.region.properties["code"], at.row.region.properties["code"], at.year, int(at.event), at.gap,
        int(origin.hi is not None and origin.hi < at.year),
        int(facts.superiors.province(one, at.year) == facts.superiors.province(other, at.year)), int(same_level),
        int(above(other, at.year) == one), int(above(one, at.year) == other),
        int(same_level and above(one, at.year) == above(other, at.year)),
    )  # fmt: skip


def cascade_rows(facts: Facts, rows: Collection[Row]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``CASCADE``: the years of the adoptions whose bound is exact or an interval, without an origin.

    It is the long form that ``as_cascade_long`` of the R package NetworkInference reads. An adoption that is only known
    to lie by a year has no time that orders it.
    """
    for row in adopters(rows):
        if row.bound in RANKED:
            yield row.region.properties["code"], row.hi, facts.name
