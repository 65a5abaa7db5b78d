"""The levels layout: initiatives, centre, province, prefecture, county, agencies as bands, each province a column."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

BANDS = (
    "Initiative", "country", "province", "prefecture", "county", "region", "Area",
    "Agency", "Policy", "Event", "Measurement", "Document", "Year", "other",
)  # fmt: skip
"""The bands from top to bottom; those without nodes are left out."""

_ACROSS = 62.0
_DOWN = 50.0
_PADDING = 66.0
_BETWEEN_COLUMNS = 26.0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a node belongs: its band, its province (two digits, empty for none), and its rank within both."""

    band: str
    province: str
    rank: tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Band:
    """One band of the layout: its name in :data:`BANDS`, and its upper and lower edge in pixels."""

    name: str
    top: float
    bottom: float


@dataclass(slots=True)
class _Column:
    """The strip that belongs to one province."""

    left: float = 0.0
    slots: int = 1
    members: dict[str, list[int]] = field(default_factory=dict)


def level_positions(standings: Sequence[Standing]) -> tuple[list[tuple[float, float]], list[Band]]:
    """Where each node stands in the levels layout.

    Args:
        standings: one for each node.

    Returns:
        x and y of each node in pixels, y downwards; and the bands that have nodes, from top to bottom.
    """
    columns, wide = _columns(standings)
    width = _set_out(columns, wide)
    points = [(0.0, 0.0)] * len(standings)
    bands = []
    top = 0.0
    for name in BANDS:
        inside = [(column.left, column.slots, column.members[name]) for column in columns if name in column.members]
        if name in wide:
            inside.append((0.0, max(1, int(width / (_ACROSS * 1.3))), wide[name]))
        if not inside:
            continue
        rows = max(math.ceil(len(members) / slots) for _, slots, members in inside)
        bottom = top + (rows - 1) * _DOWN + 2 * _PADDING
        for left, slots, members in inside:
            full = slots * _ACROSS if name not in wide or members is not wide[name] else width
            _fill(points, members, left, full, slots, (top + bottom) / 2.0)
        bands.append(Band(name, round(top, 1), round(bottom, 1)))
        top = bottom
    return [(round(x - width / 2.0, 1), round(y, 1)) for x, y in points], bands


def _columns(standings: Sequence[Standing]) -> tuple[list[_Column], dict[str, list[int]]]:
    """The members of each province by band, and those of no province by band, all in their rank."""
    provinces: dict[str, _Column] = {}
    wide: dict[str, list[int]] = {}
    for index in sorted(range(len(standings)), key=lambda node: (standings[node].rank, node)):
        standing = standings[index]
        members = provinces.setdefault(standing.province, _Column()).members if standing.province else wide
        members.setdefault(standing.band, []).append(index)
    return [provinces[code] for code in sorted(provinces)], wide


def _set_out(columns: Sequence[_Column], wide: dict[str, list[int]]) -> float:
    """Gives each province its place, in as many rows as keep the page from growing much wider than high."""
    everyone = sum(len(members) for column in columns for members in column.members.values())
    everyone += sum(len(members) for band, members in wide.items() if band not in ("Document", "Year"))
    goal = max(16, len(columns), math.ceil(1.6 * math.sqrt(everyone)))
    largest = [max(map(len, column.members.values())) for column in columns]
    rows = 1
    while sum(math.ceil(count / rows) for count in largest) > goal and rows < max(largest):
        rows += 1
    left = 0.0
    for column, count in zip(columns, largest, strict=True):
        column.left, column.slots = left, math.ceil(count / rows)
        left += column.slots * _ACROSS + _BETWEEN_COLUMNS
    return max(left - _BETWEEN_COLUMNS, 16 * _ACROSS)


def _fill(
    points: list[tuple[float, float]], members: Sequence[int], left: float, width: float, slots: int, middle: float
) -> None:
    """Puts members in rows of ``slots``, each row spread over the width; neighbours a little up and down in turn."""
    rows = math.ceil(len(members) / slots)
    for place, node in enumerate(members):
        row, column = divmod(place, slots)
        in_row = min(slots, len(members) - row * slots)
        x = left + width * (column + 0.5) / in_row
        y = middle + (row - (rows - 1) / 2.0) * _DOWN
        if in_row > 1:
            y += _DOWN * (0.17 if column % 2 else -0.17)
        points[node] = (x, y)
