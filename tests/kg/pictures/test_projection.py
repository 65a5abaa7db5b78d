"""Outlines on a grid: equal areas, neighbours that share their border, islands that do not vanish."""

from __future__ import annotations

import math
import re

import pytest

from kg.pictures.outlines import Ring
from kg.pictures.projection import Grid, albers, path, place_of_name


def square(west: float, south: float, east: float, north: float) -> Ring:
    return ((west, south), (east, south), (east, north), (west, north))


def test_albers_gives_the_figures_of_snyder() -> None:
    """The example of Snyder 1987, p. 291: standard parallels 29°30' and 45°30', from 23° N and 96° W to 35° N and 75° W."""
    edges = [(-96.0, 29.5 - 16 / 4), (-96.0, 45.5 + 16 / 4)]  # whose sixths are the parallels
    project = albers([tuple(edges)])
    x, y = project(-75.0, 35.0)
    _, origin = project(-96.0, 23.0)
    assert (round(x, 7), round(origin - y, 7)) == (0.2952720, 0.2416774)


@pytest.mark.parametrize("south", [-40.0, -10.0, 20.0])
def test_equal_areas_are_equal_and_north_is_up(south: float) -> None:
    rings = [square(100, south, 102, south + 2), square(108, south + 16, 110, south + 18)]
    project = albers([*rings, square(98, south, 112, south + 20)])

    def area(ring: Ring) -> float:
        fine = [(a + (c - a) * t / 50, b + (d - b) * t / 50) for (a, b), (c, d) in zip(ring, [*ring[1:], ring[0]], strict=True) for t in range(50)]
        at = [project(*point) for point in fine]
        return abs(sum(a * d - c * b for (a, b), (c, d) in zip(at, [*at[1:], at[0]], strict=True)))

    real = [math.sin(math.radians(ring[2][1])) - math.sin(math.radians(ring[0][1])) for ring in rings]
    assert area(rings[0]) / area(rings[1]) == pytest.approx(real[0] / real[1], rel=1e-4)
    assert project(105, south + 18)[1] < project(105, south)[1]
    assert project(112, south + 9)[0] > project(98, south + 9)[0]


def test_neighbours_share_the_points_of_their_border() -> None:
    border = [(101 + math.sin(step) / 9, 30 + step / 100) for step in range(101)]
    left: Ring = ((100.0, 31.0), (100.0, 30.0), *border)
    right: Ring = ((102.0, 30.0), (102.0, 31.0), *reversed(border))
    grid = Grid([left, right], 300)
    shared = {tuple(point) for point in grid.ring(left)} & {tuple(point) for point in grid.ring(right)}
    assert len(shared) > 60


def test_points_that_say_nothing_are_left_out() -> None:
    ring: Ring = (*((100 + step / 1000, 30.0) for step in range(1001)), (101.0, 31.0), (100.0, 31.0))
    assert len(Grid([ring], 500).ring(ring)) < 60  # a parallel is bent, but by few steps


def test_paths_are_whole_numbers_and_an_island_is_a_dot() -> None:
    assert path([[(0, 0), (10, 0), (10, 5)]]) == "M0 0l10 0 0 5z"
    assert path([[(3, 4)], [(3, 4)], [(7, 1), (8, 1)]]) == "M3 4h1v1h-1zM7 1h1v1h-1zM8 1h1v1h-1z"
    assert path([[(5, 5), (2, 4), (3, 1)]]) == "M5 5l-3-1 1-3z"
    assert re.fullmatch(r"[Mlhvz\d\s-]*", path([[(0, 0), (1, 1), (2, 0)]]))


def test_a_name_stands_in_the_widest_part_of_the_largest_ring() -> None:
    bow = [(0, 0), (30, 0), (30, 20), (20, 20), (20, 8), (10, 8), (10, 20), (0, 20)]
    x, y, wide, high = place_of_name([[(50, 50), (51, 50), (51, 51)], bow])
    assert (0 < x < 10 or 20 < x < 30) and wide == 10 and 0 < high <= 20 and 8 < y < 12
    assert place_of_name([[(3, 4)]]) == (3.0, 4.0, 0.0, 0.0)
    assert place_of_name([[(0, 0), (0, 9), (0, 5)]])[2:] == (0.0, 0.0)
