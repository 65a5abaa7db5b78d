"""All that a trace takes from a graph, in three readings: the rest of the graph is not loaded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from cypher.elements import Node, Relationship
from kg.subgraph.names import descendants, named
from kg.tracing.background import Launch, Superiors, launches
from kg.tracing.claims import Claim, claims_of
from kg.tracing.coverage import observed_years
from kg.tracing.designated import Designation, designations, stated
from kg.tracing.source import Source, find_initiative
from kg.tracing.statements import Statement, adoption, mentions, weighed
from kg.tracing.successors import heirs, join_statements, join_years
from ontology.schema import ADOPTIONS

_BACKGROUND = ("COVERS", "PART_OF", "LAUNCHED_BY", "ORIGINATED_IN", "SUCCEEDED_BY", "LEARNED_FROM")
_STATEMENTS = (*sorted(ADOPTIONS), "CONCERNS", "CLAIMED_FIRST")
_CITATIONS = ("CITES", "IMPLEMENTS", "FORWARDS", "TEXT_OF")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a graph states of one reform.

    Attributes:
        name: the traced initiative.
        parts: the initiatives traced with it, by name.
        part_count: how many are part of it.
        regions: all regions of the graph, by key.
        shown: the regions asked for; None for all.
        documents: the documents, by key.
        statements: those about the reform, the earliest first.
        undated: how many more have no year, nor a document with one.
        areas: the functional areas that state it of themselves, by name; what they do is not their region's.
        observed: by region, the years that a document observes.
        heirs: by region, what became of it, where that is one and the same place.
        joined: whether they are taken as one.
        superiors: what lies above what.
        launches: the documents that set it going, the earliest first.
        origins: where the reference list says that it began.
        claims: who says from whom it learned the reform, and who says that it was the first, the earliest first.
        designations: what superiors gave regions in it, and in all that is part of it, the earliest first.
    """

    name: str
    parts: tuple[str, ...]
    part_count: int
    regions: dict[str, Node]
    shown: frozenset[str] | None
    documents: dict[str, Node]
    statements: tuple[Statement, ...]
    undated: int
    areas: tuple[str, ...]
    observed: dict[str, tuple[int, ...]]
    heirs: dict[str, str]
    joined: bool
    superiors: Superiors
    launches: tuple[Launch, ...]
    origins: tuple[Relationship, ...]
    claims: tuple[Claim, ...] = ()
    designations: tuple[Designation, ...] = ()

    @property
    def launched(self) -> int | None:
        """The year of the launching document."""
        return next((launch.year for launch in self.launches if launch.year), None)

    def now(self, regions: Collection[str]) -> set[str]:
        """``regions``, and what stands for them where successors are joined."""
        return {*regions, *(self.heirs[key] for key in regions if self.joined and key in self.heirs)}


