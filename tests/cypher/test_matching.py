"""A MATCH in the order in which the engine looks keys and names up, and shortest paths in several clauses."""

from __future__ import annotations

import pytest

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
        "MATCH (a:Person), (c:Person) WHERE c.age = a.age RETURN a",  # no index
        "MATCH (a), (c) WHERE c.name = a.name RETURN a",  # no label, so no index
        "MATCH (a:Person) WHERE a.name = a.key RETURN a",  # of one node
        "MATCH (a)-[:KNOWS]->(b), (c:Person)-[:KNOWS]->(d) WHERE c.name = b.name RETURN a",  # one relationship, once
        "MATCH (a)-->(b), (c:Person)-[:KNOWS]->(d) WHERE c.name = b.name RETURN a",
    ],
)
def test_what_stays_one_match(engine: EmbeddedEngine, query: str) -> None:
    text = said(engine, query)
    assert text.count("MATCH") == 1, text


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


def test_a_text_that_is_compared_with_a_date_is_noted(engine: EmbeddedEngine) -> None:
    result = engine.run("MATCH (n:Person) WHERE n.name >= date('2019-01-01') RETURN n")
    assert result.rows == ()
    assert [note for note in result.notes if "line 1, column 24: a text is compared with a time" in note]
    assert engine.run("MATCH (n:Person) WHERE n.name >= '2019-01-01' RETURN n.name").notes == ()
