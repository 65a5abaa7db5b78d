"""A larger made-up world: a province, its cities and counties with reports on many years, and a reform that spreads."""

from __future__ import annotations

from functools import cache

from kg.tracing.trace import Trace, trace
from tests.kg.tracing.test_trace import LICENSING
from tests.kg.tracing.world import PLACES, told, world

YEARS = range(2012, 2020)


@cache
def spread_widely() -> Trace:
    """Ten regions, eight of them with a report each year; they take up a reform of 2015 from 2014 on, one after the other."""
    documents = []
    for at, code in enumerate(PLACES):
        for year in YEARS if at < 8 else range(2018, 2020):
            since = 2014 + at % 5
            stage = "planned" if year == since - 1 else "pilot" if year == since else "implemented"
            stated = [stage] if year >= since - 1 and (at + year) % 4 else []
            documents.append(told(code, year, *stated, name=LICENSING))
    return trace(world(*documents), LICENSING)
