"""Outlines in degrees as paths of a picture: an equal-area projection, on a grid of whole numbers to keep them short.

Neighbours share the points of their border, and on a grid they still do, so no gap opens between them, which it would
if each outline were simplified by itself.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from kg.pictures.outlines import Ring

Point = tuple[int, int]
Project = Callable[[float, float], tuple[float, float]]

_FLAT = 1e-3  # below which a cone is so flat that it is a cylinder


def albers(rings: Iterable[Ring]) -> Project:
    """Albers' equal-area conic projection for what ``rings`` cover; x to the east, y to the south, in earth radii.

    The standard parallels lie a sixth of the height from either edge (Snyder, Map Projections: A Working Manual, USGS
    Professional Paper 1395, 1987, p. 98 to 103).
    """
    points = [point for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    middle = math.radians((west + east) / 2)
    lower, upper = (math.radians(south + (north - south) * part) for part in (1 / 6, 5 / 6))
    cone = (math.sin(lower) + math.sin(upper)) / 2
    if abs(cone) < _FLAT:
        across = math.cos(lower)
        return lambda x, y: ((math.radians(x) - middle) * across, -math.sin(math.radians(y)) / across)
    constant = math.cos(lower) ** 2 + 2 * cone * math.sin(lower)

    def project(x: float, y: float) -> tuple[float, float]:
        away = math.sqrt(max(0.0, constant - 2 * cone * math.sin(math.radians(y)))) / cone
        turn = cone * (math.radians(x) - middle)
        return away * math.sin(turn), away * math.cos(turn)

    return project


class Grid:
    """Where projected points fall on a grid so and so many cells wide or high, whichever is more."""

    def __init__(self, rings: Sequence[Ring], cells: int) -> None:
        self._project = albers(rings)
        placed = [self._project(*point) for ring in rings for point in ring]
        self._left, self._top = min(x for x, _ in placed), min(y for _, y in placed)
        wide, high = max(x for x, _ in placed) - self._left, max(y for _, y in placed) - self._top
        self._scale = cells / (max(wide, high) or 1.0)
        self.width, self.height = (max(1, round(size * self._scale)) for size in (wide, high))

    def ring(self, ring: Ring) -> list[Point]:
        """The points of ``ring`` on the grid, without those that say nothing: said twice, or on a straight line."""
        found: list[Point] = []
        for point in ring:
            x, y = self._project(*point)
            at = round((x - self._left) * self._scale), round((y - self._top) * self._scale)
            if found and found[-1] == at:
                continue
            if len(found) > 1 and _straight(found[-2], found[-1], at):
                found.pop()
            found.append(at)
        while len(found) > 1 and found[0] == found[-1]:
            found.pop()
        return found


def _straight(first: Point, second: Point, third: Point) -> bool:
    """Whether the way goes straight on at ``second``."""
    (a, b), (c, d) = (second[0] - first[0], second[1] - first[1]), (third[0] - second[0], third[1] - second[1])
    return a * d == b * c and a * c + b * d > 0


def path(rings: Iterable[Sequence[Point]]) -> str:
    """``rings`` as the data of an SVG path; one that is less than an area, as a small island, is a dot of one cell."""
    parts: dict[str, None] = {}  # islands that fall on one dot are one
    for ring in rings:
        if len(ring) < 3:  # corners of an area
            parts.update((f"M{x} {y}h1v1h-1z", None) for x, y in ring)
            continue
        steps = (f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(ring))
        parts[f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z"] = None
    return "".join(parts).replace(" -", "-")


def place_of_name(rings: Sequence[Sequence[Point]]) -> tuple[float, float, float, float]:
    """Where a name stands and its room, as x, y, width and height.

    It is the middle of the widest part of the largest ring, at the height of that ring's centre.
    """
    ring = max(rings, key=lambda points: abs(_area(points)))
    area = _area(ring)
    if not area:
        return float(ring[0][0]), float(ring[0][1]), 0.0, 0.0
    centre = sum((b + d) * (a * d - c * b) for (a, b), (c, d) in _sides(ring)) / (3 * area)
    y = math.floor(centre) + 0.5  # through no corner
    left, right = max(_cuts(ring, y), key=lambda span: span[1] - span[0], default=(0.0, 0.0))
    x = math.floor((left + right) / 2) + 0.5
    turned = [(b, a) for a, b in ring]
    above, below = next((span for span in _cuts(turned, x) if span[0] <= y <= span[1]), (y, y))
    return x, y, round(right - left, 1), round(2 * min(y - above, below - y), 1)


def _cuts(ring: Sequence[Point], y: float) -> list[tuple[float, float]]:
    """Where a level line at ``y`` runs inside ``ring``, from x to x."""
    at = sorted(a + (y - b) * (c - a) / (d - b) for (a, b), (c, d) in _sides(ring) if (b < y) != (d < y))
    return list(zip(at[::2], at[1::2], strict=True))


def _sides(ring: Sequence[Point]) -> Iterable[tuple[Point, Point]]:
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def _area(ring: Sequence[Point]) -> float:
    """Twice the area, by the sense of turning negative."""
    return float(sum(a * d - c * b for (a, b), (c, d) in _sides(ring)))
