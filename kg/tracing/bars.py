"""The adoption curve drawn in text, with the coverage beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.tracing.adopters import adopters
from kg.tracing.record import Row
from kg.tracing.words import EXACT, INTERVAL, LEFT, UNOBSERVED

WIDTH = 48
"""Characters of the longest bar at most."""
LEAD = 3
"""Years shown before the first adoption."""
_MARKS = {EXACT: "█", INTERVAL: "▓", LEFT: "░", UNOBSERVED: "░"}


def curve(rows: Collection[Row], launched: int | None) -> Iterator[str]:
    """One line a year, from ``LEAD`` years before the first adoption to the last report: the adopters so far, by bound.

    The regions with a report on the year stand beside them: a rise with them is one of the sources.
    """
    found = adopters(rows)
    if not found:
        return
    years = [row.hi for row in found if row.hi is not None]
    last = max(*years, *(year for row in rows for year in row.observed if row.level != "country"), years[-1])
    scale = max(1.0, len(found) / WIDTH)
    for year in range(years[0] - LEAD, last + 1):
        so_far = [row for row in found if row.hi is not None and row.hi <= year]
        counts = {mark: sum(1 for row in so_far if _MARKS[row.bound] == mark) for mark in ("█", "▓", "░")}
        bar, done, drawn = "", 0, 0
        for mark, count in counts.items():
            done += count
            bar += mark * (round(done / scale) - drawn)
            drawn = round(done / scale)
        new = sum(1 for row in so_far if row.hi == year)
        observed = sum(1 for row in rows if year in row.observed and row.level != "country")
        mark = " ←" if year == launched else ""
        yield f"{year} {bar} {len(so_far)}{f' (+{new})' if new else ''}  observed {observed}{mark}"
