"""The first places of a layout."""

from __future__ import annotations

import math

import numpy as np
import pytest

from kg.views.layout import pivots


def _ladder(count: int) -> list[list[int]]:
    """Two rows of nodes with steps between them, and a long way round."""
    steps = [(node, node + 2) for node in range(count - 2)] + [(node, node + 1) for node in range(0, count - 1, 6)]
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for one, other in steps:
        neighbours[one].append(other)
        neighbours[other].append(one)
    return neighbours


def test_no_place_hangs_on_how_a_python_sums_floats(monkeypatch: pytest.MonkeyPatch) -> None:
    """From 3.12 on ``sum`` of floats is compensated."""
    places = pivots.pivot_positions(_ladder(90))
    monkeypatch.setattr(pivots, "sum", lambda numbers: _compensated(list(numbers)), raising=False)
    assert np.array_equal(pivots.pivot_positions(_ladder(90)), places)


def _compensated(numbers: list[object]) -> object:
    return math.fsum(numbers) if isinstance(numbers[0], float) else sum(numbers)  # type: ignore[arg-type, call-overload]
