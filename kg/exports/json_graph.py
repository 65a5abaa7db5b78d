"""JSON: one object with nodes and relationships, one of them a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from kg.exports.exported import Exported


def write_json(graph: Exported, stream: TextIO) -> None:
    """Write ``graph`` as ``{"nodes": [...], "relationships": [...]}``, keys in the order of their names."""
    stream.write('{"nodes": [\n')
    _lines(stream, ({"key": n.key, "label": n.label, "properties": dict(n.properties)} for n in graph.nodes()))
    stream.write('], "relationships": [\n')
    edges = (
        {"key": e.key, "type": e.type, "start": e.start, "end": e.end, "properties": dict(e.properties)}
        for e in graph.relationships()
    )
    _lines(stream, edges)
    stream.write("]}\n")


def _lines(stream: TextIO, rows: Iterable[dict[str, Any]]) -> None:
    before = ""
    for row in rows:
        stream.write(before + json.dumps(row, ensure_ascii=False, sort_keys=True))
        before = ",\n"
    stream.write("\n")
