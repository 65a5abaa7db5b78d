"""Columns of a researcher's own, joined to the panel by code and year."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cypher.results import Result
from kg.disk.rows import read_rows
from kg.errors import InputError


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
    """``panel`` with the columns of ``file``, a Parquet table or a CSV in UTF-8, which has ``code`` and ``year``.

    Raises:
        InputError: the file cannot be read, lacks one of the two, has a row twice or a column of the panel's name.
    """
    rows = list(_read(file))
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


def _read(file: Path) -> Iterator[dict[str, Any]]:
    if file.suffix.lower() == ".parquet":
        yield from read_rows(file)
        return
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.DictReader(stream):
                yield {name: _value(name, text) for name, text in row.items() if name and text not in {None, ""}}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{file} cannot be read as a CSV table in UTF-8: {error}") from error


def _value(name: str, text: str) -> Any:
    if name == "code":
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
