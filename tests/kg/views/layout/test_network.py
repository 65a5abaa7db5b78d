"""The network layout: what is linked stands near, parts stand apart, nothing overlaps."""

from __future__ import annotations

import random

import numpy as np
import pytest

from kg.views.layout.network import network_positions

RADIUS = 12.0


def _place(count: int, links: list[tuple[int, int]], shown: list[bool] | None = None) -> np.ndarray:
    return np.array(network_positions(np.full(count, RADIUS), links, shown or [True] * count))


def _reforms(count: int, hubs: int, seed: int) -> list[tuple[int, int]]:
    pick = random.Random(seed)
    return [(pick.randrange(hubs), node) for node in range(hubs, count) for _ in range(pick.choice((1, 1, 2)))]


def _gaps(points: np.ndarray) -> np.ndarray:
    gaps = np.linalg.norm(points[:, None] - points[None, :], axis=2)
    return gaps[~np.eye(len(points), dtype=bool)]


@pytest.mark.parametrize("count", [30, 300, pytest.param(1500, marks=pytest.mark.slow)])
def test_linked_nodes_stand_nearer_than_others_and_none_overlap(count: int) -> None:
    links = _reforms(count, 5, 3)
    points = _place(count, links)
    near = np.mean([np.linalg.norm(points[a] - points[b]) for a, b in links])
    assert near < 0.7 * _gaps(points).mean()
    assert _gaps(points).min() > 1.6 * RADIUS


def test_the_order_and_direction_of_links_do_not_matter() -> None:
    links = _reforms(80, 4, 9)
    other = [(b, a) for a, b in reversed(links)] + links[:5] + [(7, 7)]
    assert (_place(80, links) == _place(80, other)).all()


def test_parts_do_not_lie_over_each_other_and_isolates_stand_below() -> None:
    links = [(0, n) for n in range(1, 12)] + [(20, n) for n in range(21, 26)] + [(30, 31)]
    points = _place(40, links)
    parts = [points[0:12], points[20:26], points[30:32]]
    for place, part in enumerate(parts):
        for other in parts[place + 1 :]:
            apart = (part.min(axis=0) > other.max(axis=0)) | (part.max(axis=0) < other.min(axis=0))
            assert apart.any()
    lone = points[[*range(12, 20), *range(26, 30), *range(32, 40)]]
    assert lone[:, 1].min() > np.concatenate(parts)[:, 1].max() + RADIUS


def test_kinds_hidden_at_first_do_not_move_the_others() -> None:
    links = _reforms(40, 3, 2)
    with_hidden = [*links, *[(40 + n, n) for n in range(20)], *[(40 + n, n + 7) for n in range(20)]]
    alone = _place(40, links)
    both = _place(62, with_hidden, [True] * 40 + [False] * 22)
    assert (both[:40] == alone).all()
    assert np.isfinite(both).all()
    touched = np.linalg.norm(both[40] - (alone[0] + alone[7]) / 2)
    assert touched < 120


@pytest.mark.parametrize("count", [1, 2, 3, 9])
def test_the_smallest_graphs(count: int) -> None:
    assert np.isfinite(_place(count, [])).all()
    chain = [(n, n + 1) for n in range(count - 1)]
    points = _place(count, chain)
    assert count == 1 or _gaps(points).min() > RADIUS


def test_a_picture_lies_across_the_page() -> None:
    width, height = np.ptp(_place(60, [(n, n + 1) for n in range(59)]), axis=0)
    assert width > height
