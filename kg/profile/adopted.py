"""What a region adopted, and how much of what it could have adopted: its innovativeness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cypher.elements import Node
from kg.profile.facts import Facts
from kg.tracing.record import Row
from kg.tracing.words import STAGES

ADOPTED = (
    "region", "initiative", "listed", "year", "lo", "bound", "stage", "confidence",
    *(f"first_{stage}" for stage in STAGES if stage != "designated"), "designated", "last_year", "quote", "statement",
)  # fmt: skip
INNOVATIVENESS = ("region", "year", "adopted", "could", "share", "newly")


def adopted_rows(facts: Facts, region: Node) -> Iterator[tuple[Any, ...]]:
    """Rows under ``ADOPTED``: by year, those adopted before those of which only other stages are told.

    Those of the reference list (``listed``) come first; of local names it is less sure where they begin and end.
    """
    for key, row in sorted(facts.adopted[region.key].items(), key=lambda item: _place(facts, *item)):
        told = row.adoption or (min(row.stages.values(), key=lambda s: s.order) if row.stages else None)
        if told is None:
            continue
        node = facts.nodes[key]
        years = [row.stages[stage].year if stage in row.stages else None for stage in STAGES]
        yield (
            region.properties["name"], node.properties["name"], not node.properties["discovered"], row.hi, row.lo,
            row.bound, told.stage, told.confidence, *years, row.statements[-1].year,
            told.quote, told.key,
        )  # fmt: skip


def innovativeness_rows(facts: Facts, region: Node) -> Iterator[tuple[Any, ...]]:
    """Rows under ``INNOVATIVENESS``: the share adopted of what could have been, of the reference list, by year.

    Of a reform it is said that the region could have it from the first year in which any region of the graph states it
    (Walker 1969, counting adoptions instead of dating them). Only years that a report of the region covers have a row;
    ``newly`` counts the reforms of which that year is the first told. The country launches, and has no row.
    """
    if region.properties["level"] == "country":
        return
    own = {key: years[region.key] for key, years in facts.first_years.items() if region.key in years}
    starts = [min(years.values()) for years in facts.first_years.values()]
    for year in facts.observed[region.key]:
        could = sum(1 for start in starts if start <= year)
        has = sum(1 for first in own.values() if first <= year)
        new = sum(1 for first in own.values() if first == year)
        yield region.properties["name"], year, has, could, round(has / could, 4) if could else None, new


def _place(facts: Facts, key: str, row: Row) -> tuple[bool, int, int, str, str]:
    date = row.adoption.date if row.adoption else None
    first = min((told.year for told in row.stages.values()), default=9999)
    return bool(facts.nodes[key].properties["discovered"]), row.hi or 9999, first, date or "9", key
