"""What every store of a graph can do."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from cypher.errors import WriteRefusedError
from cypher.results import Result
from kg.model import KnowledgeGraph
from kg.stores.analyses import Analyses

if TYPE_CHECKING:
    from kg.info.info import Info


class Store(Analyses):
    """A graph that is read and queried. Used in a ``with`` block, it lets go of what it holds.

    Examples:
        >>> from kg import open_graph
        >>> with open_graph("out/graph") as graph:
        ...     initiatives = graph.query("MATCH (i:Initiative {name: $name}) RETURN i", {"name": "一网通办"})
        ...     cited = sum(1 for _ in graph.relationships("CITES"))
        >>> initiatives.rows[0][0].properties["name"]
        '一网通办'
        >>> cited > 0
        True
    """

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

        Args:
            query: Cypher as a Neo4j 5 takes it; docs/cypher.md says what is refused.
            parameters: values by name, for ``$name`` in the query.
            timeout: seconds after which the query is given up; None for none.
            limit: the most rows to give; the result says whether there were more.

        Raises:
            CypherError: for a query that is wrong, that would write, or that takes too long.
            Neo4jError: when the server fails; a graph directory has none.
        """

    @abstractmethod
    def explain(self, query: str, parameters: Mapping[str, Any] | None = None) -> Result:
        """The plan of a query, which is not run.

        Raises:
            CypherError: for a query that is wrong or that would write.
        """

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
        """The whole graph in memory; its own ``graph`` is a ``networkx.MultiDiGraph``."""
        return KnowledgeGraph(self.nodes(), self.relationships())

    def info(self) -> Info:
        """What the graph holds: kinds, years, regions, reforms, conflicts, and what could not be read.

        Raises:
            DiskError: a file of the graph directory is missing or damaged.
        """
        from kg.info.info import info  # noqa: PLC0415 - who asks in Cypher needs none of it

        return info(self.graph, self.directory)

    def close(self) -> None:
        """Let go of connections and files."""
        return

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()
