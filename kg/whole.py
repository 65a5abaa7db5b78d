"""A whole graph of any store, as those use it that the stores themselves are built upon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from cypher.elements import Node
from cypher.results import Result
from kg.disk import GraphDirectory
from kg.model import KnowledgeGraph
from kg.stores.parquet import AnyGraph


class Whole(Protocol):
    """What names are looked up in, and what a subgraph is chosen from."""

    directory: GraphDirectory | None

    @property
    def graph(self) -> KnowledgeGraph:
        """The whole graph in memory."""

    @property
    def lookup(self) -> AnyGraph:
        """The graph for those who want a part of it."""

    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``."""

    def query(self, query: str, parameters: Mapping[str, Any] | None = None, *, timeout: float | None = 30.0) -> Result:
        """The rows of a reading Cypher query."""
