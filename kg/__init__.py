"""The graph: model, resolution, build, disk, stores, exports, views and checks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.stores.base import Store

__all__ = ["open_graph"]
__version__ = "1.0.0"


def open_graph(graph: str | Path) -> Store:
    """The graph at ``graph``, to be queried; use it in a ``with`` block.

    Args:
        graph: a graph directory, or the address of a Neo4j (``bolt://…``), which is entered as ``NEO4J_USERNAME`` with
            ``NEO4J_PASSWORD``.

    Raises:
        DiskError: when the directory is no graph.
        Neo4jError: when the server cannot be reached, or holds no whole graph.

    Examples:
        >>> with open_graph("out/graph") as graph:  # doctest: +SKIP
        ...     graph.query("MATCH (r:Region) RETURN r.name AS region").to_dataframe()
    """
    if "://" in str(graph):
        from kg.stores.neo4j_access import Access  # noqa: PLC0415 - the driver takes long to load
        from kg.stores.neo4j_store import Neo4jStore  # noqa: PLC0415

        return Neo4jStore.open(Access.from_environment(str(graph)))
    from kg.stores.embedded import EmbeddedStore  # noqa: PLC0415 - so that a part of kg can be had by itself

    return EmbeddedStore.open(Path(graph))
