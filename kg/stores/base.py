"""What every store of a graph can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from cypher.elements import Node, Relationship
from cypher.errors import WriteRefusedError
from cypher.results import Result
from kg.disk import GraphDirectory
from kg.model import KnowledgeGraph
from kg.tracing.words import DONE

if TYPE_CHECKING:
    from kg.tracing.persistence import Network
    from kg.tracing.trace import Trace


class Store(ABC):
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

    directory: GraphDirectory | None = None
    """The graph directory that it reads, with the records and texts of all documents; None where it reads none."""

    @abstractmethod
    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``, by key."""

    @abstractmethod
    def relationships(self, *kinds: str, to: Collection[str] | None = None) -> Iterator[Relationship]:
        """All relationships, or those of types ``kinds``, by key; given ``to``, those that end at one of its keys."""

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

    def trace(
        self,
        initiative: str,
        *,
        count: Collection[str] = DONE,
        children: bool = False,
        join_successors: bool = False,
        min_confidence: float = 0.0,
        regions: Collection[str] = (),
        among: Collection[str] | None = None,
        years: tuple[int, int] | None = None,
        as_of: int | None = None,
    ) -> Trace:
        """Where a reform began, who adopted it when, who came first, and what that rests on.

        Args:
            initiative: its name, or one of its forms (放管服).
            count: what counts as an adoption: planned, pilot, implemented, completed, laid_down, designated.
            children: trace the initiatives that are part of it with it.
            join_successors: a region and the one that it became (射洪县, 射洪市) are one, under the last name.
            min_confidence: sentences that were read right with less than this probability count as mentions.
            regions: names or codes; only they and all that belongs to them are shown.
            among: keys of regions; only these are shown.
            years: first and last year; statements and reports of other years are as if they were not there.
            as_of: what could be known at the end of that year.

        Raises:
            SelectionError: for an unknown name or stage, or ``as_of`` on a graph without records.
            GraphError: the graph was built before it said which documents observe their region.
        """
        from kg.tracing.trace import trace  # noqa: PLC0415 - who asks in Cypher needs none of it

        source = self if as_of is None else self.known_by(as_of)
        return trace(
            source,
            initiative,
            count=count,
            children=children,
            join_successors=join_successors,
            min_confidence=min_confidence,
            regions=regions,
            among=among,
            years=years,
        )

    def network(
        self,
        initiatives: Collection[str] = (),
        *,
        count: Collection[str] = DONE,
        level: str = "province",
        delay: str | None = None,
        rate: float | None = None,
        join_successors: bool = False,
        min_confidence: float = 0.0,
        regions: Collection[str] = (),
        among: Collection[str] | None = None,
        years: tuple[int, int] | None = None,
        as_of: int | None = None,
    ) -> Network:
        """Who follows whom again and again over many reforms: persistent order, not influence.

        Args:
            initiatives: names or forms; without any all that the reference list knows.
            count: what counts as an adoption, as in ``trace``.
            level: of the regions: province, prefecture, county or all.
            delay: how long a reform takes: years (exponential, of which calendar years are known), exponential or
                rayleigh; None: years.
            rate: of the delay, adoptions a year; None: the likeliest.
            join_successors: as in ``trace``.
            min_confidence: as in ``trace``.
            regions: names or codes; only they and all that belongs to them are looked at.
            among: keys of regions; only these are looked at.
            years: as in ``trace``.
            as_of: as in ``trace``.

        Raises:
            SelectionError: for an unknown name, or ``as_of`` on a graph without records.
            GraphError: the graph was built before it said which documents observe their region.
        """
        from kg.tracing.cascades import cascades_of_graph  # noqa: PLC0415 - as above
        from kg.tracing.persistence import make_network  # noqa: PLC0415

        cascades = cascades_of_graph(
            self if as_of is None else self.known_by(as_of),
            initiatives,
            count,
            level,
            join_successors=join_successors,
            min_confidence=min_confidence,
            regions=regions,
            among=among,
            years=years,
        )
        return make_network(cascades, delay, rate)

    def known_by(self, year: int) -> KnowledgeGraph:
        """The graph as it could be known at the end of ``year``.

        Raises:
            SelectionError: without a graph directory, or without a document up to then.
        """
        from kg.subgraph.as_of import known_by  # noqa: PLC0415 - it loads what puts graphs together

        return known_by(self.directory, year)

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

    def close(self) -> None:
        """Let go of connections and files."""
        return

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()
