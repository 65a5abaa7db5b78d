"""A graph that would not fit into memory is refused before it is loaded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.disk import GraphDirectory
from kg.errors import GraphError
from kg.stores import room
from kg.stores.embedded import EmbeddedStore
from tests.kg.folders import rewrite_manifest

COUNT = "MATCH (n) RETURN count(*)"


def large(directory: GraphDirectory, relationships: int) -> Path:
    """The directory, whose manifest says that it has so many relationships."""
    counts = json.loads(json.dumps(dict(directory.manifest.counts)))
    return rewrite_manifest(directory, {"counts": counts | {"relationships": {"CITES": relationships}}})


def test_the_sentence_tells_what_it_takes_and_what_there_is(
    directory: GraphDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "free_memory", lambda: 3_100_000_000)
    with EmbeddedStore.open(large(directory, 5_000_000)) as store, pytest.raises(GraphError) as refused:
        store.query(COUNT)
    assert "5,000,000 relationships, which take about 12.0 GB to be asked in memory, and 3.1 GB are free" in str(refused.value)
    assert "export neo4j-csv" in str(refused.value) and "--region" in str(refused.value)


def test_an_engine_that_is_kept_takes_less(directory: GraphDirectory, monkeypatch: pytest.MonkeyPatch) -> None:
    path = large(directory, 1_000_000)
    monkeypatch.setattr(room, "free_memory", lambda: 2_000_000_000)
    with EmbeddedStore.open(path) as store, pytest.raises(GraphError, match=r"2\.4 GB"):
        store.query(COUNT)
    monkeypatch.setattr(room, "free_memory", lambda: None)
    with EmbeddedStore.open(path) as store:
        whole = list(store.query(COUNT))
    monkeypatch.setattr(room, "free_memory", lambda: 2_000_000_000)
    with EmbeddedStore.open(path) as store:
        assert list(store.query(COUNT)) == whole


def test_a_small_graph_is_refused_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "free_memory", lambda: 0)
    room.refuse_without_room(1_000, kept=False)


def test_what_is_free_is_less_than_what_there_is() -> None:
    free = room.free_memory()
    if free is None:
        pytest.skip("this system does not tell")
    total = int(Path("/proc/meminfo").read_text().split()[1]) * 1024
    assert 0 < free <= total
