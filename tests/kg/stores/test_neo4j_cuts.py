"""A push over a connection that is cut at any byte, run again, is one push.

``REFORMKG_CUTS=50`` cuts so often; by default a few times.
"""

from __future__ import annotations

import contextlib
import os
import random
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from kg.errors import Neo4jError
from kg.model import KnowledgeGraph
from kg.stores.neo4j_access import Access, Connection
from kg.stores.neo4j_push import push
from kg.stores.neo4j_store import Neo4jStore
from tests.kg.stores.proxy import Proxy
from tests.neo4j_server import clean

CUTS = int(os.environ.get("REFORMKG_CUTS", "6"))


@pytest.fixture
def proxy(neo4j_access: Access) -> Iterator[Proxy]:
    with Proxy(int(urlsplit(neo4j_access.uri).port or 0)) as opened:
        yield opened


def push_through(proxy: Proxy, access: Access, graph: KnowledgeGraph) -> None:
    through = replace(access, uri=f"bolt://127.0.0.1:{proxy.port}")
    with Connection.open(through) as connection:
        push(connection, graph, batch=5)


def test_a_push_that_is_cut_at_any_byte_is_made_good_by_the_same_push(
    monkeypatch: pytest.MonkeyPatch, proxy: Proxy, database: Connection, neo4j_access: Access, graph: KnowledgeGraph
) -> None:
    monkeypatch.setattr("kg.stores.neo4j_access._SECONDS_TO_RETRY", 0.5)
    clean(database)
    before = proxy.passed
    push_through(proxy, neo4j_access, graph)
    whole, size = _held(database), proxy.passed - before
    dice = random.Random(1)
    broken = 0
    for cut in range(CUTS):
        if cut % 2:
            clean(database)  # the other times it is over the graph that is there
        proxy.cut_at = proxy.passed + dice.randint(1, size)
        with contextlib.suppress(Neo4jError):
            push_through(proxy, neo4j_access, graph)
        broken += proxy.cut_at is None
        proxy.cut_at = None
        push_through(proxy, neo4j_access, graph)
        assert _held(database) == whole, f"cut {cut}"
        assert Neo4jStore(database).graph.content_hash() == graph.content_hash(), f"cut {cut}"
    assert broken > CUTS // 3


def _held(database: Connection) -> list[object]:
    """How many nodes and relationships of each kind there are, each counted, doubles too."""
    nodes = database.read("MATCH (n) RETURN labels(n) AS l, count(*) AS n ORDER BY l")
    return [*map(list, nodes), *map(list, database.read("MATCH ()-[r]->() RETURN type(r) AS t, count(*) AS n ORDER BY t"))]
