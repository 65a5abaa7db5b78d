"""A researcher's own table, by rows: CSV, Excel, JSON lines or Parquet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from extractors.catalogues.tables import first_sheet
from extractors.source import ReadError
from kg.disk.rows import read_rows
from kg.errors import InputError

SUFFIXES = (".csv", ".tsv", ".xlsx", ".jsonl", ".parquet")


def read_sheet(file: Path) -> list[dict[str, Any]]:
    """The rows of ``file`` by column, without their empty cells; all cells are texts, but for those of Parquet.

    Raises:
        InputError: the file cannot be read, or is no table.
        DiskError: a Parquet file that is none.
    """
    suffix = file.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(f"{file} is no table that is read here; there are {', '.join(SUFFIXES)}")
    if suffix == ".parquet":
        return [{name: cell for name, cell in row.items() if str(cell).strip()} for row in read_rows(file)]
    try:
        rows = [_whole(row) for row in first_sheet(file.read_bytes(), suffix)]
    except (OSError, ReadError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or error
        raise InputError(f"{file} cannot be read as a table: {reason}") from error
    if not rows:
        raise InputError(f"{file} is empty")
    header, *body = rows
    cells = [{name: cell for name, cell in zip(header, row, strict=False) if name and cell} for row in body]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _whole(row: list[str] | ReadError) -> list[str]:
    """``row``; of a damaged one the reason is raised, since a table that lacks a row would tell something else."""
    if isinstance(row, ReadError):
        raise row
    return row
