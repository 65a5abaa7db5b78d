"""A MATCH in the order in which the engine looks keys and names up, and shortest paths in several clauses."""

from __future__ import annotations

import re

import pytest

from cypher.elements import Node, Relationship
from cypher.engine import EmbeddedEngine
from cypher.errors import UnsupportedCypherError
from cypher.translate.query import translate_query


def said(engine: EmbeddedEngine, query: str) -> str:
    """The query in the engine's words."""
    return translate_query(query, engine.schema, {}).text


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a:Person)-[:KNOWS]->(b), (c:Person) WHERE c.name = b.name AND a.age > 20 RETURN a",
        "MATCH (c:Person), (a:Person)-[:KNOWS]->(b) WHERE b.name = c.name RETURN a",
        "MATCH (a:Person)-[:KNOWS]->(b) MATCH (c:Person {name: b.name}) RETURN a",
        "MATCH (a:Person)-[:KNOWS]->(b) OPTIONAL MATCH (c:Person) WHERE b.key = c.key RETURN a",
        "MATCH (a:Person) CALL (a) { MATCH (c:Person) WHERE c.key = a.key RETURN c } RETURN a",
        "MATCH (a:Person), (c:City)<-[:LIVES_IN]-(d) WHERE c.name = toUpper(a.name) RETURN a",
        "MATCH (a:Person), (c) WHERE c.name = a.name RETURN a",
    ],
)
def test_a_computed_key_or_name_is_looked_up_under_a_name(engine: EmbeddedEngine, query: str) -> None:
    text = said(engine, query)
    assert " WITH " in text.split("RETURN")[0], text


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a:Person {name: 'Ann'}) RETURN a",  # a constant is looked up as it stands
        "WITH 'Ann' AS x MATCH (a:Person {name: x}) RETURN a",  # so is a name
        "MATCH (a:Person) WHERE a.name = a.key RETURN a",  # of one node
        "MATCH (a:Person)-->(b), (b)-[r*..3]->(c) RETURN a",  # a relationship within a path and beside it
        "MATCH (a {name: b.key})-->(c), (b {name: a.key}) RETURN a",  # each waits for the other
        "OPTIONAL MATCH (a:Person)-[:KNOWS]->(b), (b)-[:LIVES_IN]->(c) RETURN a",
    ],
)
def test_what_stays_one_match(engine: EmbeddedEngine, query: str) -> None:
    text = said(engine, query)
    assert text.replace("OPTIONAL ", "").count(" MATCH ") + text.startswith(("MATCH", "OPTIONAL")) == 1, text


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (  # what is known leads on; what has a condition of its own comes first
            "MATCH (a)-[:LIVES_IN]->(c:City), (a)-[:KNOWS]->(b), (b:Person {name: 'Bob'}) RETURN a.name",
            "MATCH (v1:`Person`) WHERE (v1._p_name = 'Bob') MATCH (v2)-[:`KNOWS`]->(v1) "
            "MATCH (v2)-[:`LIVES_IN`]->(v3:`City`) RETURN v2._p_name AS c4",
        ),
        (  # a condition stands where all that it speaks of is known
            "MATCH (a:Person)-[:KNOWS]->(b), (b)-[:LIVES_IN]->(c) WHERE a.age > 20 AND c.name > b.name RETURN 1 AS n",
            "MATCH (v1:`Person`)-[:`KNOWS`]->(v2) WHERE (v1._p_age > 20) MATCH (v2)-[:`LIVES_IN`]->(v3) "
            "WHERE (v3._p_name > v2._p_name) RETURN 1 AS c4",
        ),
    ],
)
def test_patterns_of_one_match_are_found_one_after_another(engine: EmbeddedEngine, query: str, text: str) -> None:
    found = said(engine, query)
    order = list(dict.fromkeys(re.findall(r"\bv\d+", found)))
    for number, name in enumerate(order, 1):
        found = re.sub(rf"\b{name}\b", f"w{number}", found)
    assert found.replace("w", "v") == text.replace("w", "v")


