"""The record: what a region did of a reform, stage by stage, and how closely its first adoption is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cypher.elements import Node
from kg.tracing.facts import Facts
from kg.tracing.statements import Statement
from kg.tracing.words import DONE, EXACT, INTERVAL, LEFT, MENTION, RIGHT, UNOBSERVED

_STAGE_COLUMNS = {
    "first_mention": None, "first_planned": "planned", "first_pilot": "pilot", "first_implemented": "implemented",
    "first_completed": "completed", "first_laid_down": "laid_down", "designated": "designated",
}  # fmt: skip
COLUMNS = (
    "code", "region", "level", "parent_code", "initiative", *_STAGE_COLUMNS, "last_mention", "lo", "hi", "bound",
    "silent_before", "p_missed", "observed_years", "statement", "quote",
    *(f"{name}_{what}" for name in (*_STAGE_COLUMNS, "last_mention") for what in ("date", "statement")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One region.

    Attributes:
        region: its node.
        parent: code of the region above it, in the year of its adoption.
        statements: all that is stated of it, the earliest first.
        stages: the first statement of each stage that is stated.
        adoption: the first statement that counts as an adoption; its year is ``hi``.
        observed: the years that are observed.
        named: the years of reports of the region that name the reform as done.
        passed: the adoption is the region's own regulation, whose day of first passing is known, and nothing but
            regulations counts: that it was not passed before needs no report.
    """

    region: Node
    parent: str | None
    statements: tuple[Statement, ...]
    stages: dict[str, Statement]
    adoption: Statement | None
    observed: tuple[int, ...]
    named: frozenset[int]
    passed: bool = False

    @property
    def level(self) -> str:
        """The region's level."""
        return str(self.region.properties["level"])

    @property
    def hi(self) -> int | None:
        """The year of the first adoption stated: it came in that year or before."""
        return self.adoption.year if self.adoption else None

    @property
    def silent(self) -> tuple[int, ...]:
        """The observed years before the first adoption; all of them without one."""
        return tuple(year for year in self.observed if self.hi is None or year < self.hi)

    @property
    def lo(self) -> int | None:
        """The last year known to be without it; if a report tells that by silence, it may have left it out."""
        if self.passed and self.hi is not None:
            return self.hi - 1
        return self.silent[-1] if self.silent else None

    @property
    def bound(self) -> str:
        """One of ``words.BOUNDS``, or ``words.RIGHT``."""
        if self.hi is None:
            return RIGHT if self.observed else UNOBSERVED
        if self.lo is not None:
            return EXACT if self.lo == self.hi - 1 else INTERVAL
        return LEFT if self.hi in self.observed else UNOBSERVED

    def p_missed(self, rate: float | None) -> float | None:
        """The chance that all silent years would leave out an older adoption, at the naming rate ``rate``."""
        if self.passed:
            return 0.0
        return None if rate is None or self.hi is None else round((1 - rate) ** len(self.silent), 3)

    def cells(self, initiative: str, rate: float | None) -> tuple[Any, ...]:
        """A row under ``COLUMNS``."""
        first, last = (self.statements[0], self.statements[-1]) if self.statements else (None, None)
        told = [first if stage is None else self.stages.get(stage) for stage in _STAGE_COLUMNS.values()] + [last]
        properties = self.region.properties
        return (
            properties["code"], properties["name"], self.level, self.parent, initiative,
            *(statement and statement.year for statement in told), self.lo, self.hi, self.bound,
            len(self.silent) if self.hi is not None else None, self.p_missed(rate), len(self.observed),
            self.adoption and self.adoption.key, self.adoption and self.adoption.quote,
            *(cell for statement in told for cell in (statement and statement.date, statement and statement.key)),
        )  # fmt: skip


def make_record(facts: Facts, counted: Collection[str]) -> dict[str, Row]:
    """By key, the regions that are observed or of which something is stated; ``counted``: the stages of an adoption."""
    by_region: dict[str, list[Statement]] = {key: [] for key in facts.observed}
    for statement in facts.statements:
        by_region.setdefault(statement.region, []).append(statement)
    return {key: _row(facts, key, by_region[key], counted) for key in sorted(by_region) if key in facts.regions}


def row_of(
    region: Node,
    statements: Collection[Statement],
    observed: tuple[int, ...],
    counted: Collection[str],
    documents: Mapping[str, Node],
) -> Row:
    """The row of ``region``, of which ``statements`` are made, the earliest first; what is above it is left open."""
    stages: dict[str, Statement] = {}
    for statement in statements:
        if statement.stage != MENTION:
            stages.setdefault(statement.stage, statement)
    adoption = min((stages[stage] for stage in stages if stage in counted), key=lambda s: s.order, default=None)
    return Row(
        region=region,
        parent=None,
        statements=tuple(statements),
        stages=stages,
        adoption=adoption,
        observed=observed,
        named=frozenset(s.told for s in statements if s.stage in DONE and s.told in observed and s.told),
        passed=set(counted) == {"laid_down"} and adoption is not None and _is_passing(documents, adoption),
    )


def _row(facts: Facts, key: str, statements: list[Statement], counted: Collection[str]) -> Row:
    row = row_of(facts.regions[key], statements, facts.observed.get(key, ()), counted, facts.documents)
    parent = facts.regions.get(facts.superiors.of(key, row.hi) or "")
    return replace(row, parent=str(parent.properties["code"])) if parent else row


def _is_passing(documents: Mapping[str, Node], adoption: Statement) -> bool:
    """Whether the day of ``adoption`` is that on which its regulation was first passed."""
    document = documents.get(adoption.source)
    return adoption.date is not None and document is not None and document.properties.get("passed") == adoption.date


def naming_rate(rows: Iterable[Row]) -> tuple[float | None, int]:
    """How often an adopter's later report names the reform as done again, and of how many years observed that is.

    None where no adopter is observed after its first adoption.
    """
    later = named = 0
    for row in rows:
        after = [year for year in row.observed if row.hi is not None and year > row.hi]
        later += len(after)
        named += sum(1 for year in after if year in row.named)
    return (named / later if later else None), later
