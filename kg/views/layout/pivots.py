"""A first rough picture of a connected graph: distances to a few pivots, laid flat.

Pivot MDS (Brandes and Pich 2006) unfolds the large structure at once, so that the forces need few rounds after it.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence

import numpy as np

from kg.views.layout.nearby import Points

_PIVOTS = 24
_POWER_ROUNDS = 60
_GOLDEN_ANGLE = math.pi * (3.0 - math.sqrt(5.0))


def pivot_positions(neighbours: Sequence[Sequence[int]]) -> Points:
    """First positions of a connected graph, about one apart for neighbours.

    Args:
        neighbours: the neighbours of each node, by index; all nodes reach each other.

    Returns:
        Positions, shape (n, 2); no two of them equal.
    """
    count = len(neighbours)
    columns = _distances(neighbours)
    squared = columns**2
    centred = (squared.mean(axis=0)[None, :] + squared.mean(axis=1)[:, None] - squared.mean() - squared) / 2.0
    points = np.zeros((count, 2))
    products = [
        [float((centred[:, a] * centred[:, b]).sum()) for b in range(centred.shape[1])] for a in range(centred.shape[1])
    ]
    first = _strongest(products, None)
    second = _strongest(products, first)
    for axis, vector in enumerate((first, second)):
        along = sum(centred[:, index] * share for index, share in enumerate(vector))
        points[:, axis] = along
    extent = max(float(np.abs(points).max()), 1e-9)
    points *= float(columns.max()) / 2.0 / extent
    # Leaves of one hub fall on one spot: a small spiral parts them.
    for index in range(count):
        reach = 0.35 * math.sqrt((index + 1) / count)
        points[index, 0] += reach * math.cos(index * _GOLDEN_ANGLE)
        points[index, 1] += reach * math.sin(index * _GOLDEN_ANGLE)
    return points


def _distances(neighbours: Sequence[Sequence[int]]) -> Points:
    """Steps from every node to each pivot; each new pivot is the node farthest from those before it."""
    count = len(neighbours)
    pivot = max(range(count), key=lambda node: (len(neighbours[node]), -node))
    nearest = np.full(count, np.inf)
    columns = []
    for _ in range(min(_PIVOTS, count)):
        steps = _steps_from(pivot, neighbours)
        columns.append(steps)
        nearest = np.minimum(nearest, steps)
        pivot = int(np.argmax(nearest))
    return np.stack(columns, axis=1)


def _steps_from(start: int, neighbours: Sequence[Sequence[int]]) -> Points:
    steps = np.full(len(neighbours), -1.0)
    steps[start] = 0.0
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in neighbours[node]:
            if steps[other] < 0:
                steps[other] = steps[node] + 1.0
                queue.append(other)
    return steps


def _strongest(products: list[list[float]], beside: list[float] | None) -> list[float]:
    """The leading eigenvector of a symmetric matrix, at right angles to ``beside`` where that is given."""
    size = len(products)
    vector = [1.0 + 0.37 * ((index * 7) % 5) for index in range(size)]
    for _ in range(_POWER_ROUNDS):
        if beside is not None:
            along = _dot(vector, beside)
            vector = [a - along * b for a, b in zip(vector, beside, strict=True)]
        vector = [_dot(row, vector) for row in products]
        length = math.sqrt(_dot(vector, vector))
        if length < 1e-12:
            return [1.0 if index == size - 1 else 0.0 for index in range(size)]
        vector = [a / length for a in vector]
    return vector


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    """The inner product, rounded once: ``sum`` rounds otherwise from Python 3.12 on, and nodes would lie elsewhere."""
    return math.fsum(a * b for a, b in zip(one, other, strict=True))
