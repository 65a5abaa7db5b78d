"""Counting what begins in a part of a text."""

from __future__ import annotations

from extractors.text.starts import count_between


def test_the_end_is_not_counted() -> None:
    assert count_between([1, 4, 4, 9], 1, 9) == 3
    assert count_between([1, 4, 4, 9], 5, 9) == 0
    assert count_between([], 0, 10) == 0
