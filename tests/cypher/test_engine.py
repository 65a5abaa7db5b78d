from __future__ import annotations

import datetime
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cypher import engine as engine_module
from cypher.elements import Node, Relationship
from cypher.elements import Path as GraphPath
from cypher.embedded.failures import check_warnings
from cypher.engine import EmbeddedEngine
from cypher.errors import EngineError, ParameterError, QueryTimeoutError, UnsupportedCypherError
from cypher.translate import kept
from cypher.translate.query import Translation, translate_query
from cypher.translate.schema import Schema
from tests.cypher.town import town


def test_elements_come_back_whole(engine: EmbeddedEngine) -> None:
    row = engine.run("MATCH p = (a {key: 'p1'})-[r {key: 'r6'}]->(b) RETURN a, r, b, p").rows[0]
    ann, lives_in, rome, path = row
    nodes, relationships = town()
    assert isinstance(ann, Node)
    assert (ann, ann.labels, ann.properties) == (nodes[0], nodes[0].labels, nodes[0].properties)
    assert (lives_in, lives_in.properties) == (relationships[5], {"key": "r6"})
    assert path == GraphPath((ann, rome), (lives_in,))
    assert (lives_in.start, lives_in.end) == ("p1", "c1")


def test_elements_come_back_whole_within_lists_and_maps(engine: EmbeddedEngine) -> None:
    value = engine.run("MATCH (a {key: 'p1'})-[r {key: 'r6'}]->(b) RETURN {a: [a, r], s: startNode(r)} AS m").rows[0][0]
    assert [item.key for item in value["a"]] == ["p1", "r6"]
    assert value["s"].properties["name"] == "Ann"


def test_ends_of_relationships_are_found_singly_and_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    nodes, links = town()
    expected = {link.key: (link.start, link.end) for link in links}
    for few in (0, 3, 1000):
        monkeypatch.setattr(engine_module, "_FEW", few)
        rows = EmbeddedEngine.from_elements(nodes, links).run("MATCH ()-[r]->() RETURN r").rows
        assert {r.key: (r.start, r.end) for (r,) in rows} == expected


def test_a_map_of_the_query_is_not_taken_for_a_node(engine: EmbeddedEngine) -> None:
    query = "RETURN {id: 1, labels: ['A'], properties: {id: 'x'}} AS a, {nodes: [], relationships: []} AS b, {months: 1, days: 2, seconds: 3} AS c"
    row = engine.run(query).rows[0]
    assert row[0] == {"id": 1, "labels": ["A"], "properties": {"id": "x"}}
    assert row[1] == {"nodes": [], "relationships": []}
    assert row[2] == {"months": 1, "days": 2, "seconds": 3}


def test_types_are_kept(engine: EmbeddedEngine) -> None:
    row = engine.run("MATCH (n {key: 'p1'}) RETURN n.age, n.age * 1.0, n.born, true, null, [1, 'a'], {b: 2.5}").rows[0]
    assert [type(value) for value in row[:4]] == [int, float, datetime.date, bool]
    assert row[4:] == (None, [1, "a"], {"b": 2.5})


def test_unknown_names_give_no_rows_and_a_note(engine: EmbeddedEngine) -> None:
    result = engine.run("MATCH (n:Persn) RETURN n.nmae AS x")
    assert result.rows == ()
    assert len(result.notes) == 2
    assert "did you mean `Person`?" in result.notes[0]
    assert "did you mean `name`?" in result.notes[1]


def test_one_of_several_types_may_be_missing_without_a_note(engine: EmbeddedEngine) -> None:
    assert engine.run("MATCH ()-[r:KNOWS|HATES]->() RETURN r").notes == ()
    assert "did you mean `LIKES`?" in engine.run("MATCH ()-[r:KNOWS|LIKE]->() RETURN r").notes[0]
    assert engine.run("MATCH ()-[r:HATES]->() RETURN r").notes == ("no relationship in the graph has the type `HATES`",)


def test_an_arrow_that_points_the_wrong_way_is_noted(engine: EmbeddedEngine) -> None:
    result = engine.run("MATCH (c:City)-[:LIVES_IN]->(p:Person) RETURN p")
    assert result.rows == ()
    assert "Reverse the arrow?" in result.notes[0]


def test_a_warning_that_could_mean_other_rows_is_an_error() -> None:
    with pytest.raises(UnsupportedCypherError, match="as Neo4j does: something new"):
        check_warnings(["something new"])


