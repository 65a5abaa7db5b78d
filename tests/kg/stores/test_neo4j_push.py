"""Pushing into a real Neo4j: what is there afterwards, whatever was there before and however often it was cut short."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from cypher.elements import Node, Relationship
from cypher.embedded.load import Listed
from kg.errors import GraphError, Neo4jError
from kg.model import KnowledgeGraph
from kg.stores.neo4j_access import Access, Connection
from kg.stores.neo4j_push import push
from kg.stores.neo4j_store import Neo4jStore
from ontology.schema import schema
from tests.neo4j_server import drop_constraints, run

ROOT = Path(__file__).resolve().parents[3]


def load(database: Connection, graph: KnowledgeGraph, **options: int) -> None:
    push(database, graph, **options)


def holds(database: Connection, graph: KnowledgeGraph) -> bool:
    return Neo4jStore(database).graph.content_hash() == graph.content_hash()


def without(graph: KnowledgeGraph, gone: Iterable[str]) -> KnowledgeGraph:
    left = set(gone)
    nodes = [node for node in graph.nodes() if node.key not in left]
    kept = {node.key for node in nodes}
    edges = [e for e in graph.relationships() if e.key not in left and {e.start, e.end} <= kept]
    return KnowledgeGraph(nodes, edges)


def element_ids(database: Connection) -> list[str]:
    nodes = database.read("MATCH (n) WHERE NOT n:Graph RETURN elementId(n)")
    return sorted(number for (number,) in nodes + database.read("MATCH ()-[r]->() RETURN elementId(r)"))


def test_a_push_brings_the_whole_graph(database: Connection, graph: KnowledgeGraph) -> None:
    report = push(database, graph)
    assert (report.nodes, report.relationships) == (len(graph), graph.relationship_count)
    assert holds(database, graph)
    assert Neo4jStore(database).graph_node == graph.node("graph").properties  # type: ignore[union-attr]


def test_keys_are_unique_by_constraint(database: Connection, graph: KnowledgeGraph) -> None:
    drop_constraints(database)
    load(database, graph)
    rows = database.read("SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type RETURN labelsOrTypes, properties, type")
    assert sorted(labels[0] for labels, _, _ in rows) == sorted(schema().labels)
    assert all((properties, kind) == (["key"], "UNIQUENESS") for _, properties, kind in rows)


def test_pushed_twice_it_changes_nothing(database: Connection, graph: KnowledgeGraph) -> None:
    load(database, graph)
    before = element_ids(database)
    report = push(database, graph)
    assert (report.removed_nodes, report.removed_relationships) == (0, 0)
    assert element_ids(database) == before
    assert holds(database, graph)


def test_nothing_is_there_that_the_embedded_graph_has_not(database: Connection, graph: KnowledgeGraph) -> None:
    load(database, graph)
    labels = {label for (label,) in database.read("MATCH (n) UNWIND labels(n) AS l RETURN DISTINCT l")}
    names = {name for (name,) in database.read("MATCH (n) UNWIND keys(n) AS k RETURN DISTINCT k")}
    assert labels == {node.label for node in graph.nodes()}
    assert names == {name for node in graph.nodes() for name in node.properties}


def test_what_vanished_is_removed(database: Connection, graph: KnowledgeGraph) -> None:
    load(database, graph)
    gone = [next(graph.nodes("Event")).key, next(graph.relationships("ADOPTED")).key]
    smaller = without(graph, gone)
    report = push(database, smaller)
    assert (report.removed_nodes, report.removed_relationships) == (1, 1)
    assert holds(database, smaller)


def test_a_label_or_type_that_vanished_is_removed(database: Connection, graph: KnowledgeGraph) -> None:
    load(database, graph)
    smaller = without(graph, [e.key for e in (*graph.nodes("Measurement"), *graph.relationships("ADOPTED"))])
    load(database, smaller)
    assert holds(database, smaller)


def test_properties_that_vanished_are_removed(database: Connection) -> None:
    load(database, tiny(en="one stop online", discovered=True))
    load(database, tiny(discovered=False))
    assert holds(database, tiny(discovered=False))


def test_a_relationship_that_moved_is_there_once(database: Connection) -> None:
    first, second = tiny(), tiny(start="region/510981/射洪市")
    load(database, first)
    load(database, second)
    assert holds(database, second)


def test_a_relationship_that_was_doubled_by_hand_is_there_once(database: Connection) -> None:
    load(database, tiny())
    run(database, "MATCH (a)-[r:ADOPTED]->(b) CREATE (a)-[c:ADOPTED]->(b) SET c = properties(r)")
    load(database, tiny())
    assert database.read("MATCH ()-[r:ADOPTED]->() RETURN count(r)") == [[1]]


@pytest.mark.parametrize("rows", [0, 7, 40, 100])
def test_a_push_cut_short_is_refused_by_readers_and_ends_equal_to_one(
    database: Connection, graph: KnowledgeGraph, rows: int
) -> None:
    load(database, without(graph, [node.key for node in graph.nodes("Region")]))
    cut_short(database, graph, rows)
    with pytest.raises(Neo4jError, match="a push that did not end"):
        Neo4jStore(database)
    load(database, graph)
    assert holds(database, graph)


def test_a_killed_push_repeated_ends_equal_to_one(
    database: Connection, graph: KnowledgeGraph, neo4j_access: Access
) -> None:
    push_in_child = """
import os, sys
from kg.assemble.assemble import assemble
from kg.stores.neo4j_access import Access, Connection
from kg.stores.neo4j_push import push
from tests.kg.records import all_documents

