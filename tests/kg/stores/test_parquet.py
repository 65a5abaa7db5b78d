"""What is cut out of the tables is what is cut out of the graph in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.disk import GraphDirectory
from kg.errors import DiskError
from kg.model import KnowledgeGraph
from kg.stores.embedded import EmbeddedStore
from kg.stores.parquet import ParquetGraph
from kg.subgraph.select import select
from kg.subgraph.selection import Selection
from kg.subgraph.sureness import sure_of
from tests.kg.disk.test_directory import publish


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> ParquetGraph:
    """The tables of the hand-made documents, in a folder whose name would be a pattern."""
    return ParquetGraph(publish(tmp_path_factory.mktemp("tables") / "it's [1]*?"))


def told(graph: KnowledgeGraph | ParquetGraph) -> tuple[list[object], list[object]]:
    nodes = [(node, node.properties) for node in graph.nodes()]
    return nodes, [(edge, edge.properties) for edge in graph.relationships()]


def test_all_elements_and_those_of_some_labels_types_and_ends(tables: ParquetGraph, graph: KnowledgeGraph) -> None:
    assert told(tables) == told(graph)
    assert (len(tables), tables.relationship_count) == (len(graph), graph.relationship_count)
    assert list(tables.nodes("Region", "Year")) == list(graph.nodes("Region", "Year"))
    assert list(tables.relationships("ADOPTED", "COVERS")) == list(graph.relationships("ADOPTED", "COVERS"))
    to = {"initiative/一网通办"}
    assert list(tables.relationships(to=to)) == list(graph.relationships(to=to)) != []
    assert list(tables.relationships("ADOPTED", to=())) == []


def test_single_elements(tables: ParquetGraph, graph: KnowledgeGraph) -> None:
    edge = next(graph.relationships("ADOPTED"))
    for key in (edge.key, edge.start, edge.end, "region/0/无", "it's"):
        assert (tables.node(key), tables.relationship(key)) == (graph.node(key), graph.relationship(key))
        assert tables.resolve_key(key) == graph.resolve_key(key)
    assert list(tables.touching(edge.start)) == list(graph.touching(edge.start))
    keys = [edge.start, edge.end, "region/0/无"]
    assert list(tables.nodes_of(keys)) == list(graph.nodes_of(keys))


def test_a_policy_is_found_by_its_alias(tables: ParquetGraph, graph: KnowledgeGraph) -> None:
    aliases = [alias for node in graph.nodes("Policy") for alias in node.properties.get("aliases", ())]
    assert aliases
    assert [tables.resolve_key(alias) for alias in aliases] == [graph.resolve_key(alias) for alias in aliases]


@pytest.mark.parametrize("hops", [0, 1, 2, 3])
def test_what_lies_around(tables: ParquetGraph, graph: KnowledgeGraph, hops: int) -> None:
    found = tables.around({"region/510922/射洪县"}, hops)
    assert found == graph.around({"region/510922/射洪县"}, hops)
    assert told(tables.part(found)) == told(graph.part(found))
    edges = {edge.key for edge in graph.relationships("ADOPTED")} | {"year/2018"}
    assert told(tables.with_ends(edges)) == told(graph.with_ends(edges))


@pytest.mark.parametrize("least", [0.0, 0.9, 1.0])
def test_what_is_sure(tables: ParquetGraph, graph: KnowledgeGraph, least: float) -> None:
    sure, expected = tables.sure_of(least), sure_of(graph, least)
    assert told(sure) == told(expected)
    assert (len(sure), sure.relationship_count) == (len(expected), expected.relationship_count)
    near = sure.around({"initiative/一网通办"}, 2)
    assert near == expected.around({"initiative/一网通办"}, 2)
    assert told(sure.part(near)) == told(expected.part(near))


SELECTIONS = (
    Selection(regions=("四川省",)),
    Selection(regions=("遂宁市",), initiatives=("一网通办",)),
    Selection(regions=("射洪县",), hops=2, years=(2018, 2018)),
    Selection(initiatives=("一网通办",), hops=0),
    Selection(initiatives=("一网通办",), min_confidence=0.9),
    Selection(years=(2018, 2019)),
    Selection(regions=("四川省",), with_areas=True),
    Selection(cypher="MATCH (r:Region)-[a:ADOPTED]->() RETURN r, a"),
    Selection(cypher="MATCH (r:Region)-[:ADOPTED]->(i) RETURN r.key, collect(i.key)"),
    Selection(cypher="MATCH (n) RETURN n"),
    Selection(regions=("四川省",), cypher="MATCH (i:Initiative) RETURN i"),
    Selection(),
)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_a_part_of_the_tables_is_that_of_the_graph(
    tables: ParquetGraph, graph: KnowledgeGraph, selection: Selection
) -> None:
    directory = GraphDirectory(tables._directory.path)
    expected = select(EmbeddedStore(graph), selection)
    found = select(EmbeddedStore(directory=directory), selection)
    assert told(found.graph) == told(expected.graph)
    assert told(found.whole) == told(expected.whole)
    assert "graph" not in found.graph


def test_a_part_leaves_the_rest_on_disk(tables: ParquetGraph) -> None:
    store = EmbeddedStore(directory=GraphDirectory(tables._directory.path))
    assert isinstance(select(store, Selection(regions=("射洪县",), min_confidence=0.5)).whole, ParquetGraph)
    assert "graph" not in store.__dict__ and "graph" not in store.directory.__dict__


@pytest.mark.parametrize("name", ["nodes.parquet", "edges.parquet"])
def test_nothing_is_cut_out_of_a_damaged_table(tmp_path: Path, name: str) -> None:
    directory = publish(tmp_path / "g")
    path = directory.generation / name
    path.write_bytes(path.read_bytes()[:-1] + b"2")
    with pytest.raises(DiskError, match=f"{name} is no longer what the build wrote"):
        ParquetGraph(GraphDirectory(tmp_path / "g")).node("year/2018")


def test_a_reading_that_is_left_holds_up_none(tables: ParquetGraph) -> None:
    left = tables.relationships("ADOPTED")
    assert next(left) == next(tables.relationships("ADOPTED"))
    assert list(left)
