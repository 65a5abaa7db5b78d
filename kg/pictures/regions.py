"""The regions of the page in one order, each with its first year, what is stated of it, and its years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from kg.pictures.evidence import Evidence
from kg.pictures.words import Words
from kg.tracing.record import Row
from kg.tracing.statements import Statement
from kg.tracing.words import DONE, EXACT, LEVELS, MENTION, STAGES

LEAD = 3
"""Years shown before the first adoption."""
SILENT = "silent"
"""The class of a region with reports that name nothing."""
ADOPTED = "adopted"
"""The class of a region that states what counts."""
_CLASSES = (ADOPTED, "planned", *(stage for stage in STAGES if stage != "planned"), MENTION, SILENT)


def ordered(rows: Iterable[Row]) -> list[Row]:
    """The regions of ``rows``, the country aside: by first adoption, exact ones first, by what is stated, by code."""
    return sorted((row for row in rows if row.level in LEVELS), key=_order)


def class_of(row: Row) -> str:
    """What the region comes to: ``adopted``, else the most that is stated of it, else ``silent``.

    A stage that is not counted (pilot under ``--count completed``) is a class of its own.
    """
    if row.adoption:
        return ADOPTED
    for name in ("completed", "implemented", "pilot", "planned", "laid_down", "designated"):
        if name in row.stages:
            return name
    return MENTION if row.statements else SILENT


def years_shown(rows: Collection[Row]) -> range:
    """The years of the pictures: from :data:`LEAD` before the first adoption, or else the first statement, to the last
    year with a report or an adoption.
    """
    observed = [year for row in rows for year in row.observed]
    adopted = [row.hi for row in rows if row.hi is not None]
    told = adopted or [statement.year for row in rows for statement in row.statements] or observed
    last = max(observed + adopted, default=max(told, default=0))
    return range(min(min(told) - LEAD, last), last + 1) if told else range(0)


def classes(rows: Iterable[Row]) -> dict[str, int]:
    """How many regions are of each class, those with none left out; they add up to the rows."""
    counts = Counter(class_of(row) for row in rows)
    return {name: counts[name] for name in _CLASSES if counts[name]}


def region_list(
    rows: Iterable[Row], evidence: Evidence, shown: Mapping[str, int], words: Words
) -> list[dict[str, Any]]:
    """The regions as data for the page, in the order of ``rows``.

    ``sentence`` is the place of the adoption's sentence, else of the first of what the region comes to; ``above``
    that of the region right above it on the page, if it is there (by code, of the record).
    """
    found = []
    for row in rows:
        first = row.adoption or row.stages.get(class_of(row)) or next(iter(row.statements), None)
        place = row.region.properties
        found.append({
            "code": place["code"],
            "name": place["name"],
            "level": row.level,
            "above": shown.get(row.parent or ""),
            "class": class_of(row),
            "stage": row.adoption.stage if row.adoption else None,
            "year": row.hi,
            "bound": row.bound,
            "first": first_year(row, words),
            "statements": len(row.statements),
            "observed": list(row.observed),
            "sentence": evidence.place(first),
        })  # fmt: skip
    return [{name: value for name, value in region.items() if value is not None} for region in found]


def first_year(row: Row, words: Words) -> str | None:
    """The first year as far as it is known: 2016, 2017–2018, ≤ 2019; None without an adoption."""
    if row.hi is None:
        return None
    if row.bound == EXACT:
        return str(row.hi)
    return words.say("span", first=row.lo + 1, last=row.hi) if row.lo is not None else words.say("by", year=row.hi)


def years_of(row: Row) -> dict[int, list[Statement]]:
    """What is stated of the region, by the year that it is stated of."""
    found: dict[int, list[Statement]] = {}
    for statement in row.statements:
        found.setdefault(statement.year, []).append(statement)
    return found


def _order(row: Row) -> tuple[int, bool, int, str]:
    return row.hi or 9999, row.bound != EXACT, _CLASSES.index(class_of(row)), row.region.key


def done(statements: Iterable[Statement]) -> bool:
    """Whether one of the statements says that it is done."""
    return any(statement.stage in DONE for statement in statements)
