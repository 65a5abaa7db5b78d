from __future__ import annotations

from collections import Counter

import pytest

from cypher.engine import EmbeddedEngine
from tests.cypher.reads import Read, reads
from tests.cypher.town import shown


@pytest.mark.parametrize("read", reads(), ids=lambda read: read.query[:60])
def test_a_read_gives_the_rows_of_neo4j(engine: EmbeddedEngine, read: Read) -> None:
    result = engine.run(read.query, read.parameters)
    rows = [[shown(value) for value in row] for row in result.rows]
    assert list(result.columns) == read.columns
    assert (rows if read.ordered else sorted(rows)) == read.rows


def test_the_reads_cover_every_topic() -> None:
    counts = Counter(read.topic for read in reads())
    assert sum(counts.values()) >= 500
    assert min(counts.values()) >= 4
    assert len({read.query for read in reads()}) == sum(counts.values())
