"""Parquet: the two tables of a graph directory, of a part of the graph."""

from __future__ import annotations

from pathlib import Path

from kg.disk.tables import write_nodes, write_relationships
from kg.exports.exported import Exported


def write_parquet(graph: Exported, path: Path) -> list[Path]:
    """Write ``nodes.parquet`` and ``edges.parquet`` into the folder ``path``.

    Raises:
        FileExistsError: when ``path`` is a file.
    """
    path.mkdir(parents=True, exist_ok=True)
    nodes, edges = path / "nodes.parquet", path / "edges.parquet"
    write_nodes(nodes, graph.nodes())
    write_relationships(edges, graph.relationships())
    return [nodes, edges]
