"""The parts of the network layout against plain, slow ways to say the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.views.layout.nearby import near_pairs, push_apart
from kg.views.layout.pivots import pivot_positions
from kg.views.layout.repulsion import repulsion

CELLS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=40)


@given(CELLS)
def test_near_pairs_are_all_pairs_in_adjacent_cells(cells: list[tuple[int, int]]) -> None:
    first, second = near_pairs(np.array(cells, dtype=np.int64))
    found = sorted((min(a, b), max(a, b)) for a, b in zip(first.tolist(), second.tolist(), strict=True))
    wanted = [
        (a, b)
        for a in range(len(cells))
        for b in range(a + 1, len(cells))
        if abs(cells[a][0] - cells[b][0]) <= 1 and abs(cells[a][1] - cells[b][1]) <= 1
    ]
    assert found == wanted


def _every_pair(points: np.ndarray, mass: np.ndarray) -> np.ndarray:
    gap = points[:, None, :] - points[None, :, :]
    return ((mass[:, None] * mass[None, :] / ((gap**2).sum(axis=2) + 1e-4))[:, :, None] * gap).sum(axis=1)


@pytest.mark.parametrize(("count", "most"), [(2, 1e-9), (11, 1e-9), (300, 0.02), (2000, 0.02)])
def test_repulsion_is_near_the_sum_over_all_pairs(count: int, most: float) -> None:
    draw = np.random.default_rng(5)
    points = np.concatenate([draw.normal(0, 1, (count // 2, 2)), draw.normal(8, 3, (count - count // 2, 2))])
    mass = draw.uniform(1, 4, count)
    exact = _every_pair(points, mass)
    error = np.linalg.norm(repulsion(points, mass) - exact, axis=1).mean()
    assert error <= most * np.linalg.norm(exact, axis=1).mean()


def test_pushed_apart_circles_no_longer_overlap_and_fixed_ones_stay() -> None:
    points = np.zeros((30, 2))
    points[:10] = np.random.default_rng(1).uniform(0, 20, (10, 2))
    radii = np.linspace(3.0, 9.0, 30)
    movable = np.ones(30, dtype=bool)
    movable[3] = False
    moved = push_apart(points, radii, movable, rounds=400)
    gap = np.linalg.norm(moved[:, None] - moved[None, :], axis=2) - radii[:, None] - radii[None, :]
    assert gap[~np.eye(30, dtype=bool)].min() > -0.05
    assert moved[3].tolist() == points[3].tolist()


def test_pivots_unfold_a_chain_in_its_order() -> None:
    chain = [[n for n in (node - 1, node + 1) if 0 <= n < 40] for node in range(40)]
    across = pivot_positions(chain)[:, 0]
    assert (np.diff(across) > 0).all() or (np.diff(across) < 0).all()


def test_leaves_of_one_hub_do_not_fall_on_one_spot() -> None:
    star = [list(range(1, 50))] + [[0]] * 49
    points = pivot_positions(star)
    assert len({tuple(point) for point in points.round(6).tolist()}) == 50
