"""All that a trace takes from a graph, in a few readings: the rest of the graph is not loaded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from cypher.elements import Node, Relationship
from kg.subgraph.names import descendants
from kg.tracing.background import Launch, Superiors, launches
from kg.tracing.claims import Claim, claims_of
from kg.tracing.designated import Designation, designations, stated
from kg.tracing.ground import Edges, Ground, by_type, read_ground
from kg.tracing.source import Source, find_initiative
from kg.tracing.statements import Statement, adoption, mentions, weighed
from kg.tracing.successors import join_statements
from ontology.schema import ADOPTIONS

_STATEMENTS = (*sorted(ADOPTIONS), "CONCERNS", "CLAIMED_FIRST")
_CITATIONS = ("CITES", "IMPLEMENTS", "FORWARDS", "TEXT_OF")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a graph, or a list of events, states of one reform.

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
        areas_joined: those whose statements are taken for their region's.
        observed: by region, the years that a document observes.
        heirs: by region, what became of it, where that is one and the same place.
        joined: whether they are taken as one.
        superiors: what lies above what.
        launches: the documents that set it going, the earliest first.
        origins: where the reference list says that it began.
        claims: who says from whom it learned the reform, and who says that it was the first, the earliest first.
        designations: what superiors gave regions in it, and in all that is part of it, the earliest first.
        listed: name of the list of events that states it; None of a graph.
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
    areas_joined: tuple[str, ...]
    observed: dict[str, tuple[int, ...]]
    heirs: dict[str, str]
    joined: bool
    superiors: Superiors
    launches: tuple[Launch, ...]
    origins: tuple[Relationship, ...]
    claims: tuple[Claim, ...] = ()
    designations: tuple[Designation, ...] = ()
    listed: str | None = None

    @property
    def launched(self) -> int | None:
        """The year of the launching document."""
        return next((launch.year for launch in self.launches if launch.year), None)

    def now(self, regions: Collection[str]) -> set[str]:
        """``regions``, and what stands for them where successors are joined."""
        return {*regions, *(self.heirs[key] for key in regions if self.joined and key in self.heirs)}

    def are_shown(self, among: Collection[str] | None) -> Callable[[str], bool]:
        """Tells of the key of a region whether it is of those asked for, and of ``among`` (None: all)."""
        wanted = [self.now(keys) for keys in (self.shown, among) if keys is not None]
        return lambda key: all(key in keys for keys in wanted)


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
    """What ``source`` states of one reform.

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
    ground = read_ground(source, join_successors=join_successors, years=years)
    (facts,) = facts_of(source, ground, [initiative], children=children, min_confidence=min_confidence, regions=regions)
    return facts


def facts_of(
    source: Source,
    ground: Ground,
    initiatives: Collection[str],
    *,
    children: bool = False,
    min_confidence: float = 0.0,
    regions: Collection[str] = (),
) -> Iterator[Facts]:
    """What ``source`` states of each of several reforms, read together; the arguments are those of ``read_facts``.

    Raises:
        SelectionError: when a name is not known.
    """
    nodes = ground.nodes["Initiative"].values()
    traced = [find_initiative(nodes, word) for word in initiatives]
    parts = [(edge.start, edge.end) for edge in ground.edges["PART_OF"] if edge.start.startswith("initiative/")]
    below = {node.key: descendants(parts, {node.key}) for node in traced}
    keys = {node.key: below[node.key] if children else {node.key} for node in traced}
    reading = _Reading(source, ground, set().union(*keys.values()), set().union(*below.values()))
    shown = ground.below(regions)
    for node in traced:
        yield reading.facts(node, keys[node.key], below[node.key], shown, min_confidence)


