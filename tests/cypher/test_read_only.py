"""Ways to write in a read-only session: refused on the embedded engine and on a real Neo4j, by the gate and by the server."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from neo4j.exceptions import Neo4jError as ServerError

from cypher.engine import EmbeddedEngine
from cypher.errors import CypherError
from kg.stores.neo4j_access import Access, Connection
from tests.cypher.both import AnyGraph, create
from tests.cypher.sample import sample
from tests.cypher.test_gate import TRICKS, WRITES

CONTENT = "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN properties(n), labels(n), properties(r), type(r), m.key"
ADMINISTRATION = "SHOW CONSTRAINTS YIELD name RETURN count(*)"


@pytest.fixture(scope="module")
def server(neo4j_access: Access) -> Iterator[Connection]:
    with Connection.open(neo4j_access) as connection:
        create(connection, *sample())
        yield connection


def state(connection: Connection) -> tuple[Any, Any]:
    return sorted(map(str, connection.read(CONTENT))), connection.read(ADMINISTRATION)


def test_there_are_at_least_twenty_ways() -> None:
    assert len({*WRITES, *TRICKS}) >= 20


@pytest.mark.parametrize("query", [*WRITES, *TRICKS])
def test_a_write_is_refused_on_the_embedded_engine(reforms: EmbeddedEngine, query: str) -> None:
    with pytest.raises(CypherError):
        reforms.run(query)
    with pytest.raises(CypherError):
        reforms.explain(query)


@pytest.mark.parametrize("query", [*WRITES, *TRICKS])
def test_a_write_is_refused_on_neo4j(server: Connection, query: str) -> None:
    before = state(server)
    for ask in (AnyGraph(server).query, AnyGraph(server).explain):
        with pytest.raises(CypherError):
            ask(query)
    assert state(server) == before


@pytest.mark.parametrize("query", [*WRITES, *TRICKS])
def test_the_session_lets_nothing_through_either(server: Connection, query: str) -> None:
    """Without gate and EXPLAIN: what the server runs in our session changes nothing."""
    before = state(server)
    with contextlib.suppress(ServerError), server.session() as session:
        session.run(query).consume()
    assert state(server) == before
