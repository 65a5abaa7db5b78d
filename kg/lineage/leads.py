"""When a new name of a reform came before the old one: first, for good, and for good where both were used."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from kg.lineage.uses import Uses, Years

LEADS = (
    "earlier", "later", "turned", "first_lead", "first_lead_later", "first_lead_earlier", "first_lead_reporting",
    "for_good", "both", "for_good_both",
)  # fmt: skip
ENOUGH = 5
"""Regions that used both names, below which they tell nothing."""


def lead_rows(uses: Uses, pairs: Iterable[tuple[str, str, int | None]]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``LEADS``, one for each turn.

    ``first_lead`` is the first year said in which more regions use the later name than the earlier one, with both
    counts and the regions that report: often one against none. ``for_good``: from then on in every year with either.
    ``both`` counts the regions that used both names at some time, and ``for_good_both`` is of these alone, so that it
    is not moved by who reports when; empty below ``ENOUGH`` of them. Forms bound to years decide nothing.
    """
    for earlier, later, turn in pairs:
        old, new = uses.named[earlier], uses.named[later]
        both = _regions(old) & _regions(new)
        led = next((year for year in _years(old, new) if _leads(old, new, year)), None)
        first: tuple[int | None, ...] = (None, None, None, None)
        if led is not None:
            first = led, len(new.get(led, ())), len(old.get(led, ())), len(uses.reporting.get(led, ()))
        among = for_good(_within(old, both), _within(new, both)) if len(both) >= ENOUGH else None
        yield earlier, later, turn, *first, for_good(old, new), len(both), among


def for_good(old: Years, new: Years) -> int | None:
    """The year from which on ``new`` has more regions in every year in which either has one; None where none is.

    >>> for_good({2018: {"a", "b"}, 2020: {"a"}}, {2019: {"a"}, 2021: {"a", "b"}})
    2021
    """
    found = None
    for year in reversed(_years(old, new)):
        if not _leads(old, new, year):
            break
        found = year
    return found


def _leads(old: Years, new: Years, year: int) -> bool:
    return len(new.get(year, ())) > len(old.get(year, ()))


def _years(old: Years, new: Years) -> list[int]:
    return sorted(year for year in {*old, *new} if old.get(year) or new.get(year))


def _regions(years: Years) -> set[str]:
    return set().union(*years.values())


def _within(years: Years, regions: Collection[str]) -> Years:
    return {year: users & set(regions) for year, users in years.items()}