PARALLEL = (
    ("MATCH (a)-[:T]->(b), (a)-[:T]->(c) RETURN count(*)", 6 + 2),
    ("MATCH (a)-[r:T]->(b), (a)-[s:T]->(c) WITH r, s, a.key AS k RETURN count(*)", 6 + 2),
    ("MATCH (a)-->(b), (b)<--(c) RETURN count(*)", 2 + 2),
    ("MATCH (a)-->(b), (c:N {name: a.name})-->(d) RETURN count(*)", 2 * 3 + 2),
    ("MATCH (a)-[r]->(b) MATCH (a)-[r]->(c), (a)-[s]->(d) RETURN count(*)", 6 + 2),
    ("MATCH (a)-[:T]->(b), (a)-[:T]->(c), (a)-[:T]->(d) RETURN count(*)", 6),
)


@pytest.mark.parametrize(("query", "count"), PARALLEL)
def test_a_relationship_matches_once_in_one_match_also_beside_one_that_is_like_it(query: str, count: int) -> None:
    nodes = [Node(key, "N", {"key": key, "name": key}) for key in "abc"]
    ends = ["ab", "ab", "ac", "bc", "ba"]  # the first two are alike but for their keys
    links = [Relationship(f"r{i}", "T", start, end, {"key": f"r{i}"}) for i, (start, end) in enumerate(ends)]
    engine = EmbeddedEngine.from_elements(nodes, links)
    assert engine.run(query).rows == ((count,),)


def test_a_node_without_a_label_is_looked_up_as_well(reforms: EmbeddedEngine) -> None:
    for query in ("MATCH (n) WHERE n.key = 'x' RETURN n", "MATCH (n {name: 'x'})-->(m) RETURN m", "MATCH (n) WHERE n.key IN ['x', 'y'] RETURN n",
                  "MATCH (a:Region)-[s:ADOPTED]->(i), (n) WHERE n.key = s.source RETURN n"):  # fmt: skip
        assert ":`Agency`|`Area`|`Document`|" in said(reforms, query), query
    for query in ("MATCH (n) WHERE n.year = 2016 RETURN n", "MATCH (n) WHERE n.name > 'x' RETURN n", "MATCH (n)-[s]->(m) WHERE m.key = s.source RETURN n",
                  "MATCH (n:Region) MATCH (n)-->(m) WHERE n.key = 'x' RETURN m"):  # fmt: skip
        assert "|" not in said(reforms, query), query


@pytest.mark.parametrize(
    ("query", "inside"),
    [
        ("MATCH (a:Region)-[s:ADOPTED]->(b) WHERE s.status = 'pilot' AND a.name > 'x' RETURN b", "{_p_status: 'pilot'}"),
        ("MATCH (a)-[s:ADOPTED {status: 'pilot', year: 2016}]->(b) RETURN b", "{_p_status: 'pilot'}"),
        ("MATCH (d:Document) WITH d.key AS k MATCH ()-[s]->() WHERE k = s.source RETURN s", "{_p_source: c2}"),
        ("MATCH (a)-[s:ADOPTED]->(b) WHERE s.year = 2016 RETURN b", None),  # 2016.0 is the same year
        ("MATCH (d:Document)-[s:COVERS]->(r) WHERE s.source = d.key RETURN r", None),
        ("MATCH ()-[s:ADOPTED]->() MATCH (a)-[s]->(b) WHERE s.status = 'pilot' RETURN b", None),
        ("MATCH (a)-[s:ADOPTED]->(b) WHERE s.status = 'pilot' OR s.year = 2016 RETURN b", None),
    ],
)
def test_a_text_that_a_relationship_must_have_is_tested_on_the_way(
    reforms: EmbeddedEngine, query: str, inside: str | None
) -> None:
    text = said(reforms, query)
    assert inside in text if inside else "{" not in text, text


def test_a_relationship_without_the_text_or_for_null_matches_nothing(reforms: EmbeddedEngine) -> None:
    count = "UNWIND [null, 'pilot', 'nothing'] AS k OPTIONAL MATCH ()-[s]->() WHERE s.status = k RETURN k, count(s) AS n"
    pilots = reforms.run("MATCH ()-[s:ADOPTED]->() WHERE s.status STARTS WITH 'pilot' RETURN count(s) AS n").column("n")
    assert set(reforms.run(count).rows) == {(None, 0), ("nothing", 0), ("pilot", *pilots)}
    assert pilots != [0]


