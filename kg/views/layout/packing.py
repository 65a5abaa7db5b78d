"""Several pictures on one page: the largest in the middle, smaller ones round it, single nodes in rows below."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from kg.views.layout.nearby import Points

_GAP = 60.0
_WIDER = 1.6


def pack(pictures: Sequence[Points]) -> list[Points]:
    """Moves pictures so that their boxes do not overlap.

    Args:
        pictures: positions of each picture, shape (n, 2) each; the largest first.

    Returns:
        The pictures in the same order, moved; the whole is about as wide as a screen.
    """
    boxes: list[tuple[float, float, float, float]] = []
    moved = []
    for picture in pictures:
        width, height = (picture.max(axis=0) - picture.min(axis=0)) / 2.0 + _GAP / 2.0
        x, y = _place(float(width), float(height), boxes)
        boxes.append((x, y, float(width), float(height)))
        centre = (picture.max(axis=0) + picture.min(axis=0)) / 2.0
        moved.append(picture - centre + np.array((x, y)))
    return moved


def _place(width: float, height: float, boxes: Sequence[tuple[float, float, float, float]]) -> tuple[float, float]:
    """The free spot nearest to the middle: tried beside, above and below every box that stands."""
    if not boxes:
        return 0.0, 0.0
    best = (math.inf, 0.0, 0.0)
    for x, y, half_width, half_height in boxes:
        for share in (-1.0, -0.5, 0.0, 0.5, 1.0):
            for side in (-1.0, 1.0):
                for spot in (
                    (x + side * (half_width + width), y + share * (half_height - height)),
                    (x + share * (half_width - width), y + side * (half_height + height)),
                ):
                    far = math.hypot(spot[0] / _WIDER, spot[1])
                    if far < best[0] - 1e-6 and not _overlaps(spot, width, height, boxes):
                        best = (far, *spot)
    return best[1], best[2]


def _overlaps(
    spot: tuple[float, float], width: float, height: float, boxes: Sequence[tuple[float, float, float, float]]
) -> bool:
    return any(
        abs(spot[0] - x) < width + half_width - 1e-6 and abs(spot[1] - y) < height + half_height - 1e-6
        for x, y, half_width, half_height in boxes
    )


def rows(count: int, width: float, step: float) -> Points:
    """Single nodes in rows, the first row on top.

    Args:
        count: how many.
        width: how wide a row may be, in pixels.
        step: from one node to the next, in pixels.

    Returns:
        Positions, shape (count, 2), each row centred on 0, the first row at 0.
    """
    across = max(1, min(count, round(width / step)))
    points = np.zeros((count, 2))
    for index in range(count):
        row, column = divmod(index, across)
        in_row = min(across, count - row * across)
        points[index] = ((column - (in_row - 1) / 2.0) * step, row * step)
    return points
