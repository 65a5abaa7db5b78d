"""From whom each adopter may have a reform: what sentences prove and, apart from it, what the years make likely."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cypher.elements import Node
from cypher.results import Result
from kg.tracing.citations import citations, joined
from kg.tracing.claims import proofs
from kg.tracing.facts import Facts
from kg.tracing.notes import Note
from kg.tracing.record import Row
from kg.tracing.refusals import Refusal
from kg.tracing.relations import Adopter
from kg.tracing.source import Source
from kg.tracing.tree import PROVEN as PROVEN_LINKS
from kg.tracing.tree import Candidate, Directions, Evidence, directions, find_origins
from kg.tracing.words import EXACT

if TYPE_CHECKING:
    from pandas import DataFrame

_PLACES = ("destination", "destination_code", "origin", "origin_code", "relation", "lag")
CANDIDATES = (*_PLACES, "told", "probability", "chosen", "proven", "evidence")
PROVEN = (*_PLACES, "told", "statement", "quote")
LIKELIEST = (*_PLACES, "probability")
TIMED = 8
"""Adopters whose year is known from both sides that probabilities need."""
PASSED_OVER = 0.1
"""The chance that silent reports pass over a reform, below which a region is taken to be without it."""


@dataclass(frozen=True, slots=True)
class Tree:
    """From whom regions have a reform.

    Attributes:
        candidates: all of them.
        directions: of the proven links.
        tables: ``proven`` (a row a sentence), ``likely`` (years alone speak for it) and ``candidates`` (both, and all
            others).
        notes: what they rest on.
    """

    candidates: tuple[Candidate, ...]
    directions: Directions
    tables: Mapping[str, Result]
    notes: tuple[Note, ...]

    def to_dataframes(self) -> dict[str, DataFrame]:
        """The tables as pandas data frames.

        Raises:
            CypherError: pandas is not installed.
        """
        return {name: table.to_dataframe() for name, table in self.tables.items()}


def make_tree(
    source: Source | None, facts: Facts, rows: Collection[Row], everyone: Mapping[str, Row], rate: float | None
) -> Tree:
    """The tree of a trace.

    Args:
        source: the graph, of which the citing documents are read; None for a list of events.
        facts: what it states.
        rows: the regions shown, as destinations.
        everyone: all regions.
        rate: the naming rate, by which silence tells how surely a region was without it.
    """
    evidence, quotes, late = _evidence(source, facts, everyone)
    regions = _regions(facts, everyone, evidence, rate)
    adopters = [region for region in regions if region.hi is not None]
    timed = sum(region.lo is not None for region in adopters)
    found = find_origins(regions, evidence) if adopters else []
    if timed < TIMED:
        found = [replace(one, probability=None) for one in found if one.proven]
    keys = {row.region.key for row in rows} | {one.destination for one in evidence if facts.shown is None}
    shown = [one for one in found if one.destination in keys]
    told = directions(shown)
    notes = tuple(_notes(shown, told, timed, len(adopters), late))
    return Tree(tuple(shown), told, _tables(shown, facts.regions, quotes), notes)


def _evidence(
    source: Source | None, facts: Facts, everyone: Mapping[str, Row]
) -> tuple[list[Evidence], dict[str, str], int]:
    """What sentences prove, the sentences by key, and how many citations come too late to prove an origin.

    A report of a year is written in the next one, so that a document a year after the adoption may tell of its origin.
    """
    quotes = {claim.key: claim.quote for claim in facts.claims}
    found, late = list(proofs(facts.claims)), 0
    for one in citations(source, facts) if source else ():
        cited = joined(one, facts.heirs if facts.joined else {})
        adopted = everyone[cited.region].hi if cited and cited.region in everyone else None
        if cited and adopted is not None and cited.year is not None and cited.year > adopted + 1:
            late += 1
        elif cited:
            quotes[cited.statement] = cited.quote
            found.append(Evidence(cited.region, cited.origin, cited.kind, cited.statement))
    return found, quotes, late


def _regions(
    facts: Facts, everyone: Mapping[str, Row], evidence: Iterable[Evidence], rate: float | None
) -> list[Adopter]:
    """All regions as the rates read them, and those that only sentences name."""
    found = [_adopter(facts, row, rate) for row in everyone.values() if row.level != "country"]
    named = {key for one in evidence for key in (one.destination, one.origin)}
    for key in sorted(named - {region.code for region in found}):
        above = facts.superiors.of(key, None)
        found.append(Adopter(key, str(facts.regions[key].properties["level"]), above, None, None))
    return found


def _adopter(facts: Facts, row: Row, rate: float | None) -> Adopter:
    """``row`` with the last year in which so many silent reports since leave little doubt that it was without."""
    needed = _silent_years(rate)
    lo = row.silent[-needed] if needed and len(row.silent) >= needed else None
    date = row.adoption.date if row.adoption and needed == 1 and row.bound == EXACT else None
    return Adopter(row.region.key, row.level, facts.superiors.of(row.region.key, row.hi), lo, row.hi, date)


def _silent_years(rate: float | None) -> int | None:
    """How many silent reports it takes; None where no number is enough, or the naming rate is not known."""
    if rate is None or rate <= 0:
        return None
    return 1 if rate >= 1 - PASSED_OVER else math.ceil(math.log(PASSED_OVER) / math.log(1 - rate))


def _tables(found: Collection[Candidate], regions: Mapping[str, Node], quotes: Mapping[str, str]) -> dict[str, Result]:
    def place(one: Candidate) -> tuple[Any, ...]:
        destination, origin = regions[one.destination].properties, regions[one.origin].properties
        return (
            destination["name"], destination["code"], origin["name"], origin["code"], one.relation, one.lag,
        )  # fmt: skip

    proven = [(*place(one), list(one.kinds), key, quotes[key]) for one in found for key in one.evidence]
    likely = [(*place(one), _chance(one)) for one in found if one.chosen and not one.proven]
    every = [
        (*place(one), list(one.kinds), _chance(one), one.chosen, one.proven, list(one.evidence)) for one in found
    ]
    rows = {"proven": (PROVEN, proven), "likely": (LIKELIEST, likely), "candidates": (CANDIDATES, every)}
    return {name: Result(columns, tuple(table)) for name, (columns, table) in rows.items()}


def _chance(one: Candidate) -> float | None:
    return None if one.probability is None else round(one.probability, 2)


def _notes(
    found: Collection[Candidate], told: Directions, timed: int, adopters: int, late: int
) -> Iterator[Note]:
    likely = sum(one.chosen and not one.proven for one in found)
    yield Note("tree", {"proven": told.proven, "likely": likely})
    if told.top_down is None or told.bottom_up is None or told.sideways is None:
        yield Note("tree_few", {"n": told.proven, "needed": PROVEN_LINKS})
    else:
        shares = {"above": told.top_down, "below": told.bottom_up, "sideways": told.sideways}
        yield Note("tree_shares", {"n": told.proven} | {name: f"{share:.0%}" for name, share in shares.items()})
    if late:
        yield Note("tree_late", {"n": late})
    if timed < TIMED:
        values = {"timed": timed, "adopters": adopters, "needed": TIMED}
        yield Note("tree_refused", {"reason": Refusal("few_timed", values)})
    else:
        yield Note("tree_timed", {"timed": timed, "adopters": adopters, "chance": PASSED_OVER})
