"""The panel: a row for each region and year at risk of adopting, for the event history models of other programs.

A region comes into the risk set with its first observed year and leaves it with its adoption or its last report. A year
without a report says nothing: its row is there, ``observed`` 0, at no risk and without an event, and the next observed
one has the years since the last report as its ``gap``: the exposure, log(gap) being its offset in a complementary
log-log model. A region that had it in its first observed year (``left``), or by a year before, is absent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.tracing.facts import Facts
from kg.tracing.record import Row

COLUMNS = (
    "code", "region", "year", "level", "parent_code", "observed", "gap", "event", "at_risk", "superior_adopted",
    "siblings_share", "siblings_observed", "country_launched", "bound", "p_missed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PanelYear:
    """A region in a year.

    Attributes:
        row: its row of the record.
        year: the year.
        gap: the years since its last report; None for the first, and for a year without a report.
        event: whether this is the report that first has it.
    """

    row: Row
    year: int
    gap: int | None
    event: bool

    @property
    def observed(self) -> bool:
        """Whether a report covers the year."""
        return self.year in self.row.observed

    @property
    def at_risk(self) -> bool:
        """Whether it could adopt since its last report: it is observed, and not for the first time."""
        return self.gap is not None


def risk_years(row: Row) -> Iterator[PanelYear]:
    """The years of ``row`` from its first report to the one that first has its adoption, or to its last.

    There are none where its first report has it. An adoption that another document dates between two reports is the
    event of the next report.
    """
    if row.level == "country" or not row.silent:
        return
    last, event = row.observed[-1], None
    if row.hi is not None:
        event = next((year for year in row.observed if year >= row.hi), None)
        last = event or last
    before = None
    for year in range(row.observed[0], last + 1):
        seen = year in row.observed
        yield PanelYear(row, year, year - before if seen and before is not None else None, year == event)
        before = year if seen else before


def panel_rows(
    facts: Facts, rows: Collection[Row], everyone: Mapping[str, Row], rate: float | None
) -> Iterator[tuple[Any, ...]]:
    """Rows under ``COLUMNS``, by code and year; flags are 1 and 0, and empty where nothing tells.

    ``superior_adopted`` and ``siblings_share`` are what was known by the year before: of the superior in that year, if
    a report of it was there by then or it is known to have adopted; of the regions beside it, those that are observed
    at all. ``bound`` and ``p_missed`` are those of the region's adoption.
    """
    around = Surroundings(facts, everyone)
    for row in sorted(rows, key=lambda row: row.region.key):
        place = row.region.properties
        for at in risk_years(row):
            share, siblings = around.siblings(row, at.year)
            above = facts.superiors.of(row.region.key, at.year)
            parent = facts.regions[above].properties["code"] if above in facts.regions else None
            yield (
                place["code"], place["name"], at.year, row.level, parent, int(at.observed), at.gap,
                int(at.event) if at.observed else None, int(at.at_risk), around.superior(row, at.year), share, siblings,
                None if facts.launched is None else int(at.year >= facts.launched), row.bound, row.p_missed(rate),
            )  # fmt: skip


class Surroundings:
    """What a region could have seen around it by the year before."""

    def __init__(self, facts: Facts, everyone: Mapping[str, Row]) -> None:
        """Look around in ``everyone``, the rows of all regions."""
        self._superiors = facts.superiors
        self._everyone = everyone
        self._places: dict[int, dict[tuple[str | None, str], list[Row]]] = {}

    def superior(self, row: Row, year: int) -> int | None:
        """1 where the superior had it before ``year``, 0 where its reports by then do not say so, else None."""
        superior = self._everyone.get(self._superiors.of(row.region.key, year) or "")
        if superior is None or superior.level == "country":
            return None
        if superior.hi is not None and superior.hi < year:
            return 1
        return 0 if any(seen < year for seen in superior.observed) else None

    def siblings(self, row: Row, year: int) -> tuple[float | None, int]:
        """The share of the observed regions beside it that had it before ``year``, and how many these regions are."""
        above = self._superiors.of(row.region.key, year)
        beside = [other for other in self._under(above, row.level, year) if other is not row] if above else []
        had = sum(1 for other in beside if other.hi is not None and other.hi < year)
        return (round(had / len(beside), 4) if beside else None), len(beside)

    def _under(self, above: str, level: str, year: int) -> list[Row]:
        """The observed regions of ``level`` right under ``above`` in ``year``."""
        if year not in self._places:
            found = self._places[year] = {}
            for other in self._everyone.values():
                if other.observed:
                    place = self._superiors.of(other.region.key, year), other.level
                    found.setdefault(place, []).append(other)
        return self._places[year].get((above, level), [])
