"""Rows as Parquet files and as batches of columns: with ``lines`` all that knows pyarrow.

pyarrow is loaded when a file is read or written, since it takes a fifth of a second and 60 MB: a query that the engine
answers from its cache needs no table.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.disk.atomic import replacing
from kg.errors import DiskError

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 50_000
_READ = 10_000  # rows that are Python's at a time


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its type (one of ``ontology.schema.PROPERTY_TYPES``), and whether each row fills it."""

    name: str
    type: str = "string"
    required: bool = False


def write_rows(
    path: Path, columns: Sequence[Column], rows: Iterable[Mapping[str, Any]], about: Mapping[bytes, str] | None = None
) -> None:
    """Write ``rows`` in their order as one Parquet file; the same rows give the same bytes.

    ``about`` is what the file says about itself.
    """
    import pyarrow as pa  # noqa: PLC0415 - as the module says
    import pyarrow.parquet as pq  # noqa: PLC0415

    table = _arrow(columns)
    if about:
        table = table.with_metadata(dict(about))
    with replacing(path) as temporary, pq.ParquetWriter(temporary, table, compression="zstd") as writer:
        for some in _many(rows):
            writer.write_table(pa.Table.from_pylist(some, schema=table), row_group_size=_ROWS)


def batches_of(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> Iterator[pa.RecordBatch]:
    """``rows`` in their order as columns, many at a time; what is in none of ``columns`` is left out."""
    import pyarrow as pa  # noqa: PLC0415 - as the module says

    schema = _arrow(columns)
    for some in _many(rows):
        yield from pa.Table.from_pylist(some, schema=schema).to_batches()


def _many(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    remaining = iter(rows)
    while some := list(islice(remaining, _ROWS)):
        yield some


def read_rows(
    path: Path, columns: list[str] | None = None, among: Mapping[str, Collection[str]] | None = None
) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file without their empty cells.

    Args:
        path: the file.
        columns: those to be read (None: all).
        among: by column, the texts of which a row must have one; the other rows cost little.

    Raises:
        DiskError: when it is missing or no Parquet file.
    """
    for batch in read_batches(path, columns, _READ):
        yield from filled(_chosen(batch, among or {}))


def read_batches(path: Path, columns: list[str] | None = None, size: int = _ROWS) -> Iterator[pa.RecordBatch]:
    """The rows of a Parquet file as columns, ``size`` of them at a time; of all ``columns``, or of some.

    Raises:
        DiskError: when it is missing or no Parquet file.
    """
    import pyarrow as pa  # noqa: PLC0415 - as the module says
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        with pq.ParquetFile(path) as file:
            yield from file.iter_batches(size, columns=columns)
    except (OSError, pa.ArrowException) as error:
        raise _unreadable(path, error) from error


def filled(batch: pa.RecordBatch) -> Iterator[dict[str, Any]]:
    """The rows of ``batch`` without their empty cells; columns that nothing fills cost nothing."""
    names, columns = [], []
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        if column.null_count < len(column):
            names.append(name)
            columns.append(column.to_pylist())
    for row in zip(*columns, strict=True):
        yield {name: value for name, value in zip(names, row, strict=True) if value is not None}


def _chosen(batch: pa.RecordBatch, among: Mapping[str, Collection[str]]) -> pa.RecordBatch:
    import pyarrow.compute as pc  # noqa: PLC0415 - as the module says

    for column, values in among.items():
        batch = batch.filter(pc.is_in(batch[column], value_set=strings(sorted(values))))
    return batch


def strings(values: Sequence[str]) -> pa.StringArray:
    """``values`` for pyarrow, made of bytes: ``pa.array`` loads pandas, where that is there, which takes a second."""
    import pyarrow as pa  # noqa: PLC0415 - as the module says

    data = [value.encode("utf-8") for value in values]
    offsets = array("i", accumulate(map(len, data), initial=0))
    return pa.StringArray.from_buffers(len(data), pa.py_buffer(offsets.tobytes()), pa.py_buffer(b"".join(data)))


def read_about(path: Path) -> dict[bytes, bytes]:
    """What a Parquet file says about itself.

    Raises:
        DiskError: when it is missing or no Parquet file.
    """
    import pyarrow as pa  # noqa: PLC0415 - as the module says
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        return dict(pq.read_schema(path).metadata or {})
    except (OSError, pa.ArrowException) as error:
        raise _unreadable(path, error) from error


def count_rows(path: Path, column: str) -> tuple[int, int]:
    """How many rows a Parquet file has, and how many of them fill ``column``, by what its end says of it.

    Raises:
        DiskError: when it is missing or no Parquet file.
    """
    import pyarrow as pa  # noqa: PLC0415 - as the module says
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        with pq.ParquetFile(path) as file:
            rows, filled_in = file.metadata.num_rows, 0
            for number in range(file.num_row_groups):
                group = file.metadata.row_group(number)
                cells = {found.path_in_schema: found for found in map(group.column, range(group.num_columns))}
                told = cells[column].statistics
                filled_in += group.num_rows - (told.null_count or 0 if told else 0)
            return rows, filled_in
    except (OSError, pa.ArrowException) as error:
        raise _unreadable(path, error) from error


def _arrow(columns: Sequence[Column]) -> pa.Schema:
    import pyarrow as pa  # noqa: PLC0415 - as the module says

    types = {
        "string": pa.string(),
        "date": pa.string(),
        "integer": pa.int64(),
        "float": pa.float64(),
        "boolean": pa.bool_(),
        "strings": pa.list_(pa.string()),
    }
    return pa.schema([pa.field(column.name, types[column.type], nullable=not column.required) for column in columns])


def _unreadable(path: Path, error: Exception) -> DiskError:
    return DiskError(f"{path} cannot be read as a Parquet table ({error}); build the graph again")
