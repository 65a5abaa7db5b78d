"""Pushing a graph into Neo4j: pushed twice, or cut short and pushed again, the database holds the same graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from neo4j import Session

from cypher.elements import Node, Relationship
from kg import keys
from kg.errors import GraphError, Neo4jError
from kg.stores import neo4j_statements as statements
from kg.stores.neo4j_access import PATIENCE, Connection
from kg.stores.neo4j_store import refuse_foreign
from ontology.schema import schema

BATCH = 10_000
"""Rows in one transaction."""

AGAIN = "run the same push again"
T = TypeVar("T")
Advance = Callable[[int], None]


@dataclass(slots=True)
class PushReport:
    """How many nodes and relationships were pushed, and how many of an earlier graph were removed."""

    nodes: int = 0
    relationships: int = 0
    removed_nodes: int = 0
    removed_relationships: int = 0


def push(
    connection: Connection,
    nodes: Iterable[Node],
    relationships: Iterable[Relationship],
    progress: Advance = lambda more: None,
    batch: int = BATCH,
) -> PushReport:
    """Make the database hold this graph and nothing else.

    The ``Graph`` node is removed first and comes back last, so that readers refuse what lies between. Every write is
    idempotent, so each is tried again after a passing failure.

    Args:
        connection: the database; empty, or holding a graph of ours, whole or half pushed.
        nodes: all nodes, the ``Graph`` node among them.
        relationships: all relationships.
        progress: told how many elements more are there.
        batch: rows in one transaction.

    Raises:
        GraphError: no ``Graph`` node, a label or type that the ontology lacks, or a relationship without its ends.
        Neo4jError: a foreign graph in the database, or a server that fails.
    """
    graph, by_label, by_ends = _sorted_out(nodes, relationships)
    refuse_foreign(connection)
    with _to_be_repeated(), connection.session(write=True) as session:
        writing = _Writing(connection, session, progress, batch)
        writing.prepare()
        writing.nodes(by_label)
        writing.relationships(by_ends)
        writing.finish(graph)
    return writing.report


@contextmanager
def _to_be_repeated() -> Iterator[None]:
    """Says of a push that a failing server cut off what becomes of it."""
    try:
        yield
    except Neo4jError as error:
        if AGAIN in str(error):
            raise
        raise Neo4jError(f"{error}; the push is not whole: {AGAIN}, it goes on from there") from error


Ends = tuple[str, str, str]
Group = dict[str, Relationship]
Places = dict[str, tuple[str, str]]
"""Keys of both ends, by the relationship's key."""


def _sorted_out(
    nodes: Iterable[Node], relationships: Iterable[Relationship]
) -> tuple[Node, dict[str, dict[str, Node]], dict[Ends, Group]]:
    """The ``Graph`` node, the others by label and key, the relationships by type, labels of the ends, and key."""
    labels: dict[str, str] = {}
    by_label: dict[str, dict[str, Node]] = {}
    graph: Node | None = None
    for node in nodes:
        statements.label_name(node.label)
        labels[node.key] = node.label
        if node.key == keys.GRAPH:
            graph = node
        else:
            by_label.setdefault(node.label, {})[node.key] = node
    if graph is None:
        raise GraphError("this graph has no Graph node, and cannot be pushed; build it again")
    by_ends: dict[Ends, Group] = {}
    for edge in relationships:
        if edge.type in schema().retired:
            raise GraphError(f"{edge.type} is of an earlier version of the schema; build the graph again")
        statements.type_name(edge.type)
        for end in (edge.start, edge.end):
            if end not in labels:
                raise GraphError(f"relationship {edge.key} ({edge.type}) has no node at its end {end}")
        by_ends.setdefault((edge.type, labels[edge.start], labels[edge.end]), {})[edge.key] = edge
    return graph, by_label, by_ends


