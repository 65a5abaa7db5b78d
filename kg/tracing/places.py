"""Which region a row of a researcher's table means: by code or name, in its year."""

from __future__ import annotations

from collections.abc import Callable

from ontology.limits import GRACE
from ontology.regions import Region, RegionTable

_LARGE = ("province", "prefecture")  # levels at which a name without its kind (四川, 遂宁) is usual


class Places:
    """Regions by what tables call them."""

    def __init__(self, table: RegionTable) -> None:
        """Index ``table``."""
        self._table = table
        calls: list[Callable[[Region], str | None]] = [
            lambda region: region.name,
            lambda region: region.full_name,
            lambda region: region.province + region.name,
            lambda region: region.short_name if region.level == _LARGE[0] else None,
            lambda region: region.short_name if region.level == _LARGE[1] else None,
        ]
        self._named: list[dict[str, list[Region]]] = [{} for _ in calls]
        for region in table:
            for named, called in zip(self._named, calls, strict=True):
                if name := called(region):
                    named.setdefault(name, []).append(region)

    def find(self, name: str, code: str, province: str, year: int) -> list[Region]:
        """The regions that are meant: one, several of a name, or none; a code decides alone.

        A name counts as the official one, else with what lies above it, else without its kind; that of a year, or of
        the year next to it. ``province`` tells regions of one name apart.
        """
        if code:
            region = self._table.at(code, year, GRACE)
            return [region] if region else []
        for named in self._named:
            there = [region for region in named.get(name, ()) if _in(region, province)]
            for grace in (0, GRACE):
                if found := [region for region in there if region.holds(year, grace)]:
                    return found
        return []


def _in(region: Region, province: str) -> bool:
    return not province or region.name == province or region.province.startswith(province)
