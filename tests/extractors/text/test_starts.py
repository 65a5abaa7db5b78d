"""Counting what begins in a part of a text."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.text.starts import count_between, named_between


def test_the_end_is_not_counted() -> None:
    assert count_between([1, 4, 4, 9], 1, 9) == 3
    assert count_between([1, 4, 4, 9], 5, 9) == 0
    assert count_between([], 0, 10) == 0


@dataclass(frozen=True)
class Mention:
    start: int


@dataclass(frozen=True)
class Named:
    mention: Mention


def test_what_begins_in_a_part() -> None:
    found = [Named(Mention(start)) for start in (1, 4, 4, 9)]
    assert list(named_between(found, 1, 9)) == found[:3]
    assert not named_between(found, 5, 9)
