"""A graph that gives its nodes and relationships: all of them, or as they are asked for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from cypher.elements import Node, Relationship
from kg.disk import GraphDirectory
from kg.model import KnowledgeGraph

if TYPE_CHECKING:
    from kg.tracing.source import Source


class Readable(ABC):
    """A graph that gives its nodes and relationships."""

    directory: GraphDirectory | None = None
    """The graph directory that it reads, with the records and texts of all documents; None where it reads none."""

    @abstractmethod
    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``, by key."""

    @abstractmethod
    def relationships(self, *kinds: str, to: Collection[str] | None = None) -> Iterator[Relationship]:
        """All relationships, or those of types ``kinds``, by key; given ``to``, those that end at one of its keys."""

    def as_asked(self, as_of: int | None, with_areas: bool) -> Source:
        """What to read: all of it, or what could be known by then, the areas apart or with their regions."""
        source: Source = self if as_of is None else self.known_by(as_of)
        if not with_areas:
            return source
        from kg.subgraph.with_areas import WithAreas  # noqa: PLC0415 - few ask for it

        return WithAreas(source)

    def known_by(self, year: int) -> KnowledgeGraph:
        """The graph as it could be known at the end of ``year``.

        Raises:
            SelectionError: without a graph directory, or without a document up to then.
        """
        from kg.subgraph.as_of import known_by  # noqa: PLC0415 - it loads what puts graphs together

        return known_by(self.directory, year)
