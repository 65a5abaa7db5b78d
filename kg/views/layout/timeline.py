"""The timeline layout: a lane for each initiative, years across, a mark for each region that adopts it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_MARK_ACROSS = 58.0
_MARK_DOWN = 34.0
_YEAR_MARGIN = 34.0
_LANE_MARGIN = 30.0
_HIGHEST = 0.9


@dataclass(frozen=True, slots=True)
class Adoption:
    """A region's first adoption of an initiative: indices of both nodes, and the year."""

    initiative: int
    region: int
    year: int


@dataclass(frozen=True, slots=True)
class Lane:
    """The lane of one initiative: its node, its upper and lower edge, and the spot of its own mark, in pixels."""

    node: int
    top: float
    bottom: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole layout: lanes from top to bottom, a spot for each adoption as given, x of the middle of each year."""

    lanes: list[Lane]
    marks: list[tuple[float, float]]
    years: list[tuple[int, float]]
    step: float


def timeline(adoptions: Sequence[Adoption]) -> Timeline | None:
    """Sets out lanes, years and marks.

    Args:
        adoptions: one for each pair of region and initiative, with a year.

    Returns:
        The layout; None where there is no adoption. Lanes are sorted by their first year; within a year
        the adoptions keep the order given.
    """
    if not adoptions:
        return None
    first_year = min(adoption.year for adoption in adoptions)
    last_year = max(adoption.year for adoption in adoptions)
    across = _marks_across(adoptions, last_year - first_year + 1)
    step = across * _MARK_ACROSS + _YEAR_MARGIN
    marks = [(0.0, 0.0)] * len(adoptions)
    lanes = []
    top = 0.0
    for initiative in _in_order(adoptions):
        of_lane = [index for index, adoption in enumerate(adoptions) if adoption.initiative == initiative]
        counts = Counter(adoptions[index].year for index in of_lane)
        rows = math.ceil(max(counts.values()) / across)
        bottom = top + rows * _MARK_DOWN + _LANE_MARGIN
        middle = (top + bottom) / 2.0
        seen: Counter[int] = Counter()
        for index in of_lane:
            year = adoptions[index].year
            marks[index] = _spot(seen[year], counts[year], across, (year - first_year) * step, middle)
            seen[year] += 1
        own = (min(counts) - first_year) * step - step / 2.0
        lanes.append(Lane(initiative, round(top, 1), round(bottom, 1), round(own, 1), round(middle, 1)))
        top = bottom
    years = [(year, round((year - first_year) * step, 1)) for year in range(first_year, last_year + 1)]
    return Timeline(lanes, marks, years, round(step, 1))


def _marks_across(adoptions: Sequence[Adoption], years: int) -> int:
    """How many marks stand side by side within a year: as few as leave the picture no higher than a screen is."""
    fullest: Counter[int] = Counter()
    for (initiative, _), count in Counter((adoption.initiative, adoption.year) for adoption in adoptions).items():
        fullest[initiative] = max(fullest[initiative], count)
    across = 1
    while across < max(fullest.values()):
        height = sum(math.ceil(count / across) * _MARK_DOWN + _LANE_MARGIN for count in fullest.values())
        if height <= _HIGHEST * years * (across * _MARK_ACROSS + _YEAR_MARGIN):
            break
        across += 1
    return across


def _in_order(adoptions: Sequence[Adoption]) -> list[int]:
    first: dict[int, int] = {}
    for adoption in adoptions:
        first[adoption.initiative] = min(adoption.year, first.get(adoption.initiative, adoption.year))
    return sorted(first, key=lambda initiative: (first[initiative], initiative))


def _spot(place: int, count: int, across: int, x: float, middle: float) -> tuple[float, float]:
    rows = math.ceil(count / across)
    row, column = divmod(place, across)
    in_row = min(across, count - row * across)
    return (
        round(x + (column - (in_row - 1) / 2.0) * _MARK_ACROSS, 1),
        round(middle + (row - (rows - 1) / 2.0) * _MARK_DOWN, 1),
    )