class _Writing:
    """One push under way, in one session: a second one would only bring deadlocks."""

    def __init__(self, connection: Connection, session: Session, progress: Advance, batch: int) -> None:
        self.connection = connection
        self.session = session
        self.progress = progress
        self.batch = batch
        self.report = PushReport()

    def prepare(self) -> None:
        """Take the ``Graph`` node away, and see to it that keys are unique and found fast."""
        self._write(statements.DROP_GRAPH_NODE)
        for label in schema().labels:
            self._write(statements.constraint(label))
        self.connection.write(self.session, statements.AWAIT_INDEXES, statements.SECONDS_TO_INDEX + PATIENCE)

    def nodes(self, by_label: dict[str, dict[str, Node]]) -> None:
        """Make the nodes those of ``by_label``."""
        for label, wanted in sorted(by_label.items()):
            for part in _batches(sorted(wanted), self.batch):
                rows = [dict(wanted[key].properties, key=key) for key in part]
                self._write(statements.merge_nodes(label), rows=rows)
                self.progress(len(rows))
            self.report.nodes += len(wanted)
        for label, there in self._read(statements.count_nodes()):
            wanted = by_label.get(label, {})
            if there != len(wanted):
                found = (key for (key,) in self._read(statements.node_keys(label)))
                for gone in _batches(sorted(key for key in found if key not in wanted), self.batch):
                    self._write(statements.drop_nodes(label), keys=gone)
                    self.report.removed_nodes += len(gone)

    def relationships(self, by_ends: dict[Ends, Group]) -> None:
        """Make the relationships those of ``by_ends``."""
        places: dict[str, Places] = {}
        for (kind, start, end), group in sorted(by_ends.items()):
            for part in _batches(sorted(group), self.batch):
                rows = [_row(group[key]) for key in part]
                self._write(statements.merge_relationships(kind, start, end), rows=rows)
                self.progress(len(rows))
            places.setdefault(kind, {}).update((key, (edge.start, edge.end)) for key, edge in group.items())
            self.report.relationships += len(group)
        for kind, there in self._read(statements.count_relationships()):
            wanted = places.get(kind, {})
            if there != len(wanted):
                for gone in _batches(self._vanished(kind, wanted), self.batch):
                    self._write(statements.DROP_RELATIONSHIPS, ids=gone)
                    self.report.removed_relationships += len(gone)

    def finish(self, graph: Node) -> None:
        """Put the ``Graph`` node in place, once all that was written is there."""
        nodes = sum(there for _, there in self._read(statements.count_nodes()))
        edges = sum(there for _, there in self._read(statements.count_relationships()))
        if (nodes, edges) != (self.report.nodes, self.report.relationships):
            raise Neo4jError(
                f"{self.connection.uri} holds {nodes:,} nodes and {edges:,} relationships where {self.report.nodes:,} "
                f"and {self.report.relationships:,} were pushed; see that nothing else writes there, and {AGAIN}"
            )
        self._write(statements.merge_nodes(graph.label), rows=[dict(graph.properties, key=graph.key)])
        self.report.nodes += 1
        self.progress(1)

    def _vanished(self, kind: str, wanted: Places) -> list[str]:
        """The server's ids of the relationships that are not wanted, or not between these ends, or there twice."""
        left, gone = dict(wanted), []
        for key, start, end, number in self._read(statements.relationship_ends(kind)):
            if left.get(key) == (start, end):
                del left[key]
            else:
                gone.append(number)
        return gone

    def _read(self, statement: str) -> list[list[Any]]:
        return self.connection.read(statement, self.session)

    def _write(self, statement: str, **parameters: Any) -> None:
        self.connection.write(self.session, statement, **parameters)


def _row(edge: Relationship) -> dict[str, Any]:
    return {"start": edge.start, "end": edge.end, "properties": dict(edge.properties, key=edge.key)}


def _batches(items: list[T], size: int) -> Iterator[list[T]]:
    remaining = iter(items)
    while part := list(islice(remaining, size)):
        yield part
