"""The trace of a reform over a graph: its tables, and the sentences that say what they rest on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from cypher.results import Result
from kg.tables import Tables
from kg.tracing import adopters, claims, designated, dyads, lag, order, origin, pace, panel, record
from kg.tracing.background import turn_of
from kg.tracing.designated import Designation
from kg.tracing.facts import Facts, read_facts
from kg.tracing.notes import Note, claim_notes, designation_notes, list_notes, notes
from kg.tracing.record import Row
from kg.tracing.source import Source
from kg.tracing.tables import TABLES
from kg.tracing.words import DONE, check_stages

if TYPE_CHECKING:
    from kg.tracing.candidates import Tree
    from kg.tracing.curve import Curve


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace(Tables):
    """A reform traced over a graph.

    Attributes:
        initiative: its name.
        counted: what counts as an adoption.
        tables: by name, in the order of ``kg.tracing.tables.TABLES``; docs/tracing.md describes their columns.
        notes: what the figures rest on.
        facts: what the graph states.
        rows: the regions shown.
        everyone: all regions, by key.
        rate: how often an adopter's later report names the reform as done again; None where nobody can tell.
        source: the graph; None of a list of events.

    Examples:
        >>> from kg import open_graph
        >>> with open_graph("out/graph") as graph:
        ...     trace = graph.trace("一网通办")
        >>> trace["first_adopters"].records()[0]["region"]
        '浦东新区'
        >>> trace["record"].column("bound")[0]
        'right'
    """

    CALLED: ClassVar[str] = "a trace"
    initiative: str
    counted: tuple[str, ...]
    notes: tuple[Note, ...]
    facts: Facts
    rows: tuple[Row, ...]
    everyone: Mapping[str, Row]
    rate: float | None
    source: Source | None = field(default=None, repr=False, compare=False)

    def panel(self) -> Result:
        """A row for each region and year at risk of adopting, and for the years between that no report covers."""
        return Result(panel.COLUMNS, tuple(panel.panel_rows(self.facts, self.rows, self.everyone, self.rate)))

    def curves(self, *, bass: bool = False) -> dict[str, Curve]:
        """The fitted curve of all regions (``all``) and of each level, with the reasons for what is refused.

        With ``bass`` the curve of Bass is fitted as well.
        """
        from kg.tracing.model import fit_levels  # noqa: PLC0415 - numpy is loaded only where something is fitted

        return fit_levels(self.rows, self.counted, turn_of(self.facts.launches), bass=bass)

    def tree(self) -> Tree:
        """From whom the regions shown have it: links that a sentence proves, and what the years make likely.

        The graph is read for documents that carry out those of others, so that it must still be open.
        """
        from kg.tracing.candidates import make_tree  # noqa: PLC0415 - as above

        return make_tree(self.source, self.facts, self.rows, self.everyone, self.rate)

    def dyads(self) -> Result:
        """A row for each region and year at risk, and each other region.

        Raises:
            SelectionError: there would be more than five million.
        """
        return Result(dyads.DYADS, tuple(dyads.dyad_rows(self.facts, self.rows, self.everyone)))

    def cascade(self) -> Result:
        """The adoptions that are known to the year or to an interval, as programs that infer networks read them."""
        return Result(dyads.CASCADE, tuple(dyads.cascade_rows(self.facts, self.rows)))


def trace(
    source: Source,
    initiative: str,
    *,
    count: Collection[str] = DONE,
    children: bool = False,
    join_successors: bool = False,
    min_confidence: float = 0.0,
    regions: Collection[str] = (),
    among: Collection[str] | None = None,
    years: tuple[int, int] | None = None,
) -> Trace:
    """Trace ``initiative`` over ``source``.

    Args:
        source: a store, a graph directory or a graph in memory.
        initiative: its name, or one of its forms.
        count: the stages that count as an adoption, of ``kg.tracing.words.STAGES``.
        children: trace the initiatives that are part of it with it.
        join_successors: a region and the one that it became (射洪县, 射洪市) are one, under the last name.
        min_confidence: sentences that were read right with less than this probability count as mentions.
        regions: names or codes; only they and all that belongs to them are shown.
        among: keys of regions; only these are shown.
        years: first and last year; statements and reports of other years are as if they were not there.

    Raises:
        SelectionError: for an unknown name or stage.
        GraphError: the graph does not say which documents observe their region.
    """
    counted = check_stages(count)
    facts = read_facts(
        source,
        initiative,
        children=children,
        join_successors=join_successors,
        min_confidence=min_confidence,
        regions=regions,
        years=years,
    )
    return make_trace(facts, counted, among, source=source)


def make_trace(
    facts: Facts,
    counted: tuple[str, ...],
    among: Collection[str] | None = None,
    *,
    source: Source | None = None,
    said: tuple[Note, ...] = (),
) -> Trace:
    """The trace of ``facts``, which were read from ``source``; ``said`` is what its notes begin with.

    The arguments else are those of ``trace``.
    """
    everyone = record.make_record(facts, counted)
    is_shown = facts.are_shown(among)
    chosen = {key: row for key, row in everyone.items() if is_shown(key)}
    rows = tuple(chosen.values())
    claimed = [claim for claim in facts.claims if is_shown(claim.region)]
    given = [each for each in facts.designations if is_shown(each.statement.region)]
    rate, later = (1.0, 0) if facts.listed else record.naming_rate(everyone.values())
    tables = _tables(facts, chosen, everyone, rate, claimed, given)
    if facts.listed:
        foot = (*said, *list_notes(facts, rows))
    else:
        of_graph = notes(facts, rows, counted, tables["pilots"].rows, (rate, later))
        foot = (*said, *of_graph, *claim_notes(claimed, rows), *designation_notes(given))
    return Trace(
        tables=tables,
        initiative=facts.name,
        counted=counted,
        notes=foot,
        facts=facts,
        rows=rows,
        everyone=everyone,
        rate=rate,
        source=source,
    )


def _tables(
    facts: Facts,
    chosen: Mapping[str, Row],
    everyone: Mapping[str, Row],
    rate: float | None,
    claimed: list[claims.Claim],
    given: list[Designation],
) -> dict[str, Result]:
    rows, launched = tuple(chosen.values()), facts.launched
    ordered = tuple(order.order_rows(facts, rows, everyone))
    made = {
        "origin": (origin.COLUMNS, origin.origin_rows(facts, chosen, given)),
        "adoptions": (adopters.ADOPTIONS, adopters.adoption_rows(rows, launched, facts.shown)),
        "first_adopters": (adopters.FIRST, adopters.first_rows(rows, rate, launched)),
        "lag_by_level": (lag.BY_LEVEL, lag.lag_by_level(rows, launched)),
        "lag": (lag.LAG, lag.lag_rows(rows, launched)),
        "order_by_level": (order.BY_LEVEL, order.order_by_level(ordered)),
        "order": (order.ORDER, ordered),
        "pace": (pace.PACE, pace.pace_rows(facts, rows)),
        "pilots": (pace.PILOTS, pace.pilot_rows(rows)),
        "claims": (claims.CLAIMS, claims.claim_rows(claimed, facts.regions)),
        "designations": (
            designated.DESIGNATIONS,
            designated.designation_rows(given, facts.regions, facts.documents, launched),
        ),
        "coverage": (adopters.COVERAGE, adopters.coverage_rows(rows, facts.shown)),
        "record": (record.COLUMNS, (row.cells(facts.name, rate) for row in rows)),
    }
    return {name: Result(made[name][0], tuple(made[name][1])) for name in TABLES}
