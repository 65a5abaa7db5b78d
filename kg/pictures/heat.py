"""The heat map: a cell for each region and year, with what its sentences state, or that no report could."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kg.pictures.evidence import Evidence
from kg.pictures.regions import years_of
from kg.pictures.words import Words
from kg.tracing.record import Row
from kg.tracing.statements import Statement
from kg.tracing.words import EXACT, INTERVAL, MENTION, RANKED

MOST = 40
"""Regions shown at first."""
FEWEST = 5
"""Of those with the most reports, below which the first of the list are shown instead."""
_BY_WEIGHT = ("completed", "implemented", "pilot", "planned", MENTION)
_BESIDE = ("laid_down", "designated")


def heat_model(rows: Sequence[Row], years: Sequence[int], evidence: Evidence, words: Words) -> dict[str, Any]:
    """The picture as data.

    ``rows`` are in the order of the page's list of regions. ``first`` has the places of those shown at first: all, or
    where they are many those with reports on the most years, with ``least`` of them, or where that tells too few apart,
    the first of the list; the others come on demand, as ``left_out`` says.
    """
    reported = [sum(1 for year in row.observed if year in years) for row in rows]
    least = _least(reported)
    first = [place for place, n in enumerate(reported) if n >= least]
    said = words.say("heat_few", n=len(first), least=least, rest=len(rows) - len(first))
    if len(first) < FEWEST:
        first = list(range(min(MOST, len(rows))))
        said = words.say("heat_head", n=len(first), rest=len(rows) - len(first))
    return {
        "cells": [row_cells(row, years, evidence) for row in rows],
        "first": first,
        "left_out": said if len(first) < len(rows) else None,
        **_said(rows, words),
    }


def row_cells(row: Row, years: Sequence[int], evidence: Evidence) -> list[dict[str, Any]]:
    """The cells of a region.

    ``state``: the most that is stated of the year (completed, implemented, pilot, planned, mention); absent where
    nothing is. ``observed``: whether a report of the region covers the year. ``beside``: adoptions of other kinds (own
    rule, designation). ``first``: how closely the first adoption is known, on its year. ``sentences``: the places
    of the sentences, those that the cell is drawn for first.
    """
    told = years_of(row)
    return [_cell(row, year, told.get(year, []), evidence) for year in years]


def _cell(row: Row, year: int, statements: list[Statement], evidence: Evidence) -> dict[str, Any]:
    stages = {statement.stage for statement in statements}
    state = next((stage for stage in _BY_WEIGHT if stage in stages), None)
    adoption = row.adoption.key if row.hi == year and row.adoption else None
    said = sorted(statements, key=lambda s: (s.key != adoption, s.stage != state))
    cell: dict[str, Any] = {"observed": int(year in row.observed)}
    if state:
        cell["state"] = state
    if beside := [stage for stage in _BESIDE if stage in stages]:
        cell["beside"] = beside
    if adoption:
        cell["first"] = EXACT if row.bound == EXACT else "bounded"
    if said:
        cell["sentences"] = [evidence.place(statement) for statement in said]
    return cell


def _least(reported: Sequence[int]) -> int:
    """From how many years with a report on a region is shown at first."""
    return sorted(reported, reverse=True)[MOST] + 1 if len(reported) > MOST else 0


def _said(rows: Sequence[Row], words: Words) -> dict[str, str]:
    adopters = [row for row in rows if row.hi is not None]
    ranked = [row for row in adopters if row.bound in RANKED]
    if not adopters:
        return {"finding": words.say("heat_nobody", n=len(rows)), "measure": words.say("heat_measure")}
    first, last = _named(ranked, words), max(row.hi for row in adopters if row.hi is not None)
    if first and len(ranked) < len(adopters):
        first = words.say("heat_of_ranked", n=len(ranked), of=len(adopters), first=first)
    told = words.say("heat_by", year=last, n=len(adopters), of=len(rows))
    finding = words.say("heat_finding", first=first, told=told) if first else words.say("heat_no_first", told=told)
    return {"finding": finding, "measure": words.say("heat_measure")}


def _named(ranked: Iterable[Row], words: Words) -> str | None:
    """Who came first, as far as a year before is known to be silent; several of one year together."""
    by_year: dict[int, list[Row]] = {}
    for row in ranked:
        by_year.setdefault(row.hi or 0, []).append(row)
    if not by_year:
        return None
    year = min(by_year)
    names = [str(row.region.properties["name"]) for row in by_year[year]]
    more = words.say("and_more", n=len(names) - 2) if len(names) > 3 else ""
    shown = words.joined(names[:2] if more else names) + more
    how = "heat_first_interval" if all(row.bound == INTERVAL for row in by_year[year]) else "heat_first"
    return words.say(how, names=shown, year=year)