def test_a_limit_cuts_rows_off_and_says_so(engine: EmbeddedEngine) -> None:
    result = engine.run("MATCH (n) RETURN n.key AS key ORDER BY key", limit=2)
    assert (result.column("key"), result.truncated) == (["c1", "c2"], True)
    assert engine.run("MATCH (n:City) RETURN n", limit=2).truncated is False


def test_a_time_limit_ends_a_query(engine: EmbeddedEngine) -> None:
    query = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*)"
    with pytest.raises(QueryTimeoutError, match=r"within 0\.2 s"):
        engine.run(query, timeout=0.2)


def test_explain_does_not_run(engine: EmbeddedEngine) -> None:
    result = engine.explain("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)")
    assert "operation" in result.columns
    assert len(result) > 0


def test_long_paths_are_found_to_their_end() -> None:
    nodes = [Node(f"n{i:02}", "N", {"key": f"n{i:02}"}) for i in range(31)]
    links = [Relationship(f"r{i:02}", "NEXT", f"n{i:02}", f"n{i + 1:02}", {}) for i in range(30)]
    chain = EmbeddedEngine.from_elements(nodes, links)
    assert chain.run("MATCH p = ({key: 'n00'})-[:NEXT*]->() RETURN max(length(p)) AS m").rows == ((30,),)
    assert chain.run("MATCH p = shortestPath(({key: 'n00'})-[*]->({key: 'n30'})) RETURN length(p) AS m").rows == (
        (30,),
    )
    assert chain.run("MATCH ({key: 'n00'})-[r:NEXT*28..]->() RETURN count(r) AS c").rows == ((3,),)


def test_a_graph_without_anything_answers() -> None:
    empty = EmbeddedEngine.from_elements([], [])
    assert empty.run("MATCH (n) RETURN count(n) AS c").rows == ((0,),)
    assert empty.run("MATCH (n)-[*]->() RETURN n").rows == ()


def test_names_of_the_graph_may_be_anything() -> None:
    nodes = [Node("a", "改革 举措", {"名称": "甲", "order": 1, "a-b": 2}), Node("b", "MATCH", {"名称": "乙"})]
    odd = EmbeddedEngine.from_elements(nodes, [Relationship("r", "演变 为", "a", "b", {"年份": 2019})])
    query = "MATCH (甲:`改革 举措`)-[r:`演变 为`]->(b:`MATCH`) RETURN 甲.名称 AS 名, 甲.`a-b` AS x, 甲.order AS o, r.年份 AS y, b.名称"
    assert odd.run(query).rows == (("甲", 2, 1, 2019, "乙"),)
    assert odd.run("MATCH ()-[r]->() RETURN r, type(r) AS t").rows[0][1] == "演变 为"


@pytest.mark.parametrize(
    ("nodes", "links", "words"),
    [
        ([Node("a", "A", {}), Node("a", "B", {})], [], "'a' is there twice"),
        ([Node("a", "A", {})], [Relationship("r", "R", "a", "b", {})], "ends at 'b'"),
        ([Node("a", "A", {"x": float("nan")})], [], "must be finite"),
        ([Node("a", "A", {"x": {1}})], [], "no store can hold"),
    ],
)
def test_what_is_no_graph_is_refused(nodes: list[Node], links: list[Relationship], words: str) -> None:
    with pytest.raises(EngineError, match=words):
        EmbeddedEngine.from_elements(nodes, links)


def test_another_version_of_kglite_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "ENGINE_VERSION", "0.0.1")
    with pytest.raises(EngineError, match=r"pip install kglite==0\.0\.1"):
        EmbeddedEngine.from_elements([], [])


@pytest.fixture(scope="module")
def saved() -> bytes:
    """The engine over the small graph, saved as that of the graph h1."""
    file = io.BytesIO()
    EmbeddedEngine.from_elements(*town()).save(file, "h1")
    return file.getvalue()


