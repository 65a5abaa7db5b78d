"""The network layout of one connected graph: linked nodes draw near, all nodes keep apart."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.views.layout.nearby import Points, push_apart
from kg.views.layout.pivots import pivot_positions
from kg.views.layout.repulsion import repulsion

LINK = 70.0
"""The length that a link between two ordinary nodes tends to, in pixels at scale 1."""

_ROUNDS = 220
_ROUNDS_LARGE = 130
_LARGE = 1500


def force_positions(links: Sequence[tuple[int, int]], radii: NDArray[np.float64]) -> Points:
    """Lays out a connected graph.

    Args:
        links: pairs of node indices, each pair once.
        radii: the room each node needs, shape (n,), in pixels.

    Returns:
        Positions in pixels, shape (n, 2), centred on 0, the longer side across.
    """
    count = len(radii)
    if count == 1:
        return np.zeros((1, 2))
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for first, second in links:
        neighbours[first].append(second)
        neighbours[second].append(first)
    points = pivot_positions(neighbours)
    degree = np.array([float(len(near)) for near in neighbours])
    points = _settle(points, np.array(links, dtype=np.int64), degree)
    points = push_apart(points * LINK, radii, np.ones(count, dtype=np.bool_))
    return _across(points)


def _settle(points: Points, links: NDArray[np.int64], degree: NDArray[np.float64]) -> Points:
    """Lets the forces act, with steps that grow shorter (Fruchterman and Reingold 1991).

    A node pushes by its degree, as in ForceAtlas2 (Jacomy and others 2014), but by the square root, so that hubs
    stand apart and their leaves gather round them.
    """
    count = len(points)
    mass = np.sqrt(1.0 + degree)
    rounds = _ROUNDS if count <= _LARGE else _ROUNDS_LARGE
    first, second = links[:, 0], links[:, 1]
    # A link between two hubs is slacker than one between a hub and a smaller node,
    # and that of a leaf is the firmest, or all the others together would push the leaf off the page.
    lesser = np.minimum(degree[first], degree[second])
    stiffness = np.where(lesser > 1.0, 1.0 / np.sqrt(np.sqrt(lesser)), 1.8)
    hottest = 0.12 * math.sqrt(count) + 0.3
    for turn in range(rounds):
        force = repulsion(points, mass) * 0.42
        gap = points[second] - points[first]
        pull = gap * (np.sqrt(gap[:, 0] ** 2 + gap[:, 1] ** 2) * stiffness)[:, None]
        for axis in (0, 1):
            force[:, axis] += np.bincount(first, pull[:, axis], count) - np.bincount(second, pull[:, axis], count)
        # A pull to the middle keeps long chains from flying off; the picture is wider than high.
        middle = points.mean(axis=0)
        force -= (points - middle) * mass[:, None] * np.array((0.010, 0.022))
        heat = hottest * (1.0 - turn / rounds) ** 1.5 + 0.005
        length = np.sqrt(force[:, 0] ** 2 + force[:, 1] ** 2)
        points = points + force * (np.minimum(length, heat) / np.maximum(length, 1e-12))[:, None]
    return points


def _across(points: Points) -> Points:
    """Turns a picture so that its longer axis lies across the page."""
    centred = points - points.mean(axis=0)
    xx, yy = float((centred[:, 0] ** 2).sum()), float((centred[:, 1] ** 2).sum())
    xy = float((centred[:, 0] * centred[:, 1]).sum())
    angle = 0.5 * math.atan2(2.0 * xy, xx - yy)
    cosine, sine = math.cos(angle), math.sin(angle)
    turned = np.stack(
        (centred[:, 0] * cosine + centred[:, 1] * sine, centred[:, 1] * cosine - centred[:, 0] * sine), axis=1
    )
    middle: Points = (turned.max(axis=0) + turned.min(axis=0)) / 2.0
    return turned - middle
