"""The embedded store: NetworkX holds the graph, the embedded engine answers Cypher."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from cypher.elements import Node, Relationship
from cypher.engine import EmbeddedEngine
from cypher.results import Result
from kg.disk import GraphDirectory
from kg.model import KnowledgeGraph
from kg.stores.base import Store
from kg.stores.kept_engine import keep_engine, open_engine
from kg.stores.parquet import AnyGraph, ParquetGraph
from kg.stores.room import refuse_without_room


class EmbeddedStore(Store):
    """A graph in this process: of a graph directory, or put together in memory."""

    def __init__(self, graph: AnyGraph | None = None, directory: GraphDirectory | None = None) -> None:
        """Use ``graph``, or that of ``directory``, which is loaded when it is first needed."""
        self._graph = graph
        self.directory = directory

    @classmethod
    def open(cls, path: Path) -> EmbeddedStore:
        """The store of the graph directory at ``path``.

        Raises:
            DiskError: when it is no graph directory that can be read.
        """
        return cls(directory=GraphDirectory(path))

    @cached_property
    def graph(self) -> KnowledgeGraph:
        """The whole graph in memory."""
        if isinstance(self._graph, ParquetGraph):
            return KnowledgeGraph(self._graph.nodes(), self._graph.relationships())
        if self._graph is not None:
            return self._graph
        return self.directory.graph if self.directory else KnowledgeGraph()

    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``, by key; of a graph that is not in memory, nothing else is loaded."""
        return self.lookup.nodes(*labels)

    def relationships(self, *kinds: str, to: Collection[str] | None = None) -> Iterator[Relationship]:
        """All relationships, or those of types ``kinds``, by key; given ``to``, those that end at one of its keys."""
        return self.lookup.relationships(*kinds, to=to)

    @property
    def lookup(self) -> AnyGraph:
        """The graph for those who want a part of it: in memory, or the tables of the directory."""
        return self.graph if "graph" in self.__dict__ or self._tables is None else self._tables

    @cached_property
    def _tables(self) -> ParquetGraph | None:
        if self._graph is not None:
            return self._graph if isinstance(self._graph, ParquetGraph) else None
        return ParquetGraph(self.directory) if self.directory else None

    @cached_property
    def engine(self) -> EmbeddedEngine:
        """The Cypher engine; of a graph directory, what it made of the graph is kept beside the generation.

        Raises:
            GraphError: there is no memory for it.
        """
        directory = self.directory
        if directory is None or self._graph is not None:
            return EmbeddedEngine.from_graph(self.lookup)
        path, graph_hash = directory.cache, directory.manifest.graph
        refuse_without_room(sum(directory.manifest.counts["relationships"].values()), path.is_file())
        kept = open_engine(path, graph_hash)
        if kept is not None:
            return kept
        engine = EmbeddedEngine.from_graph(self.lookup)
        keep_engine(engine, path, graph_hash)
        return engine

    def query(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = 30.0,
        limit: int | None = None,
    ) -> Result:
        """The rows of a reading Cypher query."""
        return self.engine.run(query, parameters or {}, timeout=timeout, limit=limit)

    def close(self) -> None:
        """Let a build remove the generation that this store reads once another is in its place."""
        if self.directory:
            self.directory.release()

    def explain(self, query: str, parameters: Mapping[str, Any] | None = None) -> Result:
        """The plan of a query, which is not run."""
        return self.engine.explain(query, parameters or {})
