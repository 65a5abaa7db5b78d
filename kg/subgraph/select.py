"""The choice of a subgraph by the options that export, view and trace share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from cypher.elements import Node, Path, Relationship
from cypher.engine import EmbeddedEngine
from cypher.results import Result
from kg.disk import GraphDirectory
from kg.errors import SelectionError
from kg.keys import GRAPH
from kg.model import KnowledgeGraph
from kg.subgraph.as_of import known_by
from kg.subgraph.names import find_nodes, with_descendants
from kg.subgraph.selection import Selection
from kg.subgraph.sureness import sure_of
from kg.subgraph.with_areas import with_areas
from kg.subgraph.years import of_years

_HUBS = {"Year", "Graph"}  # everything touches them, so no way leads through them


class Whole(Protocol):
    """What a subgraph is chosen from: any store."""

    directory: GraphDirectory | None

    @property
    def graph(self) -> KnowledgeGraph:
        """The whole graph in memory."""

    def query(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = 30.0,
        limit: int | None = None,
    ) -> Result:
        """The rows of a reading Cypher query."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A subgraph.

    Attributes:
        graph: the subgraph.
        whole: the graph that it was chosen from, as of the year, and as sure, as was asked.
        seeds: the keys of the nodes that were asked for by name.
    """

    graph: KnowledgeGraph
    whole: KnowledgeGraph
    seeds: frozenset[str] = frozenset()


def select(store: Whole, selection: Selection) -> Chosen:
    """The subgraph that ``selection`` names.

    Raises:
        SelectionError: when a word names nothing, or the store keeps no records for ``as_of``.
        CypherError: when the query is wrong.
    """
    whole = stored = store.graph if selection.as_of is None else known_by(store.directory, selection.as_of)
    if selection.min_confidence is not None:
        whole = sure_of(whole, selection.min_confidence)
    if selection.with_areas:
        whole = with_areas(whole)
    seeds = _seeds(whole, selection)
    chosen = whole.subgraph(n.key for n in whole.nodes() if n.label != "Graph")
    if seeds:
        near = [around(whole, group, selection.hops) for group in seeds.values()]
        chosen = whole.subgraph(set.intersection(*near))
        if selection.hops <= 1:
            chosen = _of_seeds(chosen, seeds)
    if selection.cypher:
        as_stored = selection.as_of is None and whole is stored
        ask = store.query if as_stored else EmbeddedEngine.from_elements(whole.nodes(), whole.relationships()).run
        chosen = _of_query(ask(selection.cypher, {}, timeout=None), chosen)
    if selection.years:
        chosen = of_years(chosen, selection.years, set().union(*seeds.values()))
    return Chosen(chosen, whole, frozenset().union(*seeds.values()))


def around(graph: KnowledgeGraph, seeds: Iterable[str], hops: int) -> set[str]:
    """``seeds`` and what lies within ``hops`` steps of them, either way; no step leads on from a year."""
    found = set(seeds)
    edge_of_found = set(found)
    for _ in range(hops):
        edge_of_found = {
            neighbour
            for key in edge_of_found
            if graph.graph.nodes[key]["label"] not in _HUBS
            for neighbour in (*graph.graph.successors(key), *graph.graph.predecessors(key))
        } - found
        found |= edge_of_found
    return found - {GRAPH}


def _of_seeds(graph: KnowledgeGraph, seeds: Mapping[str, set[str]]) -> KnowledgeGraph:
    """Without what the neighbours state of each other: of a region asked for, only its own adoptions.

    Who learned from whom is stated of an initiative, as if that were an end, too.
    """
    kept, nodes = set(), set().union(*seeds.values())
    for edge in graph.relationships():
        ends = {edge.start: graph.graph.nodes[edge.start]["label"], edge.end: graph.graph.nodes[edge.end]["label"]}
        of = {edge.properties.get("initiative", ""): "Initiative"} if edge.type == "LEARNED_FROM" else {}
        told = ends | of
        if all(group & told.keys() for label, group in seeds.items() if label in told.values()):
            kept.add(edge.key)
            nodes |= ends.keys()
    return graph.subgraph(nodes, kept)


def _seeds(graph: KnowledgeGraph, selection: Selection) -> dict[str, set[str]]:
    groups = {}
    for label, words in (
        ("Region", selection.regions),
        ("Initiative", selection.initiatives),
        ("Agency", selection.agencies),
        ("Policy", selection.policies),
    ):
        if words:
            found: set[str] = set().union(*(find_nodes(graph, label, word) for word in words))
            groups[label] = with_descendants(graph, found) if label == "Region" else found
    return groups


def _of_query(found: Result, within: KnowledgeGraph) -> KnowledgeGraph:
    nodes: set[str] = set()
    edges: set[str] = set()
    for row in found:
        for value in row:
            _collect(value, within, nodes, edges)
    if not nodes and not edges:
        raise SelectionError("the query gives no nodes, relationships or keys of this graph; return some of them")
    if not edges:
        return within.subgraph(nodes)
    for key in edges:
        edge = within.relationship(key)
        if edge:
            nodes |= {edge.start, edge.end}
    return within.subgraph(nodes, edges)


def _collect(value: Any, graph: KnowledgeGraph, nodes: set[str], edges: set[str]) -> None:
    if isinstance(value, Node):
        nodes.add(value.key)
    elif isinstance(value, Relationship):
        edges.add(value.key)
    elif isinstance(value, Path):
        nodes.update(node.key for node in value.nodes)
        edges.update(edge.key for edge in value.relationships)
    elif isinstance(value, list | tuple):
        for item in value:
            _collect(item, graph, nodes, edges)
    elif isinstance(value, str):
        if graph.node(value):
            nodes.add(value)
        elif graph.relationship(value):
            edges.add(value)
