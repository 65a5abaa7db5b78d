"""A table of a trace as a Parquet file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cypher.results import Result
from kg.disk.rows import Column, write_rows


def write_parquet(table: Result, path: Path) -> None:
    """Write ``table`` as the Parquet file ``path``; the same rows give the same bytes."""
    columns = [Column(name, _type([row[at] for row in table.rows])) for at, name in enumerate(table.columns)]
    write_rows(path, columns, table.records())


def _type(values: list[Any]) -> str:
    """The type of a column by what stands in it; text where nothing does."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "integer"
    return "float" if kinds and kinds <= {int, float} else "string"
