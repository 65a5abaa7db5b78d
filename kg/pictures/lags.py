"""The lag plot: the first year of each region against that of the region above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kg.pictures.words import Words, percent
from kg.tracing.facts import Facts
from kg.tracing.record import Row
from kg.tracing.words import EXACT

LATER, SAME, EARLIER, OPEN = "later", "same", "earlier", "open"


def lag_model(rows: Sequence[Row], facts: Facts, everyone: Mapping[str, Row], words: Words) -> dict[str, Any] | None:
    """The picture as data; None without any pair of adopters of which the superior's year is exact.

    ``dots``: pairs whose years are both exact. ``bars``: the superior's year is exact, the region's lies
    between ``low`` (None: unknown) and ``high``; ``order`` says what can be told of them. ``undrawn``: pairs
    whose superior's year is not exact, which tell nothing.
    """
    dots: list[dict[str, Any]] = []
    bars: list[dict[str, Any]] = []
    undrawn = 0
    for place, row in enumerate(rows):
        above = facts.superiors.of(row.region.key, row.hi)
        superior = everyone.get(above or "")
        if row.hi is None or row.level == "province" or superior is None or superior.hi is None:
            continue
        if superior.bound != EXACT:
            undrawn += 1
        elif row.bound == EXACT:
            dots.append({"region": place, "x": superior.hi, "y": row.hi, "order": _order(row.hi, superior.hi)})
        else:
            low = None if row.lo is None else row.lo + 1
            order = _bounded_order(low, row.hi, superior.hi)
            bars.append({"region": place, "x": superior.hi, "low": low, "high": row.hi, "order": order})
    if not dots and not bars:
        return None
    bars.sort(key=lambda bar: (bar["x"], bar["high"], bar["region"]))
    return {
        "dots": dots,
        "bars": bars,
        "undrawn": undrawn,
        "counts": dict(Counter(dot["order"] for dot in dots)),
        "bounded": dict(Counter(bar["order"] for bar in bars)),
        "finding": _finding(dots, bars, words),
        "measure": words.say("lags_measure"),
        "undrawn_said": words.say("lags_undrawn", n=undrawn) if undrawn else None,
    }


def _order(year: int, superior: int) -> str:
    return LATER if year > superior else EARLIER if year < superior else SAME


def _bounded_order(low: int | None, high: int, superior: int) -> str:
    """What holds whenever within ``low`` to ``high`` the region had it."""
    if high < superior:
        return EARLIER
    return LATER if low is not None and low > superior else OPEN


def _finding(dots: Sequence[Mapping[str, Any]], bars: Sequence[Mapping[str, Any]], words: Words) -> str:
    if not dots:
        return words.say("lags_none_exact", bars=len(bars))
    counts = Counter(dot["order"] for dot in dots)
    shares = {f"{name}_share": percent(counts[name] / len(dots)) for name in (LATER, SAME, EARLIER)}
    return words.say("lags_finding", n=len(dots), **{name: counts[name] for name in (LATER, SAME, EARLIER)}, **shares)
