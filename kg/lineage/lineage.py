"""The lineage of a reform over a graph: its tables, and the sentences that say what they rest on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from cypher.results import Result
from kg.lineage import leads, names, tempo, uses
from kg.lineage.facts import read_facts
from kg.lineage.foot import notes
from kg.lineage.names import Line
from kg.lineage.tables import SECTIONS
from kg.tables import Tables
from kg.tracing.facts import facts_of
from kg.tracing.ground import read_ground
from kg.tracing.notes import Note
from kg.tracing.record import make_record
from kg.tracing.source import Source
from kg.tracing.words import DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage(Tables):
    """The lineage of a reform.

    Attributes:
        initiative: its name.
        line: the names it had and has.
        tables: by name, in the order of ``kg.lineage.tables.SECTIONS``; docs/lineage.md describes their columns.
        notes: what the figures rest on.

    Examples:
        >>> from kg import open_graph
        >>> with open_graph("out/graph") as graph:
        ...     lineage = graph.lineage("一网通办")
        >>> lineage["leads"].column("later")
        ['互联网+政务服务', '一网通办']
    """

    CALLED: ClassVar[str] = "a lineage"
    initiative: str
    line: Line
    notes: tuple[Note, ...]


def lineage(
    source: Source,
    initiative: str,
    *,
    literal: bool = False,
    join_successors: bool = False,
    min_confidence: float = 0.0,
    regions: Collection[str] = (),
    among: Collection[str] | None = None,
    years: tuple[int, int] | None = None,
) -> Lineage:
    """The lineage of ``initiative`` over ``source``.

    Args:
        source: a store, a graph directory or a graph in memory.
        initiative: its name, or one of its forms.
        literal: a name counts where it is written so, and not its other forms.
        join_successors: a region and the one that it became (射洪县, 射洪市) are one, under the last name.
        min_confidence: names and sentences that were read right with less than this probability do not count.
        regions: names or codes; only they and all that belongs to them count.
        among: keys of regions; only these count.
        years: first and last year in which a report was said; for the tempo, that its sentences are about.

    Raises:
        SelectionError: for an unknown name.
        GraphError: the graph does not say under which forms documents name a reform.
    """
    ground = read_ground(source, join_successors=join_successors, years=years)
    facts = read_facts(
        source,
        ground,
        initiative,
        literal=literal,
        min_confidence=min_confidence,
        regions=regions,
        among=among,
        years=years or (0, 9999),
    )
    line, used = facts.line, facts.uses
    (stated,) = facts_of(source, ground, [line.asked], min_confidence=min_confidence, regions=regions)
    is_shown = stated.are_shown(among)
    terms = tempo.tempo([row for key, row in make_record(stated, DONE).items() if is_shown(key)])
    made = {
        "turns": (names.TURNS, names.turn_rows(line, facts.told, facts.documents)),
        "names": (uses.NAMES, uses.name_rows(used, line)),
        "leads": (leads.LEADS, leads.lead_rows(used, line.pairs)),
        "shares": (uses.SHARES, uses.share_rows(used, line.names)),
        "forms": (uses.FORMS, uses.form_rows(used, line.names)),
        "tempo": (tempo.TEMPO, terms.rows),
    }
    tables = {name: Result(made[name][0], tuple(made[name][1])) for name in SECTIONS}
    return Lineage(
        tables=tables, initiative=line.asked, line=line, notes=tuple(notes(line, used, tables, terms, literal))
    )
