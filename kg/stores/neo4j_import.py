"""A graph directory made again from the graph in Neo4j, which holds no texts and no conflicts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cypher.elements import Node
from kg import keys
from kg.disk import GraphDirectory
from kg.disk.workspace import open_workspace
from kg.errors import DiskError
from kg.model import KnowledgeGraph
from kg.stores.neo4j_store import Neo4jStore


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The directory that was written; whether the database was changed since the graph was pushed."""

    directory: GraphDirectory
    changed: bool


def import_graph(store: Neo4jStore, path: Path) -> ImportReport:
    """Write the graph of ``store`` into the graph directory ``path``: its nodes and relationships, and a manifest.

    Extraction records, the texts of the sources and the table of conflicts are not in Neo4j, so ``verify`` cannot
    compare quotes there, and ``build`` into the same folder reads all sources again.

    Raises:
        DiskError: ``path`` cannot be written, or holds something else, or a graph with its texts.
        Neo4jError: the server fails, or the graph is pushed anew meanwhile.
        GraphError: the database was changed into something that is no graph of ours.
    """
    _spare_texts(path)
    graph, about = store.graph, store.graph_node
    found = graph.content_hash()
    changed = found != about["hash"]
    if changed:  # it is another graph than the one that was pushed, and bears its own hash
        nodes = (_with_hash(node, found) if node.key == keys.GRAPH else node for node in graph.nodes())
        graph = KnowledgeGraph(nodes, graph.relationships())
    with open_workspace(path) as workspace:
        directory = workspace.publish(graph, (), (), str(about["extractor"]), str(about["ontology"]))
    return ImportReport(directory, changed)


def _spare_texts(path: Path) -> None:
    """Refuse to put a graph without texts in the place of one that has them."""
    try:
        texts = GraphDirectory(path).part_paths()
    except DiskError:
        return  # no graph is there, or none that can be read
    if texts:
        raise DiskError(f"{path} holds a graph with the texts of its sources, which would be lost; name another folder")


def _with_hash(node: Node, found: str) -> Node:
    return Node(node.key, node.label, {**node.properties, "hash": found})
