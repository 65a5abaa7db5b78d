from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from cypher.engine import EmbeddedEngine
from tests.cypher.alike import in_any_order
from tests.cypher.reads import Read, reads
from tests.cypher.town import shown, town


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


def test_no_read_depends_on_the_order_in_which_a_store_keeps_the_graph() -> None:
    """Neo4j keeps none: a first of equals would be another one there on another day."""
    nodes, relationships = town()
    turned = {node.key: f"Z{99 - place}" for place, node in enumerate(nodes)}
    turned |= {link.key: f"Y{99 - place}" for place, link in enumerate(relationships)}
    back = {new: old for old, new in turned.items()}
    engine = EmbeddedEngine.from_elements(
        [replace(node, key=turned[node.key]) for node in nodes],
        [replace(r, key=turned[r.key], start=turned[r.start], end=turned[r.end]) for r in relationships],
    )
    for read in reads():
        if in_any_order(read.query) or "collect" in read.query:
            continue
        rows = [
            [re.sub(r"[YZ]\d\d", lambda found: back[found.group()], shown(value)) for value in row]
            for row in engine.run(read.query, read.parameters).rows
        ]
        assert (rows if read.ordered else sorted(rows)) == read.rows, read.query
