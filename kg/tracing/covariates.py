"""Columns of a researcher's own, joined to the panel by code and year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cypher.results import Result
from kg.errors import InputError
from kg.tracing.sheets import read_sheet


@dataclass(frozen=True, slots=True)
class Joined:
    """A panel with covariates.

    Attributes:
        table: the panel, with their columns behind its own; empty where the file has no row for a code and year.
        unused: rows of the file that no row of the panel asked for.
        missing: rows of the panel that the file has nothing for.
    """

    table: Result
    unused: int
    missing: int


def join(panel: Result, file: Path) -> Joined:
    """``panel`` with the columns of ``file``, a table (CSV, Excel, Parquet) that has ``code`` and ``year``.

    Raises:
        InputError: the file cannot be read, lacks one of the two, has a row twice or a column of the panel's name.
    """
    rows = [{name: _value(name, cell) for name, cell in row.items()} for row in read_sheet(file)]
    names = list(dict.fromkeys(name for row in rows for name in row if name not in {"code", "year"}))
    taken = sorted(set(names) & set(panel.columns))
    if taken:
        raise InputError(f"{file} has columns that the panel has already: {', '.join(taken)}; rename them")
    by_place: dict[tuple[str, int], dict[str, Any]] = {}
    for number, row in enumerate(rows, 2):
        place = _place(file, number, row)
        if place in by_place:
            raise InputError(f"{file}, row {number}: {place[0]} has two rows for {place[1]}")
        by_place[place] = row
    code, year = panel.columns.index("code"), panel.columns.index("year")
    places = [(row[code], row[year]) for row in panel.rows]
    joined = tuple(
        (*row, *(by_place.get(place, {}).get(name) for name in names))
        for row, place in zip(panel.rows, places, strict=True)
    )
    unused, missing = len(by_place.keys() - set(places)), sum(1 for place in places if place not in by_place)
    return Joined(replace(panel, columns=(*panel.columns, *names), rows=joined), unused, missing)


def _value(name: str, text: Any) -> Any:
    if name == "code" or not isinstance(text, str):
        return text
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _place(file: Path, number: int, row: dict[str, Any]) -> tuple[str, int]:
    code, year = row.get("code"), row.get("year")
    if code is None or not isinstance(year, int):
        raise InputError(f"{file}, row {number}: code or year is missing or no number; both columns are needed")
    return str(code), year
