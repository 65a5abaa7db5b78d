"""Rows as text: a table, CSV, JSON, JSON lines or Markdown, one format a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TextIO

from cypher.errors import CypherError
from cypher.output.delimited import write_csv
from cypher.output.json_rows import write_json, write_jsonl
from cypher.output.names import in_language
from cypher.output.pivot import pivot
from cypher.output.rows import Rows, Written
from cypher.output.tables import line, write_markdown, write_table

__all__ = ["FORMATS", "Rows", "in_language", "line", "pivot", "write_result"]

FORMATS: dict[str, Callable[[Written, TextIO], None]] = {
    "table": write_table,
    "csv": write_csv,
    "json": write_json,
    "jsonl": write_jsonl,
    "md": write_markdown,
}


def write_result(
    result: Written, format: str, stream: TextIO, lang: str = "en", *, raw: bool = False, width: int | None = None
) -> None:
    """Writes the rows of a result.

    Args:
        result: the rows; ``Rows`` are written as they come.
        format: ``table``, ``csv``, ``json``, ``jsonl`` or ``md``.
        stream: where to; for ``csv`` opened with ``newline=""``.
        lang: ``zh`` for Chinese column names where there are any.
        raw: of ``csv``, whether a text that a spreadsheet would take for a formula is written as it is.
        width: of ``table``, the columns of the terminal that it is to fit; None for all of every cell.

    Raises:
        CypherError: there is no such format.
    """
    if format not in FORMATS:
        raise CypherError(f"there is no format {format!r}; there are {', '.join(FORMATS)}")
    told = {"csv": partial(write_csv, raw=raw), "table": partial(write_table, width=width)}
    told.get(format, FORMATS[format])(in_language(result, lang), stream)
