"""The collection of reads, asked of the embedded engine and of a real Neo4j: the same rows, and those written down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.stores.neo4j_access import Access, Connection
from tests.cypher.alike import in_any_order
from tests.cypher.both import Both
from tests.cypher.reads import Read, reads
from tests.cypher.town import shown, town


@pytest.fixture(scope="module")
def both(neo4j_access: Access) -> Iterator[Both]:
    with Connection.open(neo4j_access) as connection:
        yield Both(connection, *town())


@pytest.mark.parametrize("read", reads(), ids=lambda read: read.query[:60])
def test_a_read_gives_the_same_rows_on_both(both: Both, read: Read) -> None:
    both.compare(read.query, read.parameters, read.ordered)
    if not in_any_order(read.query):
        rows = [[shown(value) for value in row] for row in both.neo4j.query(read.query, read.parameters).rows]
        assert (rows if read.ordered else sorted(rows)) == read.rows
