"""Which region a code means in a document, and which other regions come into the graph with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ontology.limits import GRACE
from ontology.regions import Region, RegionTable, Split

FIRST_LISTED = 1981
"""The year of the table's first list: a region of that list was there before, as far as the table can tell."""


def was_there(region: Region, year: int) -> bool:
    """Whether ``region`` held in ``year``, give or take the years of ``GRACE``."""
    return region.holds(max(year, FIRST_LISTED), GRACE)


@dataclass(frozen=True, slots=True)
class Membership:
    """``region`` belonged to ``parent`` from ``from_year`` to ``to_year`` (inclusive; None: still does)."""

    region: Region
    parent: Region
    from_year: int
    to_year: int | None


class RegionResolver:
    """Regions as far as they were known at the end of ``horizon`` (None: all that is known)."""

    def __init__(self, table: RegionTable, horizon: int | None = None) -> None:
        """Resolve by ``table``."""
        self.table = table
        self.horizon = horizon
        self._latest = max((span.from_year for region in table for span in region.spans), default=0)

    def resolve(self, code: str, year: int | None, name: str | None = None) -> Region | None:
        """The region that ``code`` means: the one called ``name``, else that of ``year``, else the nearest in time."""
        versions = self.table.by_code(code)
        named = [region for region in versions if region.name == name]
        if named:
            return named[0]
        return self.table.at(code, year, GRACE) or (versions and _nearest(versions, year)) or None

    def closure(self, named: Iterable[Region]) -> list[Region]:
        """``named``, what they came from, what became of them, and the ancestors of them all, by key."""
        named = list(named)
        found = self._line(named, self._came_from)
        found |= self._line(named, lambda region: [heir for heir, _ in self.successions(region)])
        waiting = list(found.values())
        while waiting:
            for membership in self.memberships(waiting.pop()):
                if membership.parent.key not in found:
                    found[membership.parent.key] = membership.parent
                    waiting.append(membership.parent)
        return [found[key] for key in sorted(found)]

    def _came_from(self, region: Region) -> list[Region]:
        before = [former for former, _ in self.table.predecessors(region)]
        return before + [origin.region for origin in self.table.origins(region) if origin.founded]

    def _line(self, named: list[Region], following: Callable[[Region], list[Region]]) -> dict[str, Region]:
        found: dict[str, Region] = {}
        waiting = list(named)
        while waiting:
            region = waiting.pop()
            if region.key not in found:
                found[region.key] = region
                waiting += following(region)
        return found

    def memberships(self, region: Region) -> Iterator[Membership]:
        """What ``region`` belonged to over the years, oldest first."""
        for span in region.spans:
            if not self._known(span.from_year):
                continue
            ended = span.to_year is not None and self._known(span.to_year)
            last = span.to_year - 1 if span.to_year is not None and ended else None
            run: tuple[Region, int] | None = None
            for year in range(span.from_year, (last if last is not None else self._today(span.from_year)) + 1):
                parent = self.table.parent(region, year)
                if run and (parent is None or parent.key != run[0].key):
                    yield Membership(region, run[0], run[1], year - 1)
                    run = None
                if parent and run is None:
                    run = (parent, year)
            if run:
                yield Membership(region, run[0], run[1], last)

    def successions(self, region: Region) -> list[tuple[Region, int]]:
        """What took over the area of ``region``, with the years, as far as known."""
        return [(heir, year) for heir, year in self.table.successors(region) if self._known(year)]

    def splits(self, region: Region) -> list[Split]:
        """Of what ``region`` took a part, with the years, as far as known; each of them lived on."""
        return [origin for origin in self.table.origins(region) if self._known(origin.year)]

    def valid(self, region: Region) -> list[str]:
        """The spans in which ``region`` held, as ``1983-1989``; ``1990-`` is still open."""
        spans = [span for span in region.spans if self._known(span.from_year)] or list(region.spans[:1])
        return [
            f"{span.from_year}-{span.to_year - 1 if span.to_year is not None and self._known(span.to_year) else ''}"
            for span in spans
        ]

    def _known(self, year: int) -> bool:
        return self.horizon is None or year <= self.horizon

    def _today(self, first: int) -> int:
        return max(first, self._latest if self.horizon is None else min(self._latest, self.horizon))


def _nearest(versions: tuple[Region, ...], year: int | None) -> Region:
    def distance(region: Region) -> tuple[int, str]:
        gaps = [max(span.from_year - (year or 0), (year or 0) - (span.to_year or 9999) + 1, 0) for span in region.spans]
        return min(gaps), region.name

    return min(versions, key=distance)
