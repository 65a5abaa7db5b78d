"""Regulations whose first passing is known from elsewhere, and what the extraction makes of their texts."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.initiatives.known import known_forms
from extractors.pipeline import Extractor
from extractors.text.folding import fold

TABLES = {"conduct": "conduct_regulations.csv", "business environment": "business_environment_regulations.csv"}
"""Truth tables below ``truth`` by what their regulations are on: region, name of the regulation, day first passed."""
ALL = "all regulations"
_LIST = Path("data", "local_regulations", "local_regulations.csv")
_HEAD = 4000  # characters within which a text tells its history


@dataclass(frozen=True, slots=True)
class Regulation:
    """A regulation with its text.

    Attributes:
        file: path of the text below the corpus.
        region: whose it is, by full name. title: its title.
        passed: the day on which it was first passed.
    """

    file: str
    region: str
    title: str
    passed: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the extraction says of one regulation.

    Attributes:
        regulation: it.
        told: whether its text prints the day.
        day: the day of first passing that was read.
        year: the year of that day; of a regulation on a known initiative, the first year for which its region lays that
            down; else the year of the document.
    """

    regulation: Regulation
    told: bool
    day: str | None
    year: int | None

    @property
    def year_right(self) -> bool:
        """Whether the year is that of the first passing."""
        return self.year == int(self.regulation.passed[:4])

    @property
    def day_right(self) -> bool:
        """Whether the day is."""
        return self.day == self.regulation.passed


def regulations(shared: Path) -> dict[str, list[Regulation]]:
    """The regulations with a text in ``shared/corpus``: all, by their folder there, and by the names in ``TABLES``.

    Raises:
        OSError: a table is not there.
    """
    listed = [
        Regulation(row["文件"], row["地区"], row["名称"], row["首次通过"])
        for row in _rows(shared / _LIST)
        if row["文件"] and row["首次通过"]
    ]
    folders = dict.fromkeys(Path(each.file).parts[0] for each in listed if len(Path(each.file).parts) > 1)
    found = {ALL: listed} | {folder: [r for r in listed if Path(r.file).parts[0] == folder] for folder in folders}
    for name, table in TABLES.items():
        truth = {(row["region"], row["reform"], row["date"]) for row in _rows(shared / "truth" / table)}
        found[name] = [each for each in listed if _is_of(each, truth)]
    return found


def read_all(shared: Path, chosen: Iterable[Regulation]) -> Iterator[Reading]:
    """What the extraction says of each of ``chosen``."""
    extractor = Extractor()
    for regulation in chosen:
        data = (shared / "corpus" / regulation.file).read_bytes()
        record, text = extractor.record_and_text(data, regulation.file)
        head = record.document
        own = {hit.name for hit in known_forms(fold(head.title or ""), head.year)}
        laid = [a for a in record.adoptions if a.laid_down and a.region == head.region and a.initiative in own]
        years = [a.year for a in laid if a.year]
        year = min(years) if years else int(head.passed[:4]) if head.passed else head.year
        yield Reading(regulation, _prints(text, regulation.passed), head.passed, year)


def _prints(text: str, day: str) -> bool:
    year, month, date = (int(part) for part in day.split("-"))
    return re.search(rf"{year}\s*年\s*0?{month}\s*月\s*0?{date}\s*日", text[:_HEAD]) is not None


def _is_of(regulation: Regulation, truth: Collection[tuple[str, str, str]]) -> bool:
    return any(
        region == regulation.region and reform in regulation.title and day == regulation.passed
        for region, reform, day in truth
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)
