"""Which placements of local initiatives a reader found right: the rows of ``parents.csv``, drawn at random."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PARENTS = Path(__file__).with_name("parents.csv")
"""``name,parent,rule,verdict``, judged by hand on what ``scripts/sample_parents.py`` draws."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One placement: a local initiative, the wider one, the rule that placed it, and whether it belongs there."""

    name: str
    parent: str
    rule: str
    right: bool


@cache
def judged_parents() -> tuple[Judged, ...]:
    """The rows of ``parents.csv``, loaded once."""
    with PARENTS.open(encoding="utf-8", newline="") as file:
        return tuple(
            Judged(row["name"], row["parent"], row["rule"], row["verdict"] == "yes") for row in csv.DictReader(file)
        )
