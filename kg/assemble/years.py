"""Years that a document cannot report: what it says about them is kept, but not as a statement of that year.

A target for 2035 in a plan of 2021 is no figure of 2035, and 2035 in a title (2035年远景目标纲要) is no year of issue.
The latest year that a document states something about is the one after it; what lies further ahead, or before 1949,
loses its year here and is listed among the conflicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from extractors.record import LAYERS, DocumentHead, Entry, Record, fields_of
from kg.resolve.conflicts import Conflict
from kg.resolve.numbers import year_told
from ontology.limits import FIRST_YEAR

_OPEN = 9999  # the last year of a document that names none
Told = TypeVar("Told", DocumentHead, Entry)


@dataclass(frozen=True, slots=True)
class SettledRecord:
    """A record without the years and dates that its document cannot report.

    Attributes:
        record: what is left.
        left_out: each year or date that was taken out, with its layer, or ``document`` for the head.
        misdated: date and number of a document that is numbered in 2017 but dated 2019: one of them is wrong, and
            nothing here tells which.
    """

    record: Record
    left_out: frozenset[tuple[str, str]]
    misdated: tuple[str, str] | None

    def conflicts(self, document: str) -> Iterator[Conflict]:
        """What was left out, and what contradicts itself, as conflicts about the node ``document``."""
        for value, layer in sorted(self.left_out):
            yield Conflict("year.outside", document, (value, layer), (document,))
        if self.misdated:
            yield Conflict("document.date", document, self.misdated, (document,))


def settle_years(record: Record) -> SettledRecord:
    """``record`` with the years and dates left out that its document cannot report, its own among them."""
    left_out: set[tuple[str, str]] = set()
    head = _within(record.document, _OPEN, "document", left_out)
    last = _last_year(head)
    layers: dict[str, Any] = {
        name: tuple([_within(entry, last, name, left_out) for entry in record.layer(name)])
        for name, shape in LAYERS.items()
        if fields_of(shape).times
    }
    settled = replace(record, document=head, **layers)
    return SettledRecord(settled, frozenset(left_out), _date_against_number(record.document))


def _date_against_number(head: DocumentHead) -> tuple[str, str] | None:
    printed = year_told(head.number)
    if printed is None or not head.number or not head.date or 0 <= int(head.date[:4]) - printed <= 1:
        return None
    return head.date, head.number


def _within(told: Told, last: int, layer: str, left_out: set[tuple[str, str]]) -> Told:
    """``told`` without its times after ``last``, which are added to ``left_out``."""
    outside = [name for name in fields_of(type(told)).times if _is_outside(getattr(told, name), last)]
    if not outside:
        return told
    left_out.update((str(getattr(told, name)), layer) for name in outside)
    emptied: dict[str, Any] = dict.fromkeys(outside)
    return replace(told, **emptied)


def _last_year(head: DocumentHead) -> int:
    known = [head.year] if head.year else []
    known += [int(head.date[:4])] if head.date else []
    return max(known) + 1 if known else _OPEN


def _is_outside(value: int | str | None, last: int) -> bool:
    return value is not None and not FIRST_YEAR <= int(str(value)[:4]) <= last
