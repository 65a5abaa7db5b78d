"""What a user is told when a Neo4j cannot be reached or used: one sentence that says what to do."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest

from cypher.embedded.load import Listed
from cypher.errors import (
    CypherError,
    CypherSyntaxError,
    CypherTypeError,
    ParameterError,
    QueryTimeoutError,
    WriteRefusedError,
)
from kg.errors import Neo4jError
from kg.model import KnowledgeGraph
from kg.stores.neo4j_access import Access, Connection, require_version
from kg.stores.neo4j_push import push
from kg.stores.neo4j_store import Neo4jStore
from tests.neo4j_server import clean


def test_a_server_that_is_down() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(Neo4jError, match=f"no Neo4j answers at {uri}; .*refused"):
        Connection.open(Access(uri, password="does not matter"))


def test_a_wrong_password(neo4j_access: Access) -> None:
    with pytest.raises(Neo4jError, match="does not accept this user and password; set NEO4J_USERNAME"):
        Connection.open(replace(neo4j_access, password="not the password"))


def test_a_database_that_is_not_there(neo4j_access: Access) -> None:
    with pytest.raises(Neo4jError, match="has no database reforms; set NEO4J_DATABASE"):
        Connection.open(replace(neo4j_access, database="reforms"))


def test_the_database_is_always_named(neo4j_access: Access) -> None:
    with Connection.open(replace(neo4j_access, database=None)) as connection:
        assert connection.database == "neo4j"
        with connection.session() as session:
            assert session.run("RETURN 1").consume().database == "neo4j"


@pytest.mark.parametrize("agent", ["Neo4j/4.4.41", "Neo4j/3.5.0"])
def test_a_server_that_is_too_old(agent: str) -> None:
    with pytest.raises(Neo4jError, match=f"bolt://old runs {agent}; 5 or newer is needed"):
        require_version("bolt://old", agent)


@pytest.mark.parametrize("agent", ["Neo4j/5.26.30", "Neo4j/2026.08.1"])
def test_a_server_that_is_new_enough(agent: str) -> None:
    require_version("bolt://new", agent)


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("http://localhost:7474", "no address of a Neo4j; write bolt://"),
        ("localhost:7687", "no address of a Neo4j; write bolt://"),
        ("bolt://neo4j:secret@localhost", "leave user and password out"),
        (None, "name a Neo4j with --neo4j URI, or set NEO4J_URI"),
    ],
)
def test_an_address_that_is_none(monkeypatch: pytest.MonkeyPatch, uri: str | None, said: str) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    with pytest.raises(Neo4jError, match=said):
        Access.from_environment(uri)


def test_the_environment_names_all_and_the_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("URI", "bolt://a"), ("USERNAME", "li"), ("PASSWORD", "secret"), ("DATABASE", "reforms")):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    access = Access.from_environment()
    assert access == Access("bolt://a", "li", "secret", "reforms")
    assert "secret" not in repr(access)
    assert Access.from_environment("bolt://b").uri == "bolt://b"


def test_without_a_password_it_is_asked_for_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    monkeypatch.delenv("NEO4J_USERNAME", raising=False)
    with pytest.raises(Neo4jError, match="no password for bolt://a; set NEO4J_PASSWORD"):
        Access.from_environment("bolt://a")
    asked = Access.from_environment("bolt://a", lambda what, hidden: "secret" if hidden else "li")
    assert (asked.username, asked.password) == ("li", "secret")


def test_an_empty_database(database: Connection) -> None:
    with pytest.raises(Neo4jError, match="is empty; load a graph with: reformkg push"):
        Neo4jStore(database)


@pytest.fixture
def pushed(neo4j_access: Access, graph: KnowledgeGraph) -> Iterator[Connection]:
    """A database that holds a whole graph of ours, pushed where it holds none: for tests that change nothing in it."""
    with Connection.open(neo4j_access) as connection:
        try:
            Neo4jStore(connection)
        except Neo4jError:
            clean(connection)
            push(connection, graph)
        yield connection


@pytest.mark.parametrize(
    ("query", "kind", "said"),
    [
        ("MATCH (n RETURN n", CypherSyntaxError, "line 1, column 10: Invalid input"),
        ("MATCH (n)\nRETURN foo(n)", CypherSyntaxError, "line 2, column 8: Unknown function 'foo'"),
        ("RETURN 1 AND true", CypherTypeError, "expected Boolean"),
        ("UNWIND [1, 'a'] AS x RETURN x.name", CypherTypeError, "expected a map"),
        ("RETURN $year", ParameterError, r"Expected parameter\(s\): year"),
        ("RETURN 1 / 0", CypherError, "by zero"),
        ("CREATE (n)", WriteRefusedError, "CREATE"),
        ("UNWIND range(1, 1000000000) AS x RETURN sum(x / 3.0)", QueryTimeoutError, "within 0.2 s"),
    ],
)
def test_what_is_wrong_with_a_query(pushed: Connection, query: str, kind: type[CypherError], said: str) -> None:
    with pytest.raises(kind, match=said):
        Neo4jStore(pushed).query(query, timeout=0.2 if kind is QueryTimeoutError else 30)


def test_parameters_that_no_query_takes(pushed: Connection) -> None:
    store = Neo4jStore(pushed)
    for value in (2**70, object()):
        with pytest.raises(ParameterError):
            store.query("RETURN $x", {"x": value})
    with pytest.raises(ParameterError, match=r"no parameter \$yaer"):
        store.query("RETURN 1", {"yaer": 2018})


def test_a_graph_that_is_pushed_anew_while_it_is_read(database: Connection, graph: KnowledgeGraph) -> None:
    push(database, graph)
    store = Neo4jStore(database)
    other = [n for n in graph.nodes() if n.label != "Graph"]
    about = next(graph.nodes("Graph"))
    changed = type(about)(about.key, about.label, {**about.properties, "hash": "another"})
    push(database, Listed([*other, changed], graph.relationships()))
    with pytest.raises(Neo4jError, match="was pushed anew while it was read"):
        list(store.nodes())
