"""What every store of a graph can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any, Self

from cypher.elements import Node, Relationship
from cypher.errors import WriteRefusedError
from cypher.results import Result
from kg.model import KnowledgeGraph


class Store(ABC):
    """A graph that is read and queried. Used in a ``with`` block, it lets go of what it holds."""

    @abstractmethod
    def nodes(self, label: str | None = None) -> Iterator[Node]:
        """All nodes, or those of ``label``, by key."""

    @abstractmethod
    def relationships(self, kind: str | None = None) -> Iterator[Relationship]:
        """All relationships, or those of type ``kind``, by key."""

    @abstractmethod
    def query(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = 30.0,
        limit: int | None = None,
    ) -> Result:
        """The rows of a reading Cypher query.

        Raises:
            CypherError: for a query that is wrong, that would write, or that takes too long.
        """

    @abstractmethod
    def explain(self, query: str, parameters: Mapping[str, Any] | None = None) -> Result:
        """The plan of a query, which is not run."""

    def write(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = 30.0,
        limit: int | None = None,
    ) -> Result:
        """The rows of a query that may also write, on a store that takes such.

        Raises:
            WriteRefusedError: this one does not.
            CypherError: for a query that is wrong or takes too long.
        """
        raise WriteRefusedError("an embedded graph is what its sources say and takes no --write; only --neo4j does")

    @property
    def graph(self) -> KnowledgeGraph:
        """The whole graph in memory."""
        return KnowledgeGraph(self.nodes(), self.relationships())

    def close(self) -> None:
        """Let go of connections and files."""
        return

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
