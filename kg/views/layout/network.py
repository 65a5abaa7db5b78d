"""The network layout: connected parts by forces, packed apart; isolates in rows; hidden kinds beside others."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.views.layout.force import force_positions
from kg.views.layout.nearby import Points, push_apart
from kg.views.layout.packing import pack, rows

_GOLDEN_ANGLE = math.pi * (3.0 - math.sqrt(5.0))
_ROW_STEP = 64.0
_BELOW = 110.0


def network_positions(
    radii: NDArray[np.float64], links: Sequence[tuple[int, int]], shown: Sequence[bool]
) -> list[tuple[float, float]]:
    """Where each node stands in the network layout.

    Nodes of kinds that a page hides at first have no say in the picture: they are put beside what they touch
    when all others stand, so that they may be switched on without a jump.

    Args:
        radii: the room each node needs, in pixels, shape (n,).
        links: pairs of node indices, in any order, also repeated or from a node to itself.
        shown: for each node whether it is visible at first.

    Returns:
        x and y of each node in pixels, rounded to a tenth, y downwards.
    """
    pairs = sorted({(min(a, b), max(a, b)) for a, b in links if a != b})
    parts = _parts(len(radii), [pair for pair in pairs if shown[pair[0]] and shown[pair[1]]])
    points = np.full((len(radii), 2), np.nan)
    together = [part for part in parts if len(part) > 1]
    for part, picture in zip(together, pack([_picture(part, pairs, radii) for part in together]), strict=True):
        points[part] = picture
    _put_in_rows(points, [part[0] for part in parts if len(part) == 1 and shown[part[0]]])
    _put_beside(points, [node for node in range(len(radii)) if not shown[node]], pairs, radii)
    return [(round(float(x), 1) + 0.0, round(float(y), 1) + 0.0) for x, y in points]


def _parts(count: int, pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The connected parts, the largest first, equal ones by their first node."""
    near: list[list[int]] = [[] for _ in range(count)]
    for first, second in pairs:
        near[first].append(second)
        near[second].append(first)
    seen = [False] * count
    parts = []
    for start in range(count):
        if seen[start]:
            continue
        seen[start] = True
        part, waiting = [start], [start]
        while waiting:
            for other in near[waiting.pop()]:
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
                    waiting.append(other)
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _picture(part: Sequence[int], pairs: Sequence[tuple[int, int]], radii: NDArray[np.float64]) -> Points:
    place = {node: index for index, node in enumerate(part)}
    links = [(place[a], place[b]) for a, b in pairs if a in place and b in place]
    return force_positions(links, radii[list(part)])


def _put_in_rows(points: Points, isolates: Sequence[int]) -> None:
    """Puts nodes without any link in rows below the picture."""
    if not isolates:
        return
    standing = points[~np.isnan(points[:, 0])]
    if len(standing):
        width, bottom = float(np.ptp(standing[:, 0])), float(standing[:, 1].max()) + _BELOW
        middle = float(standing[:, 0].max() + standing[:, 0].min()) / 2.0
    else:
        width, bottom, middle = _ROW_STEP * 1.6 * math.sqrt(len(isolates)), 0.0, 0.0
    points[list(isolates)] = rows(len(isolates), max(width, 8 * _ROW_STEP), _ROW_STEP) + np.array((middle, bottom))


def _put_beside(
    points: Points, late: Sequence[int], pairs: Sequence[tuple[int, int]], radii: NDArray[np.float64]
) -> None:
    """Puts each of the late nodes amid those of its neighbours that stand, and moves it off other nodes."""
    if not late:
        return
    standing = ~np.isnan(points[:, 0])
    touched: dict[int, list[int]] = {node: [] for node in late}
    for first, second in pairs:
        for node, other in ((first, second), (second, first)):
            if node in touched and standing[other]:
                touched[node].append(other)
    amid = [node for node in late if touched[node]]
    for turn, node in enumerate(amid):
        reach, angle = 30.0 + 5.0 * (turn % 7), turn * _GOLDEN_ANGLE
        points[node] = points[touched[node]].mean(axis=0) + np.array((math.cos(angle), math.sin(angle))) * reach
    _put_in_rows(points, [node for node in late if not touched[node]])
    movable = np.zeros(len(points), dtype=np.bool_)
    movable[amid] = True
    points[:] = push_apart(points, radii, movable)
