"""Rows as JSON: an array of objects, or one object a line. Nodes, relationships and paths are whole maps."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TextIO

from cypher.output.rows import Written
from cypher.plain import plain


def write_json(result: Written, stream: TextIO) -> None:
    """Writes an array, one row a line, so that it can be read and compared by line."""
    before, after = "[\n", "[]\n"
    for text in _objects(result):
        stream.write(f"{before}  {text}")
        before, after = ",\n", "\n]\n"
    stream.write(after)


def write_jsonl(result: Written, stream: TextIO) -> None:
    """Writes one object a line."""
    for text in _objects(result):
        stream.write(f"{text}\n")


def _objects(result: Written) -> Iterator[str]:
    for row in result.rows:
        yield json.dumps(plain(dict(zip(result.columns, row, strict=True))), ensure_ascii=False)
