"""Pairs of points that lie near each other, found by a grid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Indices = NDArray[np.int64]

# A cell and the half of its neighbours that lie ahead of it: every pair is met once.
_AHEAD = ((0, 0), (0, 1), (1, -1), (1, 0), (1, 1))


def near_pairs(cells: Indices) -> tuple[Indices, Indices]:
    """All pairs of points in the same or in adjacent cells.

    Args:
        cells: the column and row of each point's cell, shape (n, 2), none negative.

    Returns:
        Two arrays of equal length: the first and second point of each pair, each pair once.
    """
    stride = int(cells[:, 1].max()) + 3
    place = cells[:, 0] * stride + cells[:, 1] + 1
    order = np.argsort(place, kind="stable")
    placed = place[order]
    firsts: list[Indices] = []
    seconds: list[Indices] = []
    for columns, rows in _AHEAD:
        target = placed + columns * stride + rows
        low = np.searchsorted(placed, target, "left")
        if (columns, rows) == (0, 0):
            low = np.arange(1, len(placed) + 1)
        high = np.searchsorted(placed, target, "right")
        count = high - low
        first = np.repeat(np.arange(len(placed)), count)
        ends = np.cumsum(count)
        within = np.arange(len(first)) - np.repeat(ends - count, count)
        firsts.append(order[first])
        seconds.append(order[np.repeat(low, count) + within])
    return np.concatenate(firsts), np.concatenate(seconds)


def push_apart(points: Points, radii: NDArray[np.float64], movable: NDArray[np.bool_], rounds: int = 40) -> Points:
    """Moves points until their circles no longer overlap.

    Args:
        points: shape (n, 2).
        radii: the room each point needs, in the same unit, shape (n,).
        movable: which points may move.
        rounds: how often overlaps are looked for at most.

    Returns:
        The points moved; those that are not movable stay.
    """
    moved = points.copy()
    share = movable.astype(np.float64)
    reach = 2.0 * float(radii.max())
    for _ in range(rounds):
        cells = np.floor((moved - moved.min(axis=0)) / reach).astype(np.int64)
        first, second = near_pairs(cells)
        gap = moved[second] - moved[first]
        distance = np.sqrt(gap[:, 0] ** 2 + gap[:, 1] ** 2)
        overlap = radii[first] + radii[second] - distance
        weight = share[first] + share[second]
        hit = (overlap > 1e-3) & (weight > 0)
        if not hit.any():
            break
        first, second, gap, overlap = first[hit], second[hit], gap[hit], overlap[hit]
        distance, weight = distance[hit], weight[hit]
        # Points on the very same spot have no direction between them: they part along a fixed one.
        gap[distance < 1e-9] = (0.8, 0.6)
        step = gap / np.maximum(distance, 1e-9)[:, None] * (overlap * 0.55 / weight)[:, None]
        step[distance < 1e-9] = np.array((0.8, 0.6)) * (overlap * 0.55 / weight)[distance < 1e-9, None]
        for axis in (0, 1):
            forward = np.bincount(second, step[:, axis] * share[second], len(moved))
            backward = np.bincount(first, step[:, axis] * share[first], len(moved))
            moved[:, axis] += forward - backward
    return moved
