"""The way into a graph for programmers: a graph directory or a Neo4j."""

from __future__ import annotations

from pathlib import Path

from kg.stores.base import Store


def open_graph(graph: str | Path) -> Store:
    """The graph at ``graph``, to be queried; use it in a ``with`` block.

    Args:
        graph: a graph directory, or the address of a Neo4j (``bolt://…``), which is entered as ``NEO4J_USERNAME`` with
            ``NEO4J_PASSWORD``.

    Raises:
        DiskError: when the directory is no graph.
        Neo4jError: when the server cannot be reached, or holds no whole graph.

    Examples:
        >>> from kg import open_graph
        >>> with open_graph("out/graph") as graph:
        ...     pilots = graph.query(
        ...         "MATCH (r:Region)-[a:ADOPTED {status: 'pilot'}]->(:Initiative {name: $name}) "
        ...         "RETURN r.name AS region, min(a.year) AS year ORDER BY year, region",
        ...         {"name": "相对集中行政许可权改革"},
        ...     )
        >>> pilots.rows
        (('射洪县', 2017), ('船山区', 2017), ('遂宁市', 2017))
    """
    if "://" in str(graph):
        from kg.stores.neo4j_access import Access  # noqa: PLC0415 - the driver takes long to load
        from kg.stores.neo4j_store import Neo4jStore  # noqa: PLC0415

        return Neo4jStore.open(Access.from_environment(str(graph)))
    from kg.stores.embedded import EmbeddedStore  # noqa: PLC0415 - nor is the engine needed for a server

    return EmbeddedStore.open(Path(graph))
