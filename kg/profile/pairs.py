"""Two regions side by side: which of them had each reform earlier, and how surely that is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cypher.elements import Node
from kg.profile.facts import Facts
from kg.tracing.record import Row
from kg.tracing.words import EXACT

BESIDE = (
    "initiative", "year", "bound", "other_year", "other_bound", "first", "exact", "apart", "quote", "other_quote",
    "statement", "other_statement",
)  # fmt: skip
ORDER = ("first", "initiatives", "exact", "apart")
SAME = "same year"


def beside_rows(facts: Facts, one: Node, other: Node) -> Iterator[tuple[Any, ...]]:
    """Rows under ``BESIDE``: the reforms that both adopted, by the first year, then those of one of them alone.

    Of the latter, those that the reference list does not have are left out: a local name is nobody else's.

    ``first`` names the region that states it for an earlier year, ``same year``, or ``only`` a region. ``exact``:
    both years are known exactly. ``apart``: the later one has a report on a year by which the earlier one had it, and
    is silent there, so that the order does not hang on who reports when.
    """
    of_one, of_other = facts.adopted[one.key], facts.adopted[other.key]
    names = one.properties["name"], other.properties["name"]
    rows = []
    for key in sorted(of_one.keys() | of_other.keys()):
        a, b = (row if row and row.adoption else None for row in (of_one.get(key), of_other.get(key)))
        local = facts.nodes[key].properties["discovered"]
        if (a and b) or ((a or b) and not local):
            rows.append((facts.nodes[key].properties["name"], *_told(a), *_told(b), *_compared(a, b, names),
                         *_sentence(a, b)))  # fmt: skip
    rows.sort(key=lambda row: (row[1] is None or row[3] is None, min(row[1] or 9999, row[3] or 9999), row[0]))
    return iter(rows)


def order_rows(facts: Facts, one: Node, other: Node) -> Iterator[tuple[Any, ...]]:
    """Rows under ``ORDER``: how many reforms each region had earlier, of how many that is known."""
    rows = list(beside_rows(facts, one, other))
    at = BESIDE.index("first")
    names = one.properties["name"], other.properties["name"]
    for told in (names[0], SAME, names[1], *(_only(name) for name in names)):
        of = [row for row in rows if row[at] == told]
        yield told, len(of), sum(row[at + 1] for row in of), sum(row[at + 2] for row in of)


def _told(row: Row | None) -> tuple[int | None, str | None]:
    return (row.hi, row.bound) if row else (None, None)


def _sentence(a: Row | None, b: Row | None) -> tuple[str | None, ...]:
    told = [row.adoption if row else None for row in (a, b)]
    return *(s.quote if s else None for s in told), *(s.key if s else None for s in told)


def _compared(a: Row | None, b: Row | None, names: tuple[str, str]) -> tuple[str, bool, bool]:
    if a is None or b is None or a.hi is None or b.hi is None:
        return _only(names[a is None]), False, False
    exact = a.bound == b.bound == EXACT
    if a.hi == b.hi:
        return SAME, exact, False
    first, second, name = (a, b, names[0]) if a.hi < b.hi else (b, a, names[1])
    return name, exact, second.lo is not None and first.hi is not None and first.hi <= second.lo


def _only(name: str) -> str:
    return f"only {name}"
