"""Exports opened by the programs that they are for: pandas, SQLite, rdflib (networkx: ``test_formats``)."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pandas as pd
import pytest
import rdflib

from kg.exports import FORMATS
from kg.model import KnowledgeGraph


@pytest.fixture(params=["graph", "hostile"])
def any_graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    found: KnowledgeGraph = request.getfixturevalue(request.param)
    return found


def test_pandas_reads_the_tables(any_graph: KnowledgeGraph, tmp_path: Path) -> None:
    nodes, edges = (pd.read_csv(path, dtype=str, keep_default_na=False) for path in _tables(any_graph, tmp_path))
    assert (len(nodes), len(edges)) == (len(any_graph), any_graph.relationship_count)
    assert set(edges["from_key"]) | set(edges["to_key"]) <= set(nodes["key"])


def test_sqlite_joins_the_tables(graph: KnowledgeGraph, tmp_path: Path) -> None:
    database = sqlite3.connect(":memory:")
    for table, path in zip(("nodes", "edges"), _tables(graph, tmp_path), strict=True):
        pd.read_csv(path, dtype=str).to_sql(table, database)
    asked = """SELECT r.name, e.year FROM edges e JOIN nodes r ON r.key = e.from_key
               JOIN nodes i ON i.key = e.to_key WHERE e.type = 'ADOPTED' ORDER BY e.year, r.name"""
    expected = [
        (graph.node(edge.start).properties["name"], str(edge.properties["year"]))  # type: ignore[union-attr]
        for edge in graph.relationships("ADOPTED")
    ]
    assert sorted(database.execute(asked)) == sorted(expected) != []


def test_rdflib_reads_the_statements(any_graph: KnowledgeGraph, tmp_path: Path) -> None:
    (path,) = FORMATS["jsonld"].write(any_graph, tmp_path / "g.jsonld")
    read = rdflib.Graph().parse(path, format="json-ld")
    statements = set(read.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    assert len(statements) == any_graph.relationship_count
    ends = {end for each in statements for end in read.objects(each, rdflib.RDF.object)}
    assert ends and all((end, rdflib.RDF.type, None) in read for end in ends)


def _tables(graph: KnowledgeGraph, folder: Path) -> list[Path]:
    return sorted(FORMATS["csv"].write(graph, folder / "out"), key=lambda path: "node" not in path.name)


def test_igraph_reads_the_graphml(any_graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Where it is installed: its licence (GPL) keeps it out of what this project installs."""
    igraph = pytest.importorskip("igraph")
    (path,) = FORMATS["graphml"].write(any_graph, tmp_path / "g.graphml")
    read = igraph.Graph.Read_GraphML(str(path))
    assert (read.vcount(), read.ecount(), read.is_directed()) == (len(any_graph), any_graph.relationship_count, True)
    assert {edge["type"] for edge in read.es} == {edge.type for edge in any_graph.relationships()}
