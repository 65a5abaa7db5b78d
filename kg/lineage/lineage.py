"""The lineage of a reform over a graph: its tables, and the sentences that say what they rest on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cypher.elements import Node
from cypher.results import Result
from kg.errors import SelectionError
from kg.lineage import leads, names, tempo, uses
from kg.lineage.names import PART, Line
from kg.lineage.tables import TABLES
from kg.lineage.tempo import FEWEST, SURE, Tempo
from kg.lineage.uses import Uses
from kg.subgraph.names import descendants, named
from kg.tracing.notes import Note
from kg.tracing.source import Source, find_initiative
from kg.tracing.successors import heirs
from kg.tracing.trace import trace

if TYPE_CHECKING:
    from pandas import DataFrame

NAMES = ("name", "relation", "turn", "first_said", "last_said", "regions", "reports")


@dataclass(frozen=True, slots=True)
class Lineage:
    """The lineage of a reform.

    Attributes:
        initiative: its name.
        line: the names it had and has.
        tables: by name, in the order of ``kg.lineage.tables.TABLES``; docs/lineage.md describes their columns.
        notes: what the figures rest on.

    Examples:
        >>> from kg import open_graph
        >>> with open_graph("out/graph") as graph:
        ...     lineage = graph.lineage("一件事一次办")
        >>> lineage["leads"].column("later")
        ['一件事一次办', '高效办成一件事']
    """

    initiative: str
    line: Line
    tables: Mapping[str, Result]
    notes: tuple[Note, ...]

    def __getitem__(self, table: str) -> Result:
        """The table of that name.

        Raises:
            SelectionError: there is none.
        """
        if table not in self.tables:
            raise SelectionError(f"a lineage has no table {table}; it has {', '.join(self.tables)}")
        return self.tables[table]

    def to_dataframes(self) -> dict[str, DataFrame]:
        """All tables as pandas data frames.

        Raises:
            CypherError: pandas is not installed.
        """
        return {name: table.to_dataframe() for name, table in self.tables.items()}


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
    nodes: dict[str, dict[str, Node]] = {label: {} for label in ("Initiative", "Region", "Document")}
    for node in source.nodes(*nodes):
        nodes[node.label][node.key] = node
    asked = find_initiative(nodes["Initiative"].values(), initiative)
    background = list(source.relationships("EVOLVED_INTO", "PART_OF", "COVERS", "SUCCEEDED_BY"))
    parts = [edge for edge in background if edge.type == "PART_OF"]
    line = names.line_of(
        asked,
        (edge for edge in background if edge.type == "EVOLVED_INTO"),
        (edge for edge in parts if edge.start.startswith("initiative/")),
        nodes["Initiative"],
    )
    became = heirs((e for e in background if e.type == "SUCCEEDED_BY"), nodes["Region"]) if join_successors else {}
    places = ((edge.start, edge.end) for edge in parts if edge.start.startswith("region/"))
    within = _shown(nodes["Region"], regions, among, places)
    told = (*line.names, *line.parts)
    used = uses.read_uses(
        source.relationships("CONCERNS", to={f"initiative/{name}" for name in told}),
        (edge for edge in background if edge.type == "COVERS"),
        nodes["Document"],
        shown={key: became.get(key, key) for key in within},
        years=years or (0, 9999),
        min_confidence=min_confidence,
        literal=literal,
    )
    traced = trace(
        source,
        asked.key,
        join_successors=join_successors,
        min_confidence=min_confidence,
        regions=regions,
        among=among,
        years=years,
    )
    terms = tempo.tempo(traced.rows)
    made = {
        "turns": (names.TURNS, names.turn_rows(line, nodes["Document"])),
        "names": (NAMES, _name_rows(line, used)),
        "leads": (leads.LEADS, leads.lead_rows(used, line.pairs)),
        "shares": (uses.SHARES, uses.share_rows(used, line.names)),
        "forms": (uses.FORMS, uses.form_rows(used, line.names)),
        "tempo": (tempo.TEMPO, terms.rows),
    }
    tables = {name: Result(made[name][0], tuple(made[name][1])) for name in TABLES}
    return Lineage(line.asked, line, tables, tuple(_notes(line, used, tables, terms, literal)))


def _shown(
    regions: Mapping[str, Node], words: Collection[str], among: Collection[str] | None, places: Iterator[tuple[str, str]]
) -> set[str]:
    """The regions that count; the country says what others are to do, and is none of them."""
    found = {key for key, node in regions.items() if node.properties["level"] != "country"}
    if words:
        tops = set().union(*(named(regions.values(), "Region", word) for word in words))
        found &= descendants(places, tops)
    return found if among is None else found & set(among)


def _name_rows(line: Line, used: Uses) -> Iterator[tuple[object, ...]]:
    """Rows under ``NAMES``: uses in reports under forms that are not bound to years; ``turn``: when the name came."""
    came = {later: year for _, later, year in reversed(list(line.pairs))}
    for name in (*line.names, *line.parts):
        years = used.named[name]
        said = sorted(year for year, users in years.items() if users)
        regions: set[str] = set().union(*years.values())
        count = sum(len(users) for users in years.values())
        relation = line.relations.get(name, PART)
        yield name, relation, came.get(name), *((said[0], said[-1]) if said else (None, None)), len(regions), count


def _notes(
    line: Line, used: Uses, tables: Mapping[str, Result], terms: Tempo, literal: bool
) -> Iterator[Note]:
    if not line.turns:
        yield Note("no_turn", {"name": line.asked})
    if line.local:
        yield Note("local_parts", {"n": line.local})
    if used.reports:
        yield Note("said", {"n": used.reports, "dated": used.with_date})
    else:
        yield Note("nothing_said")
    for lead in tables["leads"].records():
        if lead["both"] < leads.ENOUGH:
            yield Note("few_both", {key: lead[key] for key in ("earlier", "later", "both")} | {"least": leads.ENOUGH})
        if lead["first_lead"] is not None and lead["for_good"] is None:
            yield Note("never_led", {key: lead[key] for key in ("earlier", "later")})
    bound = sum(row["documents"] for row in tables["forms"].records() if row["dated"])
    if literal:
        yield Note("literal")
    if bound:
        yield Note("bound_forms", {"n": bound, "of": sum(tables["forms"].column("documents"))})
    if tables["leads"].rows:
        yield Note("leads_tell")
    sizes = [len(part) for part in terms.thirds]
    if min(sizes) < FEWEST:
        yield Note("no_tempo", {"n": sum(sizes), "least": FEWEST, "early": sizes[0], "middle": sizes[1], "late": sizes[2]})
    else:
        spans = {f"{name}_years": _span([row.hi for row in part if row.hi is not None])
                 for name, part in zip(tempo.THIRDS, terms.thirds, strict=True)}  # fmt: skip
        by_chance = round(2 * SURE * terms.compared)
        yield Note("tempo_told", {"n": sum(sizes), "terms": terms.compared, "sure": SURE, "chance": by_chance} | spans)


def _span(years: list[int]) -> str:
    return f"{min(years)}–{max(years)}" if min(years) < max(years) else str(min(years))
