"""What one region is to another: superior, one of those below, sibling, fellow province, peer of the same level."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.tracing.background import calendar_span
from kg.tracing.hidden import Integers

RELATIONS = SUPERIOR, BELOW, SIBLING, PROVINCE, PEER = ("superior", "below", "sibling", "province", "peer")
"""Of an origin to a destination: above it (at any height below the country); below it; of the same parent and level;
both provinces; else of the same level."""
NONE = -1


@dataclass(frozen=True, slots=True)
class Adopter:
    """A region in a cascade.

    Attributes:
        code: its code, or its key in a graph.
        level: its level.
        parent: that of the region above it; None where nothing is above it.
        lo: the last year known, as far as reports tell, to be without the reform.
        hi: the first year known to have it; None where it is not known to have it.
        date: the day or month in ``hi`` in which it has it, where that is known.
    """

    code: str
    level: str
    parent: str | None
    lo: int | None
    hi: int | None
    date: str | None = None

    @property
    def span(self) -> tuple[float, float]:
        """The calendar points between which it adopted; ∞ where it is not known to have it."""
        low = -math.inf if self.lo is None else self.lo + 1.0
        if self.hi is None:
            return low, math.inf
        return calendar_span(self.date) if self.date and self.lo is not None else (low, self.hi + 1.0)


def relate(regions: Sequence[Adopter]) -> Integers:
    """Destination × origin: the place in ``RELATIONS`` of what the origin is to it, or ``NONE``."""
    places = {region.code: place for place, region in enumerate(regions)}
    parents = {region.code: region.parent for region in regions}
    levels = np.array([region.level for region in regions])
    _, above = np.unique([region.parent or "" for region in regions], return_inverse=True)
    same = levels[:, None] == levels
    found = np.where(same, RELATIONS.index(PEER), NONE)
    found[same & (above[:, None] == above)] = RELATIONS.index(SIBLING)
    provinces = levels == "province"
    found[same & provinces[:, None] & provinces] = RELATIONS.index(PROVINCE)
    for code, place in places.items():
        superior = parents[code]
        while superior is not None:
            if superior in places:
                found[place, places[superior]] = RELATIONS.index(SUPERIOR)
                found[places[superior], place] = RELATIONS.index(BELOW)
            superior = parents.get(superior)
    np.fill_diagonal(found, NONE)
    return found.astype(np.int64)
