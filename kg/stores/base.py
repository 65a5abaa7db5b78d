"""What every store of a graph can do."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from cypher.errors import WriteRefusedError
from cypher.named import load_named_query, text_of
from cypher.results import Result
from kg.model import KnowledgeGraph
from kg.stores.analyses import Analyses
from kg.stores.parquet import AnyGraph

if TYPE_CHECKING:
    from kg.info.info import Info
    from kg.viewing import View


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

    def named(self, name: str, /, **parameters: Any) -> Result:
        """The rows of a named query (``reformkg queries`` lists them).

        Args:
            name: of the query.
            **parameters: of the query; those that are not given have its defaults. Names are looked up: 遂宁 and 510900
                are the region, 放管服 is the initiative of which it is a form.

        Raises:
            CypherError: there is no such query, or it takes too long.
            ParameterError: a name that the query does not have, a value of another type, one that is missing.
            SelectionError: a value names nothing in the graph, or several things.

        Examples:
            >>> from kg import open_graph
            >>> with open_graph("out/graph") as graph:
            ...     first = graph.named("regions_by_first_year", initiative="一网通办")
            >>> first.column("region")[0]
            '浦东新区'
        """
        from kg.named_values import look_up  # noqa: PLC0415 - as for info

        query = load_named_query(name)
        given = {key: text_of(value) for key, value in parameters.items()}
        return self.query(query.text, look_up(self, query, given).parameters)

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

    @property
    def lookup(self) -> AnyGraph:
        """The graph for those who want a part of it."""
        return self.graph

    def info(self) -> Info:
        """What the graph holds: kinds, years, regions, reforms, conflicts, and what could not be read.

        Raises:
            DiskError: a file of the graph directory is missing or damaged.
        """
        from kg.info.info import info  # noqa: PLC0415 - who asks in Cypher needs none of it

        return info(self.lookup, self.directory)

    def view(
        self,
        *,
        regions: Collection[str] = (),
        initiatives: Collection[str] = (),
        agencies: Collection[str] = (),
        policies: Collection[str] = (),
        years: tuple[int, int] | None = None,
        as_of: int | None = None,
        hops: int = 1,
        cypher: str | None = None,
        min_confidence: float | None = None,
        with_areas: bool = False,
        title: str | None = None,
        lang: Literal["en", "zh"] = "en",
        outlines: str | Path | None = None,
    ) -> View:
        """The interactive page of a subgraph, which a notebook shows inline; ``write(path)`` makes it a file.

        Args:
            regions: names or codes, with all that belongs to them; several words of one argument widen the choice,
                several arguments narrow it.
            initiatives: canonical names.
            agencies: full names.
            policies: numbers, titles or keys.
            years: first and last year of the statements.
            as_of: what could be known at the end of that year.
            hops: how far around the chosen nodes.
            cypher: a query whose nodes, relationships and keys are taken.
            min_confidence: how sure adoptions, events and figures must be.
            with_areas: what is a functional area's is its region's.
            title: the heading.
            lang: the language that the page opens in.
            outlines: a GeoJSON of your own; the pictures draw the regions in its outlines in place of tiles.

        Raises:
            SelectionError: a word names nothing, or all of them together leave nothing.
            NoMapError: the page has no picture for the outlines.
            InputError: ``outlines`` is no GeoJSON with outlines of the regions of the map.
            CypherError: the query is wrong.

        Examples:
            >>> from kg import open_graph
            >>> with open_graph("out/graph") as graph:
            ...     page = graph.view(initiatives=("一网通办",), years=(2019, 2021))
            >>> page.nodes > 3 and page.html.startswith("<!DOCTYPE html>")
            True
        """
        from kg.subgraph.selection import Selection  # noqa: PLC0415 - as above
        from kg.viewing import view  # noqa: PLC0415

        selection = Selection(
            regions=_words(regions),
            initiatives=_words(initiatives),
            agencies=_words(agencies),
            policies=_words(policies),
            years=years,
            as_of=as_of,
            hops=hops,
            cypher=cypher,
            min_confidence=min_confidence,
            with_areas=with_areas,
        )
        return view(self, selection, title=title, lang=lang, outlines=outlines)

    def close(self) -> None:
        """Let go of connections and files."""
        return

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()


def _words(given: Collection[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)
