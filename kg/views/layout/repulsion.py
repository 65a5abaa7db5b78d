"""How every point of a picture pushes every other away, in little more than linear time.

Far points are taken together by the cells of ever finer grids (the interaction lists of the fast multipole
method, Greengard and Rokhlin 1987, with the centre of mass alone), near ones one by one. Only sums, products
and square roots are used, and no matrix product, so that the same points give the same bytes on every machine.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kg.views.layout.nearby import Points, near_pairs

_OFFSETS = np.array([(x, y) for x in range(-3, 4) for y in range(-3, 4) if max(abs(x), abs(y)) > 1])
_SOFTEN = 1e-4
_IN_A_CELL = 3


def repulsion(points: Points, mass: NDArray[np.float64]) -> Points:
    """The push on each point: the sum of ``mass_i * mass_j / distance`` away from every other.

    Args:
        points: shape (n, 2).
        mass: how strongly each one pushes, shape (n,).

    Returns:
        The pushes, shape (n, 2).
    """
    count = len(points)
    low = points.min(axis=0)
    span = max(float((points - low).max()) * 1.0001, 1e-9)
    finest = 1
    while _IN_A_CELL << (2 * finest) <= count:
        finest += 1
    force = np.zeros_like(points)
    for level in range(2, finest + 1):
        force += _far(points, mass, np.floor((points - low) / span * (1 << level)).astype(np.int64), 1 << level)
    near = np.floor((points - low) / span * (1 << finest)).astype(np.int64)
    first, second = near_pairs(near)
    gap = points[second] - points[first]
    strength = mass[first] * mass[second] / (gap[:, 0] ** 2 + gap[:, 1] ** 2 + _SOFTEN)
    for axis in (0, 1):
        push = gap[:, axis] * strength
        force[:, axis] += np.bincount(second, push, count) - np.bincount(first, push, count)
    return force


def _far(points: Points, mass: NDArray[np.float64], cells: NDArray[np.int64], side: int) -> Points:
    """The push of the cells that are near the parent of a point's cell, but not near the cell itself."""
    place = cells[:, 0] * side + cells[:, 1]
    weight = np.bincount(place, mass, side * side)
    full = np.maximum(weight, 1e-12)
    centre_x = np.bincount(place, mass * points[:, 0], side * side) / full
    centre_y = np.bincount(place, mass * points[:, 1], side * side) / full
    other = cells[:, None, :] + _OFFSETS[None, :, :]
    inside = ((other >= 0) & (other < side)).all(axis=2)
    related = (np.abs((other >> 1) - (cells >> 1)[:, None, :]) <= 1).all(axis=2)
    target = np.where(inside & related, other[:, :, 0] * side + other[:, :, 1], 0)
    pull = np.where(inside & related, weight[target], 0.0)
    gap_x = points[:, 0, None] - centre_x[target]
    gap_y = points[:, 1, None] - centre_y[target]
    strength = pull / (gap_x**2 + gap_y**2 + _SOFTEN) * mass[:, None]
    return np.stack(((gap_x * strength).sum(axis=1), (gap_y * strength).sum(axis=1)), axis=1)
