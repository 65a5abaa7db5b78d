"""What the adapter relies on in kglite 0.21.2: where a new version differs, it must not come in unseen."""

from __future__ import annotations

from typing import Any

import kglite
import pytest

from cypher.embedded.passes import ALLOWED, DISABLED
from cypher.engine import ENGINE_VERSION


@pytest.fixture(scope="module")
def raw() -> Any:
    graph = kglite.KnowledgeGraph()
    graph.cypher(
        "CREATE (:A {id: '\ue000a', title: '\ue000a', _p_v: 1, _p_l: [1, 2]}), (:B:C {id: '\ue000b', title: '\ue000b', _p_v: 1.0})"
    )
    graph.cypher("MATCH (a:A), (b:B) CREATE (a)-[:R {_k: 'r'}]->(b)")
    return graph


def _rows(raw: Any, query: str, **options: Any) -> list[list[Any]]:
    view = raw.cypher(query, **options)
    return [[row[column] for column in view.columns] for row in view.to_list()]


def test_the_version_is_the_one_that_was_tried() -> None:
    assert kglite.__version__ == ENGINE_VERSION


def test_a_node_is_a_map_with_its_own_id_among_the_properties(raw: Any) -> None:
    node = _rows(raw, "MATCH (n:B) RETURN n")[0][0]
    assert node["labels"] == ["B", "C"]
    assert node["properties"] == {"id": "\ue000b", "title": "\ue000b", "type": "B", "_p_v": 1.0}


def test_a_relationship_names_its_ends_by_number(raw: Any) -> None:
    link = _rows(raw, "MATCH ()-[r]->() RETURN r")[0][0]
    assert link == {"id": 0, "start": 0, "end": 1, "type": "R", "properties": {"_k": "r"}}
    assert _rows(raw, "MATCH (n) RETURN elementId(n), n.id") == [["0", "\ue000a"], ["1", "\ue000b"]]


def test_a_path_is_a_map_of_nodes_and_relationships(raw: Any) -> None:
    path = _rows(raw, "MATCH p = (a:A)-->(b) RETURN p")[0][0]
    assert set(path) == {"nodes", "relationships"}
    assert [node["id"] for node in path["nodes"]] == [0, 1]


def test_an_end_of_a_relationship_is_returned_as_its_title(raw: Any) -> None:
    assert _rows(raw, "MATCH ()-[r]->() RETURN startNode(r), [endNode(r)]") == [["\ue000a", ["\ue000b"]]]


def test_integers_and_floats_stay_apart_in_one_property(raw: Any) -> None:
    assert [type(row[0]) for row in _rows(raw, "MATCH (n) RETURN n._p_v ORDER BY n.id")] == [int, float]
    assert _rows(raw, "MATCH (n) WHERE n._p_v = 1 RETURN count(*)") == [[2]]


def test_a_case_evaluates_only_the_branch_that_it_takes(raw: Any) -> None:
    assert _rows(raw, "UNWIND [1, 2] AS i RETURN CASE WHEN i < 3 THEN i ELSE ('' =~ '[no') END AS x") == [[1], [2]]
    with pytest.raises(kglite.CypherExecutionError, match=r"\[no"):
        _rows(raw, "UNWIND [1, 3] AS i RETURN CASE WHEN i < 3 THEN i ELSE ('' =~ '[no') END AS x")


def test_value_types_have_neo4js_names(raw: Any) -> None:
    values = "1, 1.5, 'a', true, [1], {a: 1}, date('2020-01-02'), n, r"
    query = f"MATCH (n:A)-[r]->() UNWIND [{values}] AS x RETURN valueType(x)"
    found = [row[0].split(" ")[0].split("<")[0] for row in _rows(raw, query)]
    assert found == ["INTEGER", "FLOAT", "STRING", "BOOLEAN", "LIST", "MAP", "DATE", "NODE", "RELATIONSHIP"]


def test_an_open_path_is_cut_with_a_warning_and_a_bounded_one_is_not(raw: Any) -> None:
    assert any("10 hops" in warning for warning in raw.cypher("MATCH (a)-[*]->(b) RETURN count(*)").warnings)
    assert raw.cypher("MATCH (a)-[*1..600000]->(b) RETURN count(*)").warnings == []


def test_counting_over_undirected_chains_is_wrong_in_one_optimization(raw: Any) -> None:
    graph = kglite.KnowledgeGraph()
    graph.cypher("CREATE (a:A)-[:R]->(b:A), (b)-[:R]->(c:A)")
    query = "MATCH (a)--(b)--(c) RETURN count(*) AS c"
    assert _rows(graph, query, disabled_passes=["fuse_match_return_aggregate"]) == [[2]]


def test_the_passes_that_may_run_are_passes_of_the_engine() -> None:
    assert set(kglite.cypher_pass_names()) > ALLOWED
    assert len(kglite.cypher_pass_names()) == len(DISABLED) + len(ALLOWED) == 42


def test_a_read_only_graph_refuses_writes(raw: Any) -> None:
    graph = kglite.from_bytes(raw.to_bytes())
    graph.read_only(True)
    with pytest.raises(kglite.KgError):
        graph.cypher("CREATE (:X)")
    with pytest.raises(kglite.KgError):
        graph.cypher("MATCH (n) SET n.x = 1")


def test_bytes_are_checked_when_they_are_loaded(raw: Any) -> None:
    data = raw.to_bytes()
    assert _rows(kglite.from_bytes(data), "MATCH (n) RETURN count(*)") == [[2]]
    with pytest.raises((kglite.KgError, ValueError, OSError)):
        kglite.from_bytes(data[: len(data) // 2])


def test_a_row_limit_tells_how_many_rows_there_were(raw: Any) -> None:
    view = raw.cypher("UNWIND range(1, 9) AS x RETURN x", row_limit=2)
    assert (len(view), view.diagnostics["total_rows"]) == (2, 9)
    assert raw.cypher("RETURN 1", row_limit=2).diagnostics["total_rows"] is None


def test_the_first_nodes_of_a_label_fix_its_properties(raw: Any) -> None:
    with pytest.raises(kglite.SchemaError):
        raw.cypher("CREATE (:A {id: 'z', _p_new: 1})")
