"""Rows as JSON: an array of objects, or one object a line. Nodes, relationships and paths are whole maps."""

from __future__ import annotations

import json
from typing import TextIO

from cypher.plain import plain
from cypher.results import Result


def write_json(result: Result, stream: TextIO) -> None:
    """Writes an array, one row a line, so that it can be read and compared by line."""
    rows = ",\n".join("  " + json.dumps(plain(row), ensure_ascii=False) for row in result.records())
    stream.write(f"[\n{rows}\n]\n" if rows else "[]\n")


def write_jsonl(result: Result, stream: TextIO) -> None:
    """Writes one object a line."""
    for row in result.records():
        stream.write(json.dumps(plain(row), ensure_ascii=False) + "\n")