def test_a_value_from_a_subquery_is_looked_up(engine: EmbeddedEngine) -> None:
    value = "COLLECT { MATCH (a) RETURN DISTINCT a.name }[0]"
    query = f"MATCH (a:Person {{name: 'Bob'}}) MATCH (c:Person {{name: {value}}}) RETURN a.name, c.name"
    assert engine.run(query).rows == (("Bob", "Bob"),)
    inside = f"MATCH (a:Person) RETURN a.name, COUNT {{ MATCH (c:Person {{name: {value}}}) RETURN DISTINCT c }} AS n"
    assert sorted(engine.run(inside).rows) == [("Ann", 1), ("Bob", 1), ("Cid", 1), ("Dan", 1)]


def test_hidden_names_stay_hidden(engine: EmbeddedEngine) -> None:
    result = engine.run("MATCH (a:Person {name: 'Ann'}) MATCH (c:Person {name: a.name}) WITH * RETURN *")
    assert result.columns == ("a", "c")
    assert len(result) == 1
    result = engine.run("MATCH (a:Person {name: 'Ann'}), (c:City), p = shortestPath((a)-[*]-(:City)) RETURN *")
    assert result.columns == ("a", "c", "p")


def test_an_index_on_the_right_side_of_two_matches_once_each(engine: EmbeddedEngine) -> None:
    query = "MATCH (a:Person), (b:Person), (c:Person) WHERE a.name = b.name AND b.key = c.key RETURN count(*)"
    assert engine.run(query).rows == ((4,),)


def test_an_optional_match_keeps_its_row(engine: EmbeddedEngine) -> None:
    query = "MATCH (a:Person) OPTIONAL MATCH (c:City {name: a.name}) RETURN count(*), count(c)"
    assert engine.run(query).rows == ((4, 0),)


def test_a_shortest_path_keeps_its_own_relationship_list(engine: EmbeddedEngine) -> None:
    query = "MATCH p = shortestPath((a:Person {name: 'Ann'})-[r*..3]-(b:City)) WHERE length(p) > 1 RETURN size(r) = length(p)"
    assert set(engine.run(query).rows) == {(True,)}


@pytest.mark.parametrize(
    ("query", "said_of_it"),
    [
        (
            "OPTIONAL MATCH (a:Person), p = shortestPath((a)-[*]-(b:City)) RETURN p",
            "line 1, column 45: .*OPTIONAL MATCH",
        ),
        (
            "MATCH p = shortestPath((a:Person)-[*]-(b)), q = shortestPath((a)-[*]-(c:City)) WHERE length(p) > 1 RETURN p",
            "several shortestPath in one MATCH",
        ),
        ("MATCH (x)-->(y), p = shortestPath((x)-[*]-(b:City)) RETURN p", "give it a MATCH of its own"),
    ],
)
def test_shortest_paths_that_are_refused_say_where(engine: EmbeddedEngine, query: str, said_of_it: str) -> None:
    with pytest.raises(UnsupportedCypherError, match=said_of_it):
        engine.run(query)


@pytest.mark.parametrize(
    ("condition", "column"),
    [
        ("n.name >= date('2019-01-01')", 24),
        ("n.name < datetime('2019-01-01T00:00:00Z')", 24),
        ("date('2019-01-01') <= n.name", 24),
        ("n.age > 1 AND n.name > date('2019')", 38),
    ],
)
def test_a_text_that_is_compared_with_a_date_is_noted(engine: EmbeddedEngine, condition: str, column: int) -> None:
    result = engine.run(f"MATCH (n:Person) WHERE {condition} RETURN n")
    assert result.rows == ()
    assert [note for note in result.notes if f"line 1, column {column}: a text is compared with a time" in note], result.notes
    assert engine.run("MATCH (n:Person) WHERE n.name >= '2019-01-01' RETURN n.name").notes == ()
