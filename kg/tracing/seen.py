"""From the record to what the models of the curve read: which reports were there, and which of them name the reform."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from kg.tracing.hidden import Sightings, events, sightings
from kg.tracing.record import Row
from kg.tracing.words import DONE, LISTED


def seen_of(rows: Collection[Row], counted: Collection[str]) -> Sightings | None:
    """What is seen of the regions of ``rows`` that are observed or adopted; None where no report covers any of them.

    A report names the reform if it states one of the stages ``counted`` as done. An adoption that another document
    dates to a year is known not to be later; a report of that year which does not say so is left out of account.
    What rules and designations alone tell is known by their year; a list of events tells all years. Where only
    regulations count whose first passing is known to the day, they tell it all: of a region without one nothing is
    seen, since the documents need not have it. Years after the last in which anybody names the reform are left out: the
    word is out of use, and its silence tells of nobody.
    """
    passed = [row for row in rows if row.level != "country" and row.passed]
    if passed:
        told = [row.hi for row in passed if row.hi is not None]
        return events(list(range(min(told), max(told) + 1)), told)
    chosen = [row for row in rows if row.level != "country" and (row.observed or row.adoption)]
    span = [year for row in chosen for year in row.observed]
    if not span:
        return None
    first, last = min(span), max(span)
    if LISTED in counted:
        return events(range(first, last + 1), [np.inf if row.hi is None else row.hi for row in chosen])
    used = [year for row in chosen for year in _names(row, counted)]
    used += [row.adoption.year for row in chosen if row.adoption and row.adoption.stage in DONE]
    years = list(range(first, max(first, min(last, max(used, default=last))) + 1))
    observed, named = (np.zeros((len(chosen), len(years)), dtype=bool) for _ in range(2))
    by = np.full(len(chosen), np.inf)
    for index, row in enumerate(chosen):
        names = _names(row, counted)
        for at, year in enumerate(years):
            observed[index, at] = year in row.observed and (year in names or year != row.hi)
            named[index, at] = year in names or year == row.hi
        if row.adoption and (row.adoption.stage not in DONE or row.hi not in years):
            by[index] = max(row.adoption.year, years[0])
    return sightings(years, observed, named, by=by)


def _names(row: Row, counted: Collection[str]) -> set[int]:
    """The years whose own report states the reform as done."""
    stages = {stage for stage in DONE if stage in counted} or set(DONE)
    return {
        s.told
        for s in row.statements
        if s.stage in stages and s.told is not None and s.told in row.observed and s.year <= s.told
    }