class _Reading:
    """The statements about some reforms."""

    def __init__(self, source: Source, ground: Ground, keys: Collection[str], below: Collection[str]) -> None:
        self._ground = ground
        self._told: dict[str, list[Relationship]] = {}
        for edge in source.relationships(*_STATEMENTS, to=keys):
            self._told.setdefault(edge.end, []).append(edge)
        launched = {edge.end for edge in ground.edges["LAUNCHED_BY"] if edge.start in keys}
        self._cited = list(source.relationships(*_CITATIONS, to=launched)) if launched else []
        self._about: dict[str, list[Relationship]] = {}
        for edge in source.relationships("ABOUT", to=below):
            if edge.start.startswith("event/"):
                self._about.setdefault(edge.end, []).append(edge)
        happened = {edge.start for about in self._about.values() for edge in about}
        self._events = {node.key: node for node in source.nodes("Event") if node.key in happened} if happened else {}
        self._touching: dict[str, list[Relationship]] = {}
        for edge in source.relationships("HAPPENED_IN", "DECIDED_BY") if happened else ():
            if edge.start in happened:
                self._touching.setdefault(edge.start, []).append(edge)

    def facts(
        self, traced: Node, keys: Collection[str], below: Collection[str], shown: frozenset[str] | None, least: float
    ) -> Facts:
        ground = self._ground
        told = by_type((edge for key in sorted(keys) for edge in self._told.get(key, ())), _STATEMENTS)
        given = self._given(below)
        adopted, undated = self._adopted(told)
        statements = sorted((*adopted, *stated(given, keys)), key=lambda statement: statement.order)
        kept = tuple(weighed(told, least) for told in statements if ground.first <= told.year <= ground.last)
        launched = [edge for edge in ground.edges["LAUNCHED_BY"] if edge.start == traced.key]
        cited = [edge for edge in self._cited if edge.end in {launch.end for launch in launched}]
        return Facts(
            name=str(traced.properties["name"]),
            parts=tuple(sorted(key.partition("/")[2] for key in {*keys} - {traced.key})),
            part_count=len(below) - 1,
            regions=ground.nodes["Region"],
            shown=shown,
            documents=ground.nodes["Document"],
            statements=join_statements(kept, ground.heirs) if ground.joined else kept,
            claims=tuple(self._claims(told["CLAIMED_FIRST"], keys)),
            undated=undated,
            areas=tuple(sorted({edge.start.split("/", 2)[2] for edge in told["AREA_ADOPTED"]})),
            areas_joined=tuple(sorted({e.properties["area"] for e in told["ADOPTED"] if "area" in e.properties})),
            observed=ground.observed,
            heirs=ground.heirs,
            joined=ground.joined,
            superiors=ground.superiors,
            launches=tuple(launches(launched, ground.nodes["Policy"], cited)),
            origins=tuple(edge for edge in ground.edges["ORIGINATED_IN"] if edge.start == traced.key),
            designations=tuple(self._kept(given, least)),
        )

    def _adopted(self, told: Edges) -> tuple[list[Statement], int]:
        documents = self._ground.nodes["Document"]
        found = [adoption(edge, documents) for edge in told["ADOPTED"]]
        named = mentions(told["CONCERNS"], documents, self._ground.covered)
        return [*(statement for statement in found if statement), *named], found.count(None)

    def _given(self, below: Collection[str]) -> list[Designation]:
        about = [edge for key in sorted(below) for edge in self._about.get(key, ())]
        return designations(about, self._touching, self._events, self._ground.nodes["Document"])

    def _kept(self, given: Iterable[Designation], least: float) -> Iterator[Designation]:
        """Those of the years that are likely enough, of what their region became where successors are joined."""
        ground = self._ground
        heirs = ground.heirs if ground.joined else {}
        for each in given:
            statement = each.statement
            if ground.first <= statement.year <= ground.last and weighed(statement, least) == statement:
                yield replace(each, statement=next(iter(join_statements([statement], heirs))))

    def _claims(self, first: list[Relationship], keys: Collection[str]) -> Iterator[Claim]:
        ground = self._ground
        first = [edge for edge in first if edge.start in ground.nodes["Region"]]  # a functional area's is its own
        learned = [edge for edge in ground.edges["LEARNED_FROM"] if edge.properties.get("initiative") in keys]
        documents, heirs = ground.nodes["Document"], ground.heirs if ground.joined else {}
        for claim in claims_of(learned, first, documents, heirs):
            if claim.year is None or ground.first <= claim.year <= ground.last:
                yield claim
