"""Rows that are written as they come, where a result would hold all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cypher.results import Result


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows to be written once.

    Attributes:
        columns: their names.
        rows: one tuple a row, as long as ``columns``; they are asked for one by one.
    """

    columns: tuple[str, ...]
    rows: Iterable[tuple[Any, ...]]


Written = Result | Rows
"""What can be written."""


def whole(rows: Written) -> Result:
    """``rows`` as a result, which holds them all."""
    return rows if isinstance(rows, Result) else Result(rows.columns, tuple(rows.rows))
