"""What contradicts what: the conflicts of a graph, each with the sentences that state it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kg.model import KnowledgeGraph
from kg.resolve.conflicts import Conflict
from kg.stores.parquet import AnyGraph
from kg.why import sentence_of

COLUMNS = ("kind", "subject", "name", "values", "document", "date", "place", "quote")


def rows(conflicts: Iterable[Conflict], graph: KnowledgeGraph) -> Iterator[tuple[Any, ...]]:
    """A row under ``COLUMNS`` for each sentence or document that takes part in a conflict.

    Args:
        conflicts: those of the graph directory (``GraphDirectory.conflicts``), sorted.
        graph: its nodes and relationships.

    Yields:
        ``values`` are what is stated, the one that the graph took first; ``document``, ``date``, ``place`` (a span of
        characters) and ``quote`` are of one that states it. Where a document as a whole states it, place and quote are
        None; where the graph keeps no statement, document and date too.
    """
    for conflict in conflicts:
        subject = graph.node(conflict.subject)
        name = subject.properties["name"] if subject else None
        told = (conflict.kind, conflict.subject, name, list(conflict.values))
        for statement in conflict.statements or ("",):
            yield *told, *_stated(statement, graph)


def concerned(conflicts: Iterable[Conflict], graph: AnyGraph) -> KnowledgeGraph:
    """The part of ``graph`` that ``rows`` asks for: what ``conflicts`` are about, and who states it."""
    asked = {key for conflict in conflicts for key in (conflict.subject, *conflict.statements)}
    near = graph.with_ends(asked)
    sources = {str(edge.properties["source"]) for edge in near.relationships() if edge.key in asked}
    return graph.part(sources.union(node.key for node in near.nodes()))


def _stated(statement: str, graph: KnowledgeGraph) -> tuple[Any, ...]:
    """Document, date, place and quote of a statement: a relationship's key, a document's, or the path of a file."""
    edge = graph.relationship(statement)
    if edge is not None:
        return sentence_of(edge, graph)
    document = graph.node(statement)
    if document is not None:
        return document.properties["name"], document.properties.get("date"), None, None
    return statement or None, None, None, None
