"""The adoption curve: the share of observed regions that state it by each year, its coverage, the model's band."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from kg.pictures.words import Words, percent
from kg.tracing.coverage import regions_at
from kg.tracing.curve import Curve
from kg.tracing.model import ALL
from kg.tracing.record import Row
from kg.tracing.words import EXACT, LEVELS

SO_FAR = 10
"""Regions with a report by a year that a share of them needs."""
THAT_YEAR = 5
"""Regions with a report on the year itself that it needs."""


def curve_model(
    rows: Collection[Row],
    years: Sequence[int],
    curves: Mapping[str, Curve],
    within: Collection[str] | None,
    words: Words,
) -> dict[str, Any]:
    """The picture as data.

    A point of a level is the share of its regions with a report by the year that state an adoption by then; the
    denominator grows, so that it may fall. Where no level has a point, all levels together are drawn instead.

    Args:
        rows: the regions shown, the country aside.
        years: those of the axis.
        curves: what the model says of each level.
        within: the regions asked for; None for all.
        words: the language.
    """
    strips = [_strip(level, of_level, years, within) for level in LEVELS if (of_level := _of(rows, level))]
    drawn = [_line(level, of_level, years, curves, words) for level in LEVELS if (of_level := _of(rows, level))]
    if not any(line["points"] for line in drawn) and len(drawn) > 1:
        together = _line(ALL, rows, years, curves, words)
        drawn = [*drawn, together] if together["points"] else drawn
    return {"lines": drawn, "strips": strips, **_said(drawn, words)}


def stated_by(rows: Iterable[Row], year: int) -> tuple[int, int]:
    """How many regions state an adoption by ``year``, of how many with a report by then."""
    seen = [row for row in rows if row.observed and row.observed[0] <= year]
    return sum(1 for row in seen if row.hi is not None and row.hi <= year), len(seen)


def _of(rows: Iterable[Row], level: str) -> list[Row]:
    return [row for row in rows if row.level == level]


def _line(
    level: str, rows: Collection[Row], years: Sequence[int], curves: Mapping[str, Curve], words: Words
) -> dict[str, Any]:
    points = []
    for year in years:
        stated, seen = stated_by(rows, year)
        if seen >= SO_FAR and _observed(rows, year) >= THAT_YEAR:
            points.append({"year": year, "stated": stated, "observed": seen, "share": round(stated / seen, 4)})
    curve = curves.get(level) if points else None
    band = [
        {"year": at.year, "fitted": round(at.fitted, 4), "low": round(at.low, 4), "high": round(at.high, 4)}
        for at in (curve.points if curve else ())
        if at.fitted is not None and at.low is not None and at.high is not None and at.year in years
    ]
    return {
        "level": level,
        "points": points,
        "band": band,
        "naming": percent(curve.naming) if curve and curve.naming is not None else None,
        "refusals": list(_refused(level, rows, points, band, curve, words)),
    }


def _refused(
    level: str,
    rows: Collection[Row],
    points: list[dict[str, Any]],
    band: list[dict[str, Any]],
    curve: Curve | None,
    words: Words,
) -> Iterable[str]:
    """What is not drawn of a level, in words."""
    name, seen = words.level(level), sum(1 for row in rows if row.observed)
    single = sum(1 for row in rows if len(row.observed) == 1)
    if not points:
        yield words.say("curve_few", level=name, n=seen, so_far=SO_FAR, that_year=THAT_YEAR)
    elif not any(after["year"] - before["year"] == 1 for before, after in pairwise(points)):
        told = words.joined(str(point["year"]) for point in points)
        yield words.say("curve_points_only", level=name, n=seen, single=single, years=told)
    if points and not band and curve:
        for refusal in curve.refusals:
            yield words.say("curve_no_model", level=name, reason=refusal.sentence(words.lang))


def _strip(level: str, rows: list[Row], years: Sequence[int], within: Collection[str] | None) -> dict[str, Any]:
    """By year: the regions of the level with a report, of all there were; the first years, exact and bounded."""
    coverage = [[_observed(rows, year), regions_at(level, year, within)] for year in years]
    firsts = [
        [sum(1 for row in rows if row.hi == year and (row.bound == EXACT) == exact) for exact in (True, False)]
        for year in years
    ]
    return {"level": level, "coverage": coverage, "firsts": firsts}


def _observed(rows: Iterable[Row], year: int) -> int:
    return sum(1 for row in rows if year in row.observed)


def _said(lines: Sequence[Mapping[str, Any]], words: Words) -> dict[str, str]:
    """The finding, and how to read the picture."""
    with_points = [line for line in lines if line["points"]]
    told = []
    for line in with_points:
        last = line["points"][-1]
        values = {"n": last["stated"], "of": last["observed"], "share": percent(last["share"]), "year": last["year"]}
        told.append(words.say("curve_share", level=words.level(line["level"]), **values))
    finding = words.say("curve_finding", shares=words.joined(told)) if told else words.say("curve_nothing")
    return {"finding": finding, "measure": words.say("curve_measure")}
