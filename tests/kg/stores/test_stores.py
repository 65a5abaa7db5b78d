"""One behaviour for every store: the same suite on each."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.errors import CypherError, QueryTimeoutError
from kg.model import KnowledgeGraph
from kg.stores.base import Store
from kg.stores.embedded import EmbeddedStore
from kg.stores.neo4j_push import push
from kg.stores.neo4j_store import Neo4jStore
from tests.kg.disk.test_directory import publish
from tests.requirements import OF_NEO4J


@pytest.fixture(params=["memory", "directory", pytest.param("neo4j", marks=OF_NEO4J)])
def store(request: pytest.FixtureRequest, graph: KnowledgeGraph, tmp_path: Path) -> Iterator[Store]:
    """The graph of the hand-made documents in each store."""
    if request.param == "memory":
        yield EmbeddedStore(graph)
    elif request.param == "neo4j":
        database = request.getfixturevalue("database")
        push(database, graph)
        yield Neo4jStore(database)
    else:
        publish(tmp_path / "g")
        with EmbeddedStore.open(tmp_path / "g") as opened:
            yield opened


def test_nodes_and_relationships_by_key(store: Store, graph: KnowledgeGraph) -> None:
    assert [n.key for n in store.nodes()] == [n.key for n in graph.nodes()]
    assert [e.key for e in store.relationships()] == [e.key for e in graph.relationships()]
    assert {n.label for n in store.nodes("Region")} == {"Region"}
    assert {e.type for e in store.relationships("ADOPTED")} == {"ADOPTED"}
    assert {n.label for n in store.nodes("Region", "Policy")} == {"Region", "Policy"}
    assert {e.type for e in store.relationships("ADOPTED", "COVERS")} == {"ADOPTED", "COVERS"}


def test_relationships_to_some_nodes(store: Store) -> None:
    to = {"initiative/一网通办"}
    assert {e.end for e in store.relationships("ADOPTED", "CONCERNS", to=to)} == to
    assert len(list(store.relationships("ADOPTED", to=to))) == 2
    assert list(store.relationships("ADOPTED", to=())) == []


def test_the_graph_is_whole(store: Store, graph: KnowledgeGraph) -> None:
    assert store.graph.content_hash() == graph.content_hash()


def test_cypher_with_parameters(store: Store) -> None:
    result = store.query(
        "MATCH (r:Region)-[a:ADOPTED]->(i:Initiative {name: $name}) RETURN r.name AS region, a.year AS year ORDER BY year",
        {"name": "一网通办"},
    )
    assert result.columns == ("region", "year")
    assert list(result) == [("射洪县", 2018), ("遂宁市", 2019)]


def test_properties_keep_their_types(store: Store) -> None:
    (row,) = store.query("MATCH (m:Measurement) RETURN m.value, m.year, m.name, m.url")
    assert row == (130.0, 2017, "承接行政审批事项", None) and isinstance(row[0], float)
    (row,) = store.query("MATCH (d:Document {year: 2017}) RETURN d.paths")
    assert row == (["2017/射洪.txt"],)


def test_generic_reads_count_what_is_there(store: Store, graph: KnowledgeGraph) -> None:
    assert list(store.query("MATCH (n) RETURN count(*)")) == [(len(graph),)]
    assert list(store.query("MATCH ()-[r]->() RETURN count(*)")) == [(graph.relationship_count,)]


def test_the_limit_is_told(store: Store) -> None:
    result = store.query("MATCH (r:Region) RETURN r.name ORDER BY r.name", limit=2)
    assert len(result) == 2 and result.truncated


@pytest.mark.parametrize(
    "query",
    ["CREATE (n:Region)", "MATCH (n) DETACH DELETE n", "MATCH (n RETURN n", "EXPLAIN RETURN 1", "PROFILE RETURN 1", "RETURN $x"],
)
def test_writes_and_typing_errors_are_refused(store: Store, query: str) -> None:
    with pytest.raises(CypherError):
        store.query(query)


def test_elements_come_whole(store: Store, graph: KnowledgeGraph) -> None:
    for start, edge, end in store.query("MATCH (a)-[r:ADOPTED]->(b) RETURN a, r, b"):
        assert edge == graph.relationship(edge.key) and edge.properties == graph.relationship(edge.key).properties  # type: ignore[union-attr]
        assert (edge.start, edge.end) == (start.key, end.key)
        assert start == graph.node(start.key) and start.properties == graph.node(start.key).properties  # type: ignore[union-attr]
    for edge, path in store.query("MATCH p = (:Agency)-[:OF_REGION]->()-[r:PART_OF]->() RETURN r, p"):
        assert (edge.start, edge.end) == (path.nodes[1].key, path.nodes[2].key)
        assert [r.type for r in path.relationships] == ["OF_REGION", "PART_OF"]


def test_values_of_all_kinds(store: Store) -> None:
    query = "RETURN 1 AS i, 1.0 AS f, true AS b, null AS n, [1, null] AS l, {a: [1.5]} AS m, date('2018-01-10') AS d"
    (row,) = store.query(query)
    assert row == (1, 1.0, True, None, [1, None], {"a": [1.5]}, datetime.date(2018, 1, 10))
    assert [type(value) for value in row[:3]] == [int, float, bool]


def test_a_name_that_nothing_has_is_remarked(store: Store) -> None:
    result = store.query("MATCH (r:Region) RETURN r.nmae LIMIT 1")
    assert list(result) == [(None,)]
    assert any("nmae" in note for note in result.notes)


def test_a_time_limit_ends_a_query(store: Store) -> None:
    with pytest.raises(QueryTimeoutError, match=r"did not end within 0\.1 s"):
        store.query("UNWIND range(1, 9999) AS a UNWIND range(1, 9999) AS b RETURN sum(sqrt(a * b))", timeout=0.1)


def test_a_plan_is_not_run(store: Store) -> None:
    assert len(store.explain("MATCH (n:Region) RETURN n.name")) > 0


def test_what_the_engine_keeps_goes_with_its_generation(tmp_path: Path) -> None:
    publish(tmp_path / "g", 2)
    EmbeddedStore.open(tmp_path / "g").query("MATCH (n) RETURN count(*)")
    assert list((tmp_path / "g" / "cache").iterdir())
    publish(tmp_path / "g", 3)
    assert not list((tmp_path / "g" / "cache").iterdir())
    assert list(EmbeddedStore.open(tmp_path / "g").query("MATCH (d:Document) RETURN count(*)")) == [(3,)]


COUNT = "MATCH (d:Document) RETURN count(*)"


def test_what_the_engine_kept_answers_without_the_tables(tmp_path: Path) -> None:
    publish(tmp_path / "g", 2)
    first = EmbeddedStore.open(tmp_path / "g")
    assert list(first.query(COUNT)) == [(2,)]
    again = EmbeddedStore.open(tmp_path / "g")
    (again.directory.generation / "nodes.parquet").unlink()
    assert list(again.query(COUNT)) == [(2,)]


def test_what_the_engine_kept_is_made_anew_where_it_is_damaged(tmp_path: Path) -> None:
    publish(tmp_path / "g", 2)
    EmbeddedStore.open(tmp_path / "g").query(COUNT)
    (kept,) = (tmp_path / "g" / "cache").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-10])
    assert list(EmbeddedStore.open(tmp_path / "g").query(COUNT)) == [(2,)]
    assert kept.stat().st_size == len(whole)


@pytest.mark.parametrize("sweep", ["query", "build"])
def test_what_a_killed_query_left_half_written_is_swept(tmp_path: Path, sweep: str) -> None:
    publish(tmp_path / "g", 2)
    EmbeddedStore.open(tmp_path / "g").query(COUNT)
    (kept,) = (tmp_path / "g" / "cache").iterdir()
    kept.with_name(f"{kept.name}0a1b2c3d.tmp").write_bytes(kept.read_bytes()[:100])
    if sweep == "query":
        kept.unlink()
        EmbeddedStore.open(tmp_path / "g").query(COUNT)
    else:
        publish(tmp_path / "g", 2)
    assert list((tmp_path / "g" / "cache").iterdir()) == [kept]


def test_a_graph_is_asked_where_nothing_can_be_kept(tmp_path: Path) -> None:
    publish(tmp_path / "g", 2)
    (tmp_path / "g" / "cache").write_text("no folder", encoding="utf-8")
    assert list(EmbeddedStore.open(tmp_path / "g").query(COUNT)) == [(2,)]


def test_only_the_store_of_a_graph_directory_has_one(store: Store, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    of_directory = request.node.callspec.params["store"] == "directory"
    assert (store.directory.path if store.directory else None) == (tmp_path / "g" if of_directory else None)
