"""The choice of a subgraph by the options that export, view and trace share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cypher.elements import Node, Path, Relationship
from cypher.engine import EmbeddedEngine
from cypher.results import Result
from kg.errors import SelectionError
from kg.keys import GRAPH
from kg.model import KnowledgeGraph
from kg.stores.parquet import AnyGraph, surest
from kg.subgraph.as_of import known_by
from kg.subgraph.names import find_nodes, with_descendants
from kg.subgraph.selection import Selection
from kg.subgraph.sureness import sure_of
from kg.subgraph.with_areas import with_areas
from kg.subgraph.years import of_years
from kg.whole import Whole


@dataclass(frozen=True, slots=True)
class Chosen:
    """A subgraph.

    Attributes:
        graph: the subgraph.
        whole: the graph that it was chosen from, as of the year, and as sure, as was asked.
        seeds: the keys of the nodes that were asked for by name.
    """

    graph: KnowledgeGraph
    whole: AnyGraph
    seeds: frozenset[str] = frozenset()


def select(store: Whole, selection: Selection) -> Chosen:
    """The subgraph that ``selection`` names.

    Raises:
        SelectionError: when a word names nothing, or the store keeps no records for ``as_of``.
        CypherError: when the query is wrong.
    """
    whole = _whole(store, selection)
    seeds = _seeds(whole, selection)
    chosen: KnowledgeGraph | None = None
    if seeds:
        near = [whole.around(group, selection.hops) for group in seeds.values()]
        chosen = whole.part(set.intersection(*near))
        if selection.hops <= 1:
            chosen = _of_seeds(chosen, seeds)
    if selection.cypher:
        as_stored = selection.as_of is None and selection.min_confidence is None and not selection.with_areas
        ask = store.query if as_stored else EmbeddedEngine.from_elements(whole.nodes(), whole.relationships()).run
        chosen = _of_query(ask(selection.cypher, {}, timeout=None), chosen, whole)
    if chosen is None:
        chosen = whole.part(node.key for node in whole.nodes() if node.label != "Graph")
    if selection.years:
        chosen = of_years(chosen, selection.years, set().union(*seeds.values()))
    return Chosen(chosen, whole, frozenset().union(*seeds.values()))


def _whole(store: Whole, selection: Selection) -> AnyGraph:
    """What the part is cut out of: in memory only where it is made anew, or where all of it is asked for."""
    least = selection.min_confidence
    if selection.as_of is not None:
        whole = known_by(store.directory, selection.as_of)
    elif selection.names_something and not selection.with_areas:
        return store.lookup if least is None else surest(store.lookup, least)
    else:
        whole = store.graph
    whole = whole if least is None else sure_of(whole, least)
    return with_areas(whole) if selection.with_areas else whole


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


def _seeds(graph: AnyGraph, selection: Selection) -> dict[str, set[str]]:
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


def _of_query(found: Result, chosen: KnowledgeGraph | None, whole: AnyGraph) -> KnowledgeGraph:
    """What ``found`` has of ``chosen``, or of the whole: its nodes, relationships and keys."""
    keys: set[str] = set()
    nodes: set[str] = set()
    edges: set[str] = set()
    for row in found:
        for value in row:
            _collect(value, nodes, edges, keys)
    within = whole.with_ends((nodes | edges | keys) - {GRAPH}) if chosen is None else chosen
    nodes |= {key for key in keys if within.node(key)}
    edges |= {key for key in keys - nodes if within.relationship(key)}
    if not nodes and not edges:
        raise SelectionError("the query gives no nodes, relationships or keys of this graph; return some of them")
    if not edges:
        return within.subgraph(nodes)
    for key in edges:
        edge = within.relationship(key)
        if edge:
            nodes |= {edge.start, edge.end}
    return within.subgraph(nodes, edges)


def _collect(value: Any, nodes: set[str], edges: set[str], keys: set[str]) -> None:
    if isinstance(value, Node):
        nodes.add(value.key)
    elif isinstance(value, Relationship):
        edges.add(value.key)
    elif isinstance(value, Path):
        nodes.update(node.key for node in value.nodes)
        edges.update(edge.key for edge in value.relationships)
    elif isinstance(value, list | tuple):
        for item in value:
            _collect(item, nodes, edges, keys)
    elif isinstance(value, str):
        keys.add(value)
