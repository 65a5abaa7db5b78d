"""Years that a document cannot report: what it says about them is kept, but not as a statement of that year.

A target for 2035 in a plan of 2021 is no figure of 2035, and 2035 in a title (2035年远景目标纲要) is no year of issue.
The latest year that a document states something about is the one after it; what lies further ahead, or before 1949,
loses its year here and is listed among the conflicts.
"""

from __future__ import annotations

from typing import Any

from kg.keys import document_key
from kg.resolve.conflicts import Conflict
from kg.resolve.numbers import year_told
from ontology.limits import FIRST_YEAR

_DATED = {"adoptions": ("year", "date"), "events": ("date",), "measurements": ("year",), "policies": ("year",)}


def settle_years(record: dict[str, Any]) -> dict[str, Any]:
    """``record`` with the years and dates left out that its document cannot report, its own among them."""
    settled = dict(record)
    settled["document"] = head = _without(record["document"], ("year", "date"), 9999)
    last = _last_year(head)
    for layer, names in _DATED.items():
        settled[layer] = [_without(entry, names, last) for entry in record[layer]]
    return settled


def years_left_out(record: dict[str, Any]) -> list[Conflict]:
    """What ``settle_years`` leaves out, as conflicts between a document and its statements."""
    settled = settle_years(record)
    key = document_key(record["text_sha256"])
    pairs = [("document", record["document"], settled["document"])]
    pairs += [(layer, *both) for layer in _DATED for both in zip(record[layer], settled[layer], strict=True)]
    found = {
        Conflict("year.outside", key, (str(before[name]), layer), (key,))
        for layer, before, after in pairs
        for name in ("year", "date")
        if before.get(name) != after.get(name)
    }
    return sorted(found)


def date_against_number(record: dict[str, Any]) -> list[Conflict]:
    """A document numbered in 2017 but dated 2019: one of the two is wrong, and nothing here tells which."""
    head = record["document"]
    printed = year_told(head["number"])
    if printed is None or not head["date"] or 0 <= int(head["date"][:4]) - printed <= 1:
        return []
    key = document_key(record["text_sha256"])
    return [Conflict("document.date", key, (head["date"], head["number"]), (key,))]


def _without(entry: dict[str, Any], names: tuple[str, ...], last: int) -> dict[str, Any]:
    if not any(_outside(entry[name], last) for name in names):
        return entry
    return entry | {name: None for name in names if _outside(entry[name], last)}


def _last_year(head: dict[str, Any]) -> int:
    known = [head["year"]] if head["year"] else []
    known += [int(head["date"][:4])] if head["date"] else []
    return max(known) + 1 if known else 9999


def _outside(value: int | str | None, last: int) -> bool:
    return value is not None and not FIRST_YEAR <= int(str(value)[:4]) <= last