def read_facts(
    source: Source,
    initiative: str,
    *,
    children: bool = False,
    join_successors: bool = False,
    min_confidence: float = 0.0,
    regions: Collection[str] = (),
    years: tuple[int, int] | None = None,
) -> Facts:
    """Read ``source``.

    Args:
        source: the graph.
        initiative: a name or a form.
        children: trace what is ``PART_OF`` it with it.
        join_successors: take a region and the one that it became as one, under the last name.
        min_confidence: the confidence below which a sentence is but a mention.
        regions: names or codes; they and all that belongs to them are shown.
        years: first and last year of the statements and of the years observed.

    Raises:
        SelectionError: when a name is not known.
        GraphError: when the graph does not say which documents observe.
    """
    nodes: dict[str, dict[str, Node]] = {label: {} for label in ("Initiative", "Region", "Document", "Policy")}
    for node in source.nodes(*nodes):
        nodes[node.label][node.key] = node
    traced = find_initiative(nodes["Initiative"].values(), initiative)
    background = _by_type(source.relationships(*_BACKGROUND), _BACKGROUND)
    parts = [edge for edge in background["PART_OF"] if edge.start.startswith("initiative/")]
    below = descendants(((edge.start, edge.end) for edge in parts), {traced.key})
    keys = below if children else {traced.key}
    told = _by_type(source.relationships(*_STATEMENTS, to=keys), _STATEMENTS)
    given = _designations(source, below, nodes["Document"])
    adopted, undated = _statements(told, nodes["Document"], background)
    statements = sorted((*adopted, *stated(given, keys)), key=lambda statement: statement.order)
    became = heirs(background["SUCCEEDED_BY"], nodes["Region"])
    first, last = years or (0, 9999)
    kept = tuple(weighed(statement, min_confidence) for statement in statements if first <= statement.year <= last)
    places = [edge for edge in background["PART_OF"] if edge.start.startswith("region/")]
    observed = {
        region: within
        for region, years_ in observed_years(background["COVERS"], nodes["Document"]).items()
        if (within := tuple(year for year in years_ if first <= year <= last))
    }
    claimed = claims_of(
        [edge for edge in background["LEARNED_FROM"] if edge.properties.get("initiative") in keys],
        told["CLAIMED_FIRST"],
        nodes["Document"],
        became if join_successors else {},
    )
    launched = [edge for edge in background["LAUNCHED_BY"] if edge.start == traced.key]
    return Facts(
        name=str(traced.properties["name"]),
        parts=tuple(sorted(key.partition("/")[2] for key in keys - {traced.key})),
        part_count=len(below) - 1,
        regions=nodes["Region"],
        shown=_shown(nodes["Region"], regions, places),
        documents=nodes["Document"],
        statements=join_statements(kept, became) if join_successors else kept,
        claims=tuple(claim for claim in claimed if claim.year is None or first <= claim.year <= last),
        undated=undated,
        areas=tuple(sorted({str(edge.properties["area"]) for edge in told["AREA_ADOPTED"]})),
        observed=join_years(observed, became) if join_successors else observed,
        heirs=became,
        joined=join_successors,
        superiors=Superiors(places),
        launches=tuple(_launches(source, launched, nodes["Policy"])),
        origins=tuple(edge for edge in background["ORIGINATED_IN"] if edge.start == traced.key),
        designations=tuple(_kept(given, (first, last), min_confidence, became if join_successors else {})),
    )


def _by_type(edges: Iterable[Relationship], kinds: Iterable[str]) -> dict[str, list[Relationship]]:
    found: dict[str, list[Relationship]] = {kind: [] for kind in kinds}
    for edge in edges:
        found[edge.type].append(edge)
    return found


def _statements(
    told: dict[str, list[Relationship]], documents: dict[str, Node], background: dict[str, list[Relationship]]
) -> tuple[list[Statement], int]:
    covered = {edge.start: edge.end for edge in background["COVERS"]}
    found = [adoption(edge, documents) for edge in told["ADOPTED"]]
    stated = [statement for statement in found if statement]
    return [*stated, *mentions(told["CONCERNS"], documents, covered)], found.count(None)


def _designations(source: Source, initiatives: Collection[str], documents: dict[str, Node]) -> list[Designation]:
    about = [e for e in source.relationships("ABOUT", to=initiatives) if e.start.startswith("event/")]
    if not about:
        return []
    events, touching = {edge.start for edge in about}, dict[str, list[Relationship]]()
    for edge in source.relationships("HAPPENED_IN", "DECIDED_BY"):
        if edge.start in events:
            touching.setdefault(edge.start, []).append(edge)
    return designations(about, touching, {node.key: node for node in source.nodes("Event")}, documents)


def _kept(
    given: Iterable[Designation], years: tuple[int, int], least: float, heirs: Mapping[str, str]
) -> Iterator[Designation]:
    """Those of the years that are likely enough, by ``heirs`` of what their region became."""
    for each in given:
        statement = each.statement
        if years[0] <= statement.year <= years[1] and weighed(statement, least) == statement:
            yield replace(each, statement=next(iter(join_statements([statement], heirs))))


def _launches(source: Source, edges: list[Relationship], policies: dict[str, Node]) -> list[Launch]:
    if not edges:
        return []
    return launches(edges, policies, source.relationships(*_CITATIONS, to={edge.end for edge in edges}))


def _shown(regions: dict[str, Node], words: Collection[str], places: list[Relationship]) -> frozenset[str] | None:
    if not words:
        return None
    tops = set().union(*(named(regions.values(), "Region", word) for word in words))
    return frozenset(descendants(((edge.start, edge.end) for edge in places), tops))
