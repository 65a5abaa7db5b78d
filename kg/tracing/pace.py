"""How fast it spread within each province, and which pilots became full practice."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator
from typing import Any

from kg.tracing.adopters import adopters
from kg.tracing.facts import Facts
from kg.tracing.lag import LEAST
from kg.tracing.record import Row
from kg.tracing.words import RANKED

PACE = ("province", "code", "observed", "adopters", "bounded", "first_year", "median_year", "last_year")
PILOTS = ("code", "region", "level", "pilot", "full", "years", "last_observed", "bound", "statement", "full_statement")
_FULL = ("implemented", "completed")


def pace_rows(facts: Facts, rows: Iterable[Row]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``PACE``, most adopters first: each province with all that belongs to it.

    ``observed`` counts its regions with any report, ``median_year`` is that of the ``bounded`` adopters alone, whose
    bound is exact or an interval; None below ``lag.LEAST`` of them.
    """
    by_province: dict[str, list[Row]] = {}
    for row in rows:
        if row.level != "country":
            by_province.setdefault(facts.superiors.province(row.region.key, row.hi), []).append(row)
    found = []
    for key, members in by_province.items():
        years = [row.hi for row in adopters(members) if row.hi is not None]
        bounded = [row.hi for row in adopters(members) if row.hi is not None and row.bound in RANKED]
        if years:
            place = facts.regions[key].properties
            median = statistics.median(bounded) if len(bounded) >= LEAST else None
            observed = sum(1 for row in members if row.observed)
            found.append(
                (place["name"], place["code"], observed, len(years), len(bounded), min(years), median, max(years))
            )
    return iter(sorted(found, key=lambda row: (-row[3], row[1])))


def pilot_rows(rows: Iterable[Row]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``PILOTS``, by year of the pilot: the regions that state one, and when they first state full practice.

    ``full`` is empty where no later sentence states it; ``last_observed`` says how long one could have.
    """
    found = []
    for row in rows:
        pilot = row.stages.get("pilot")
        if pilot and row.level != "country":
            full = next((s for s in row.statements if s.stage in _FULL and s.year > pilot.year), None)
            place = row.region.properties
            found.append((
                place["code"], place["name"], row.level, pilot.year, full and full.year,
                full and full.year - pilot.year, row.observed[-1] if row.observed else None, row.bound, pilot.key,
                full and full.key,
            ))  # fmt: skip
    return iter(sorted(found, key=lambda row: (row[3], row[0], row[1])))
