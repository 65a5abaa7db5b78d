"""A server that accepts and never answers, that stalls in the middle, or that dies: one sentence, after the time limit."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from cypher.errors import CypherError
from kg.errors import Neo4jError
from kg.model import KnowledgeGraph
from kg.stores import neo4j_access, neo4j_store
from kg.stores.neo4j_access import Access, Connection
from kg.stores.neo4j_push import push
from kg.stores.neo4j_store import Neo4jStore
from tests.kg.stores.proxy import Proxy


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits short enough for a test."""
    for name in ("_SECONDS_TO_GREET", "PATIENCE", "_SECONDS_TO_RETRY"):
        monkeypatch.setattr(neo4j_access, name, 2.0)
    monkeypatch.setattr(neo4j_store, "_GRACE", 0.5)


@pytest.fixture
def proxy(neo4j_access: Access) -> Iterator[Proxy]:
    port = urlsplit(neo4j_access.uri).port
    assert port
    with Proxy(port) as opened:
        yield opened


def through(proxy: Proxy, access: Access) -> Access:
    return replace(access, uri=f"bolt://127.0.0.1:{proxy.port}")


def test_a_server_that_accepts_and_never_answers(hasty: None) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        uri = f"bolt://127.0.0.1:{mute.getsockname()[1]}"
        start = time.monotonic()
        with pytest.raises(Neo4jError, match=f"{uri} did not answer for 2 s|no Neo4j answers at {uri}"):
            Connection.open(Access(uri, password="does not matter"))
        assert time.monotonic() - start < 20


def test_a_query_whose_answer_stays_away(
    hasty: None, proxy: Proxy, database: Connection, neo4j_access: Access, graph: KnowledgeGraph
) -> None:
    push(database, graph)
    with Neo4jStore.open(through(proxy, neo4j_access)) as store:
        assert list(store.query("MATCH (d:Document) RETURN count(d)")) == [(3,)]
        proxy.stalled = True
        start = time.monotonic()
        with pytest.raises(Neo4jError, match=r"did not answer for 1\.5 s; see whether the server is well"):
            store.query("MATCH (d:Document) RETURN count(d)", timeout=1.0)
        assert time.monotonic() - start < 20


def test_a_graph_that_is_read_while_the_server_stalls(
    hasty: None, proxy: Proxy, database: Connection, neo4j_access: Access, graph: KnowledgeGraph
) -> None:
    push(database, graph)
    with Neo4jStore.open(through(proxy, neo4j_access)) as store:
        proxy.stalled = True
        with pytest.raises(Neo4jError, match="did not answer for 2 s"):
            store.nodes("Document")


def _stall(proxy: Proxy) -> None:
    proxy.stalled = True


@pytest.mark.parametrize("harm", [_stall, Proxy.die])
def test_a_push_that_is_cut_off_is_to_be_run_again(
    hasty: None,
    proxy: Proxy,
    database: Connection,
    neo4j_access: Access,
    graph: KnowledgeGraph,
    harm: Callable[[Proxy], None],
) -> None:
    batches = 0

    def break_one(_more: int) -> None:
        nonlocal batches
        batches += 1
        if batches == 3:
            harm(proxy)

    with (
        pytest.raises(Neo4jError, match="the push is not whole: run the same push again, it goes on from there"),
        Connection.open(through(proxy, neo4j_access)) as connection,
    ):
        push(connection, graph, break_one, batch=5)
    with pytest.raises(Neo4jError, match="holds a push that did not end; run the same push again"):
        Neo4jStore(database)
    push(database, graph)
    assert Neo4jStore(database).graph.content_hash() == graph.content_hash()


def test_the_database_that_holds_no_graphs(neo4j_access: Access) -> None:
    with pytest.raises(Neo4jError, match=r"the database system of .* holds no graphs; set NEO4J_DATABASE to another one"):
        Connection.open(replace(neo4j_access, database="system"))


def test_a_wrong_query_is_named_as_such_each_time(
    database: Connection, neo4j_access: Access, graph: KnowledgeGraph
) -> None:
    push(database, graph)
    with Neo4jStore.open(neo4j_access) as store:
        for _ in range(2):
            with pytest.raises(CypherError, match=r"did you mean|not defined"):
                store.query("MATCH (d:Document) RETURN e")
