"""Which functional area a name means in a region: one of the list, or one that only the documents name."""

from __future__ import annotations

from dataclasses import dataclass

from kg.keys import area_key
from ontology.areas import Area, area_table
from ontology.regions import Region, RegionTable


@dataclass(frozen=True, slots=True)
class ResolvedArea:
    """An area: the key and the name of its node, and its entry in the list; None where the list has none."""

    key: str
    name: str
    listed: Area | None

    @property
    def kind(self) -> str | None:
        """One of ``area_kinds`` of the schema."""
        return self.listed.kind if self.listed else None

    def valid(self, horizon: int | None) -> list[str]:
        """Since when until when it was there, as known at the end of ``horizon``; empty where no list has it."""
        if self.listed is None or self.listed.from_year is None:
            return []
        ended = self.listed.to_year if _known(self.listed.to_year, horizon) else None
        return [f"{self.listed.from_year}-{'' if ended is None else ended - 1}"]

    def became(self, table: RegionTable, horizon: int | None) -> tuple[Region, int] | None:
        """The region that took its place, and the year."""
        if self.listed is None or self.listed.became is None:
            return None
        region = table.by_code(self.listed.became)[0]
        year = region.spans[0].from_year
        return (region, year) if _known(year, horizon) else None


def resolve_area(name: str, region: Region) -> ResolvedArea:
    """The area that a document means by ``name``, which lies in ``region``."""
    listed = area_table().find(name, region)
    if listed:
        return ResolvedArea(area_key(listed.code, listed.name), listed.name, listed)
    return ResolvedArea(area_key(region.code, name), name, None)


def _known(year: int | None, horizon: int | None) -> bool:
    return year is not None and (horizon is None or year <= horizon)
