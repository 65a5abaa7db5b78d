"""Adoptions of documents that nobody trained on, each read with its sentence: a last test of what the judge says of them."""

from __future__ import annotations

import csv
from pathlib import Path

from extractors.adoptions.confidence import Stated

JUDGED = Path(__file__).resolve().parents[3] / "kg" / "measured" / "judged_adoptions.csv"
"""Statements drawn at random from 68 fresh documents: what features are made of, and the reader's verdict."""


def judged_adoptions() -> list[tuple[frozenset[str], bool]]:
    """The features of each statement, and whether it was right; those that could be argued are left out."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return [(frozenset(_stated(row).features()), row["right"] == "yes") for row in csv.DictReader(file)]


def _stated(row: dict[str, str]) -> Stated:
    return Stated(
        mention=row["mention"],
        rule=row["rule"],
        status=row["status"],
        document=row["document"],
        section="plan" if row["plan"] == "yes" else None,
        name=int(row["name"]),
        quote=int(row["quote"]),
        crowd=int(row["crowd"]),
        heading=row["heading"] == "yes",
        title=row["title"] == "yes",
    )
