"""Rows as CSV (RFC 4180): commas, CRLF, quotes doubled; null is an empty field.

Data is written as it is. A text that opens with ``=`` or ``-`` is not changed for the sake of spreadsheets that would
take it for a formula: what is exported must be what the graph holds.
"""

from __future__ import annotations

import csv
import json
from typing import Any, TextIO

from cypher.output.cells import cell
from cypher.results import Result, plain


def write_csv(result: Result, stream: TextIO) -> None:
    """Writes a header and a line a row; lists, maps, nodes, relationships and paths as JSON."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(result.columns)
    for row in result.rows:
        writer.writerow([_field(value) for value in row])


def _field(value: Any) -> str:
    whole = plain(value)
    return json.dumps(whole, ensure_ascii=False) if isinstance(whole, list | dict) else cell(value)
