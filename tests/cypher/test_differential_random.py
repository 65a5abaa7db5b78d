"""Random reads over random small graphs, on the embedded engine and on a real Neo4j: no row differs.

``REFORMKG_RANDOM=1000`` makes so many graphs; by default fewer.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from kg.stores.neo4j_access import Access, Connection
from tests.cypher.both import Both, Elements
from tests.cypher.random_graphs import joined, random_graph
from tests.cypher.random_queries import Queries

GRAPHS = int(os.environ.get("REFORMKG_RANDOM", "200"))
QUERIES = 6


@pytest.fixture(scope="module")
def connection(neo4j_access: Access) -> Iterator[Connection]:
    with Connection.open(neo4j_access) as opened:
        yield opened


@pytest.mark.parametrize("seed", range(GRAPHS))
def test_random_reads_of_a_random_graph(connection: Connection, seed: int) -> None:
    rng = random.Random(seed)
    graph = random_graph(rng)
    both = Both(connection, *graph)
    queries = Queries(rng, joined(*graph))
    for _ in range(QUERIES):
        query, ordered = queries.query()
        both.compare(query, ordered=ordered, loose=True)


def test_random_reads_of_the_example_graph(connection: Connection, examples: Elements) -> None:
    both = Both(connection, *examples)
    queries = Queries(random.Random(2018), joined(*examples))
    for _ in range(60):
        query, ordered = queries.query()
        both.compare(query, ordered=ordered, loose=True)