graph = assemble(all_documents, "test").graph
with Connection.open(Access.from_environment()) as connection:
    push(connection, graph, lambda more: print("row", flush=True), batch=1)
"""
    environment = {
        **os.environ,
        "NEO4J_URI": neo4j_access.uri,
        "NEO4J_PASSWORD": neo4j_access.password,
        "PYTHONPATH": str(ROOT),
    }
    with subprocess.Popen(
        [sys.executable, "-c", push_in_child], env=environment, stdout=subprocess.PIPE, cwd=ROOT
    ) as child:
        assert child.stdout is not None
        for _ in range(len(graph) + 10):
            assert child.stdout.readline() == b"row\n"
        child.kill()
    assert child.returncode == -signal.SIGKILL
    with pytest.raises(Neo4jError, match="a push that did not end"):
        Neo4jStore(database)
    load(database, graph)
    assert holds(database, graph)


@pytest.mark.parametrize(
    ("made", "named"),
    [
        ("CREATE (:Person {name: '甲'})", "a node labelled Person"),
        ("CREATE ({key: 'region/1/甲'})", "a node without label"),
        ("CREATE (:Region:Place {key: 'region/1/甲'})", "Place"),
        ("CREATE (:Region {name: '甲'})", "a node labelled Region, no key"),
        ("CREATE (:Region {key: '甲'})", "key 甲"),
        ("CREATE (:Region {key: 'region/1/甲'})-[:KNOWS {key: '1'}]->(:Region {key: 'region/2/乙'})", "type KNOWS"),
        ("CREATE (:Region {key: 'region/1/甲'})-[:PART_OF]->(:Region {key: 'region/2/乙'})", "type PART_OF"),
    ],
)
def test_a_foreign_graph_is_refused_and_left_alone(
    database: Connection, graph: KnowledgeGraph, made: str, named: str
) -> None:
    run(database, made)
    there = database.read("MATCH (n) RETURN labels(n), properties(n)")
    with pytest.raises(Neo4jError, match=f"foreign graph .*{named}"):
        load(database, graph)
    with pytest.raises(Neo4jError, match=f"foreign graph .*{named}"):
        Neo4jStore(database)
    assert database.read("MATCH (n) RETURN labels(n), properties(n)") == there


def test_a_graph_that_is_none_of_the_ontology_is_refused_before_anything_is_written(
    database: Connection, graph: KnowledgeGraph
) -> None:
    load(database, graph)
    odd = Node("person/1", "Person`) DETACH DELETE n //", {"key": "person/1", "name": "甲"})
    with pytest.raises(GraphError, match="no label of the ontology"):
        push(database, Listed([*graph.nodes(), odd], graph.relationships()))
    first = next(graph.nodes("Region"))
    unknown = Relationship("x", "KNOWS", first.key, first.key, {"key": "x"})
    with pytest.raises(GraphError, match="no relationship type of the ontology"):
        push(database, Listed(graph.nodes(), [unknown]))
    with pytest.raises(GraphError, match="has no node at its end"):
        loose = Relationship("x", "PART_OF", first.key, "region/9/无", {"key": "x"})
        push(database, Listed(graph.nodes(), [loose]))
    with pytest.raises(GraphError, match="no Graph node"):
        push(database, Listed([first], []))
    assert holds(database, graph)


def test_texts_never_enter_a_statement(database: Connection) -> None:
    nasty = "'}) DETACH DELETE n // \\u0027 \u2028 ` \" \\ 𠮷"
    graph = tiny(en=nasty)
    load(database, graph)
    assert holds(database, graph)


def test_a_graph_of_an_earlier_schema_is_refused_by_name_and_pushed_over(database: Connection) -> None:
    load(database, tiny())
    run(database, "MATCH (g:Graph) REMOVE g.schema")
    run(database, "MATCH (a:Region), (b:Initiative) MERGE (a)-[:LIES_IN {key: '0002'}]->(b)")
    with pytest.raises(Neo4jError, match="holds a graph of schema version 1, this program reads version 2; build it again"):
        Neo4jStore(database)
    load(database, tiny())
    assert holds(database, tiny())
    assert database.read("MATCH ()-[r:LIES_IN]->() RETURN count(r)") == [[0]]


def tiny(start: str = "region/510922/射洪县", **properties: object) -> KnowledgeGraph:
    """Two regions and an initiative that the first one adopts."""
    versions = {"schema": schema().version, "extractor": "1", "ontology": "1"}
    about = {"key": "graph", "name": "graph", "hash": "0", "documents": 0, **versions}
    nodes = [Node("graph", "Graph", about)]
    for key in ("region/510922/射洪县", "region/510981/射洪市"):
        name = key.rpartition("/")[2]
        nodes.append(Node(key, "Region", {"key": key, "name": name, "valid": []}))
    key = "initiative/一网通办"
    nodes.append(Node(key, "Initiative", {"key": key, "name": "一网通办", **properties}))
    evidence = {"key": "0001", "source": "document/0", "rule": "adoption.test", "status": "pilot"}
    return KnowledgeGraph(nodes, [Relationship("0001", "ADOPTED", start, key, evidence)])


class StoppedError(Exception):
    """Stands for whatever ends a push."""


def cut_short(database: Connection, graph: KnowledgeGraph, rows: int) -> None:
    """Push until ``rows`` rows and more were written."""
    written = 0

    def stop(more: int) -> None:
        nonlocal written
        written += more
        if written > rows:
            raise StoppedError

    with pytest.raises(StoppedError):
        push(database, graph, stop, batch=5)
