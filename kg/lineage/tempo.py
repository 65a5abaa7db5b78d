"""What later adopters say of a reform that earlier ones did not, and no longer say: terms by thirds of the adopters."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from kg.tracing.record import Row
from kg.tracing.words import DONE, RANKED

THIRDS = ("early", "middle", "late")
TEMPO = ("term", "change", "between", "early", "middle", "late", "early_of", "middle_of", "late_of", "p")
FEWEST = 5
"""Adopters in each third, below which terms are not compared: not even all against none would be ``SURE`` then."""
SURE = 0.01
"""The greatest chance at which a difference is shown (Fisher's exact test, two-sided)."""


@dataclass(frozen=True, slots=True)
class Tempo:
    """The terms of a reform by thirds of its adopters.

    Attributes:
        thirds: the adopters whose year is known, to the year or to an interval, each third by year; those of one year
            are in the same.
        compared: how many terms were compared, twice each.
        rows: under ``TEMPO``.
    """

    thirds: tuple[tuple[Row, ...], ...]
    compared: int
    rows: tuple[tuple[Any, ...], ...]


def tempo(rows: Collection[Row]) -> Tempo:
    """The terms gained and dropped from a third of the adopters among ``rows`` to the next.

    A term is one of an adopter if a sentence of the year of its adoption has it. Only adopters whose year is known
    count: by when the others had it, is the year of their first report.
    """
    parts = thirds([row for row in rows if row.bound in RANKED and row.level != "country"])
    if min(map(len, parts)) < FEWEST:
        return Tempo(parts, 0, ())
    counts = [Counter(term for row in part for term in _terms(row)) for part in parts]
    sizes = [len(part) for part in parts]
    every = sorted(set().union(*counts))
    found = []
    for term in every:
        have = [count[term] for count in counts]
        for at in (0, 1):
            p = chance(have[at], sizes[at], have[at + 1], sizes[at + 1])
            if p <= SURE:
                gained = have[at + 1] * sizes[at] > have[at] * sizes[at + 1]
                between = f"{THIRDS[at]} → {THIRDS[at + 1]}"
                found.append((term, "gained" if gained else "dropped", between, *have, *sizes, round(p, 4)))
    found.sort(key=lambda row: (row[2] != f"{THIRDS[0]} → {THIRDS[1]}", row[1] != "gained", row[-1], row[0]))
    return Tempo(parts, len(every), tuple(found))


def thirds(rows: Collection[Row]) -> tuple[tuple[Row, ...], ...]:
    """``rows``, which all have a year, by year in three parts as equal as they can be if a year is in one part."""
    parts: tuple[list[Row], ...] = ([], [], [])
    by_year: dict[int, list[Row]] = {}
    for row in rows:
        if row.hi is not None:
            by_year.setdefault(row.hi, []).append(row)
    done, all_ = 0, sum(map(len, by_year.values()))
    for year in sorted(by_year):
        middle = done + len(by_year[year]) / 2
        parts[min(int(3 * middle / all_), 2)].extend(by_year[year])
        done += len(by_year[year])
    return tuple(map(tuple, parts))


def chance(a: int, of_a: int, b: int, of_b: int) -> float:
    """How likely two shares ``a`` of ``of_a`` and ``b`` of ``of_b`` differ so far by chance: Fisher's exact test.

    Two-sided: the sum over all tables of the same margins that are no likelier than this one.

    >>> round(chance(1, 10, 9, 10), 5)
    0.00109
    >>> chance(3, 10, 3, 10)
    1.0
    """
    have, all_ = a + b, of_a + of_b
    ways = [math.comb(of_a, k) * math.comb(of_b, have - k) for k in range(max(0, have - of_b), min(of_a, have) + 1)]
    own = math.comb(of_a, a) * math.comb(of_b, b)
    return sum(way for way in ways if way <= own) / math.comb(all_, have)


def _terms(row: Row) -> Iterator[str]:
    from kg.terms.cutter import terms_of  # noqa: PLC0415 - it loads the dictionary of words

    found: set[str] = set()
    for quote in {s.quote for s in row.statements if s.year == row.hi and s.stage in DONE}:
        found.update(terms_of(quote))
    return iter(sorted(found))
