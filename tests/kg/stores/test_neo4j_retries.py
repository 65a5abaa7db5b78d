"""A connection that breaks while a graph is pushed: what was under way is tried again, and the graph is whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from kg.model import KnowledgeGraph
from kg.stores.neo4j_access import Access, Connection
from kg.stores.neo4j_push import push
from kg.stores.neo4j_store import Neo4jStore
from tests.kg.stores.proxy import Proxy


def lose_answers(proxy: Proxy) -> None:
    """The next answer is lost: the server may have done what was asked, and nobody knows."""
    proxy.deaf = True


@pytest.mark.parametrize("harm", [Proxy.break_all, lose_answers])
def test_a_connection_that_breaks_between_and_within_transactions(
    database: Connection, neo4j_access: Access, graph: KnowledgeGraph, harm: Callable[[Proxy], None]
) -> None:
    port = urlsplit(neo4j_access.uri).port
    assert port
    batches = 0
    with Proxy(port) as proxy:

        def break_some(_more: int) -> None:
            nonlocal batches
            batches += 1
            if batches in (2, 9):
                harm(proxy)

        with Connection.open(replace(neo4j_access, uri=f"bolt://127.0.0.1:{proxy.port}")) as connection:
            push(connection, graph, break_some, batch=5)
        assert batches > 15 and proxy.connections >= 3
    assert Neo4jStore(database).graph.content_hash() == graph.content_hash()


def test_a_read_is_tried_again_when_its_connection_broke(
    database: Connection, neo4j_access: Access, graph: KnowledgeGraph
) -> None:
    push(database, graph)
    port = urlsplit(neo4j_access.uri).port
    assert port
    with (
        Proxy(port) as proxy,
        Neo4jStore.open(replace(neo4j_access, uri=f"bolt://127.0.0.1:{proxy.port}")) as store,
    ):
        proxy.break_all()
        assert store.graph.content_hash() == graph.content_hash()
        proxy.break_all()
        assert list(store.query("MATCH (d:Document) RETURN count(d)")) == [(3,)]
