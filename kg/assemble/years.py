"""Years that a document cannot report: what it says about them is kept, but not as a statement of that year.

A target for 2035 in a plan of 2021 is no figure of 2035, and 2035 in a title (2035年远景目标纲要) is no year of issue.
The latest year that a document states something about is the one after it; what lies further ahead, or before 1949,
loses its year here and is listed among the conflicts.
"""

from __future__ import annotations

from typing import Any

from kg.keys import document_key
from kg.resolve.conflicts import Conflict

FIRST_YEAR = 1949


def settle_years(record: dict[str, Any]) -> dict[str, Any]:
    """``record`` with the years and dates left out that its document cannot report."""
    last = _last_year(record["document"])
    settled = dict(record)
    for layer, names in _DATED.items():
        settled[layer] = [
            {name: None if name in names and _outside(value, last) else value for name, value in entry.items()}
            for entry in record[layer]
        ]
    return settled


def years_left_out(record: dict[str, Any]) -> list[Conflict]:
    """What ``settle_years`` leaves out, as conflicts between a document and its statements."""
    last = _last_year(record["document"])
    key = document_key(record["text_sha256"])
    found = {
        Conflict("year.ahead", key, (str(entry[name]), layer), (key,))
        for layer, names in _DATED.items()
        for entry in record[layer]
        for name in names
        if _outside(entry[name], last)
    }
    return sorted(found)


_DATED = {"adoptions": ("year", "date"), "events": ("date",), "measurements": ("year",), "policies": ("year",)}


def _last_year(head: dict[str, Any]) -> int:
    known = [head["year"]] if head["year"] else []
    known += [int(head["date"][:4])] if head["date"] else []
    return max(known) + 1 if known else 9999


def _outside(value: int | str | None, last: int) -> bool:
    return value is not None and not FIRST_YEAR <= int(str(value)[:4]) <= last
