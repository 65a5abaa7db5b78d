"""What an export is made of: a part of a graph, or all of it as it is read from its tables."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.elements import Node, Relationship
from kg.stores.parquet import AnyGraph
from kg.subgraph.as_of import known_by
from kg.subgraph.select import select
from kg.subgraph.selection import Selection
from kg.whole import Whole


class Statements:
    """All of a graph but the node that tells of the graph itself."""

    def __init__(self, graph: AnyGraph) -> None:
        """Read ``graph`` when something is asked for."""
        self._graph = graph

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self._graph) - sum(1 for _ in self._graph.nodes("Graph"))

    @property
    def relationship_count(self) -> int:
        """How many relationships there are."""
        return self._graph.relationship_count

    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``, by key."""
        return (node for node in self._graph.nodes(*labels) if node.label != "Graph")

    def relationships(self, *kinds: str) -> Iterator[Relationship]:
        """All relationships, or those of types ``kinds``, by key."""
        return self._graph.relationships(*kinds)


def exported(store: Whole, selection: Selection, of_graph: bool = False) -> AnyGraph | Statements:
    """What ``selection`` names; where that is all, its tables are read as it is written.

    Args:
        store: the graph.
        selection: the part.
        of_graph: whether the node that tells of the whole graph goes with it where it is whole.

    Raises:
        SelectionError: when a word names nothing, or the store keeps no records for ``as_of``.
        CypherError: when the query is wrong.
    """
    if selection != Selection(as_of=selection.as_of, hops=selection.hops):
        return select(store, selection).graph
    whole = store.lookup if selection.as_of is None else known_by(store.directory, selection.as_of)
    return whole if of_graph else Statements(whole)