class TestSaved:
    QUERY = "MATCH (a)-[r]->(b) RETURN a, r, b ORDER BY a.key, r.key"

    def test_it_answers_without_the_elements(self, saved: bytes, engine: EmbeddedEngine) -> None:
        again = EmbeddedEngine.from_file(io.BytesIO(saved), "h1")
        assert again is not None
        assert again.run(self.QUERY) == engine.run(self.QUERY)
        assert again.schema == engine.schema

    def test_it_can_be_saved_again(self, saved: bytes) -> None:
        file = io.BytesIO()
        again = EmbeddedEngine.from_file(io.BytesIO(saved), "h1")
        assert again is not None
        again.save(file, "h2")
        file.seek(0)
        third = EmbeddedEngine.from_file(file, "h2")
        assert third is not None
        assert len(third.run("MATCH (n) RETURN n")) == 12

    def test_that_of_another_graph_is_not_taken(self, saved: bytes) -> None:
        assert EmbeddedEngine.from_file(io.BytesIO(saved), "h2") is None

    @pytest.mark.parametrize("damage", ["cut", "flip", "empty", "foreign", "header"])
    def test_a_damaged_one_is_not_taken(self, saved: bytes, damage: str) -> None:
        middle = len(saved) * 3 // 4
        spoiled = {
            "cut": saved[:middle],
            "flip": saved[:middle] + bytes([saved[middle] ^ 255]) + saved[middle + 1 :],
            "empty": b"",
            "foreign": b"something else entirely\n",
            "header": saved.replace(b'"format"', b'"formal"', 1),
        }
        assert EmbeddedEngine.from_file(io.BytesIO(spoiled[damage]), "h1") is None

    def test_that_of_another_version_of_kglite_is_not_taken(self, saved: bytes) -> None:
        other = saved.replace(b'"engine": "0.21.2"', b'"engine": "0.21.1"', 1)
        assert other != saved
        assert EmbeddedEngine.from_file(io.BytesIO(other), "h1") is None


_PROGRAM = """
from tests.cypher.town import town, shown
from cypher.engine import EmbeddedEngine
nodes, links = town()
engine = EmbeddedEngine.from_elements(reversed(nodes), reversed(links))
for query in (
    "MATCH (a)--(b) RETURN a, b", "MATCH (n) RETURN labels(n) AS l, count(*) AS c", "MATCH (n) RETURN DISTINCT n.age",
    "MATCH (a)-[r]->(b) WITH b, collect(r) AS l RETURN b, l", "MATCH (n) RETURN n AS x UNION MATCH (m:Person) RETURN m AS x",
):
    print([shown(row) for row in engine.run(query).rows])
"""


def test_rows_come_in_the_same_order_in_every_process() -> None:
    root = Path(__file__).resolve().parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_a_query_that_is_asked_again_is_translated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    def counted(query: str, schema: Schema, parameters: Mapping[str, Any]) -> Translation:
        made.append(query)
        return translate_query(query, schema, parameters)

    monkeypatch.setattr(kept, "translate_query", counted)
    engine = EmbeddedEngine.from_elements(*town())

    def names(query: str, **parameters: Any) -> list[Any]:
        return engine.run(query, parameters).column("n")

    by_name = "MATCH (p:Person) WHERE p.name = $name OR p.name = $other RETURN p.name AS n ORDER BY n"
    assert names(by_name, name="Ann", other="Bob") == ["Ann", "Bob"]
    assert names(by_name, name="Cid", other="Ann") == ["Ann", "Cid"]
    assert len(made) == 1
    assert names(by_name, name=None, other="Ann") == ["Ann"]  # of another type
    few = "MATCH (p:Person) WHERE p.name =~ $like RETURN p.name AS n ORDER BY n LIMIT $few"
    assert names(few, like=".*", few=2) == ["Ann", "Bob"]
    assert names(few, like=".*", few=3) == ["Ann", "Bob", "Cid"]
    assert names(few, like="C.*", few=3) == ["Cid"]
    assert len(made) == 5
    with pytest.raises(ParameterError, match=r"\$few"):
        names(few, like=".*")
    with pytest.raises(ParameterError, match=r"\$more"):
        names(few, like=".*", few=3, more=1)


def test_a_query_on_now_is_never_kept(engine: EmbeddedEngine) -> None:
    query = "RETURN datetime() AS now"
    assert engine.run(query).rows != engine.run(query).rows


def test_no_more_translations_are_kept_than_a_few_hundred(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 3)
    engine = EmbeddedEngine.from_elements(*town())
    for turn in (1, 2):
        for number in range(10):
            assert engine.run(f"RETURN {number} AS n").rows == ((number,),), turn
    assert len(engine._translations._kept) <= 3
