"""A flipped bit of a graph directory, and what its readers then say."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.disk import GraphDirectory
from kg.stores.embedded import EmbeddedStore
from ontology.errors import ReformkgError

REFUSED, UNCHANGED, SILENT = "refused", "unchanged", "silent"
_SAID = ("answers", "nodes", "relationships", "conflicts", "documents")
_QUERIES = (
    "MATCH (a)-[e]->(b) RETURN a.key AS a, type(e) AS type, e.key AS key, e.year AS year, b.key AS b ORDER BY key",
    "MATCH (n) RETURN n.key AS key, n.name AS name, n.year AS year, n.value AS value ORDER BY key",
)


def stored(graph: Path) -> list[Path]:
    """The files of a graph directory that hold anything."""
    return sorted(path for path in graph.rglob("*") if path.is_file() and path.stat().st_size)


@contextlib.contextmanager
def flipped(path: Path, bit: int) -> Iterator[None]:
    """``path`` with one bit flipped within the block."""
    whole = path.read_bytes()
    data = bytearray(whole)
    data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)
    try:
        yield
    finally:
        path.write_bytes(whole)


def told(graph: Path) -> dict[str, Any]:
    """All that readers say of a graph directory: its rows, conflicts, records, and answers of the engine.

    Raises:
        ReformkgError: when it is damaged, and one of them notices.
    """
    return {name: _said(graph, name) for name in _SAID}


def outcome(graph: Path, right: dict[str, Any]) -> str:
    """How the readers of ``graph`` take it, which said ``right`` before: each of them alone, as commands do."""
    found = set()
    for name, said in right.items():
        try:
            found.add(UNCHANGED if _said(graph, name) == said else SILENT)
        except ReformkgError:
            found.add(REFUSED)
    return next(end for end in (SILENT, REFUSED, UNCHANGED) if end in found)


def _said(graph: Path, name: str) -> list[Any]:
    if name == "answers":
        with EmbeddedStore.open(graph) as store:
            return [store.query(query, limit=None).rows for query in _QUERIES]
    read: Callable[[], Iterable[Any]] = getattr(GraphDirectory(graph), name)
    return list(read())
