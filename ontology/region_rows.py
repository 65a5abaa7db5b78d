"""The rows of the lists of regions, with what is newer than they are and what they lack.

Source of ``regions.csv``: the public project yescallop/areacodes (CC0 1.0), compiled from the Ministry of Civil
Affairs' yearly code lists; a year is the state at its 31 December. ``region_changes.csv`` carries it on, each row with
its source: one of the code, name and first year of a row of the list stands in that one's place, any other is new.
``region_corrections.csv`` holds the successors that the list lacks.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from ontology.errors import OntologyError

LEVELS = {"省级": "province", "地级": "prefecture", "县级": "county"}
Row = dict[str, str]
_FOLDER = Path(__file__).parent


def region_rows() -> dict[tuple[str, str], list[Row]]:
    """The rows by code and name, in the order of the list, the new ones behind.

    Raises:
        OntologyError: when a row's code, level or first year is not well formed.
    """
    rows = {}
    for name in ("regions.csv", "region_changes.csv"):
        for number, row in enumerate(_read(name), 2):
            if not re.fullmatch(r"\d{6}", row["代码"]) or row["级别"] not in LEVELS or not row["启用时间"].isdigit():
                raise OntologyError(f"{name}, line {number}: code, level or first year is not well formed: {row}")
            rows[row["代码"], row["名称"], row["启用时间"]] = row
    grouped: dict[tuple[str, str], list[Row]] = {}
    for (code, name, _), row in rows.items():
        grouped.setdefault((code, name), []).append(row)
    return grouped


def corrected_successors() -> dict[tuple[str, str], str]:
    """By code and name, the codes of the successors that stand in the place of those of the list."""
    return {(row["code"], row["name"]): row["successors"] for row in _read("region_corrections.csv")}


def _read(name: str) -> list[Row]:
    with (_FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
