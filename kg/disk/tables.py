"""Nodes, relationships and conflicts as Parquet tables: a typed column for each property of the schema, rows by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from cypher.elements import Node, Relationship
from kg.corrections.outcome import Outcome
from kg.disk.atomic import replacing
from kg.errors import DiskError
from kg.resolve.conflicts import Conflict
from ontology.schema import schema

_TYPES = {
    "string": pa.string(),
    "date": pa.string(),
    "integer": pa.int64(),
    "float": pa.float64(),
    "boolean": pa.bool_(),
    "strings": pa.list_(pa.string()),
}
_ROWS = 50_000


def _arrow(first: list[str], properties: Mapping[str, str]) -> Any:
    fields = [pa.field(name, pa.string(), nullable=False) for name in first]
    return pa.schema(fields + [pa.field(n, _TYPES[kind]) for n, kind in properties.items() if n not in first])


def node_table() -> Any:
    """The Arrow schema of ``nodes.parquet``: ``key``, ``label``, then the properties by name."""
    return _arrow(["key", "label"], schema().node_properties())


def edge_table() -> Any:
    """The Arrow schema of ``edges.parquet``: ``key``, ``type``, ``from_key``, ``to_key``, then properties by name."""
    return _arrow(["key", "type", "from_key", "to_key"], schema().relationship_properties())


CONFLICT_TABLE = pa.schema(
    [
        pa.field("kind", pa.string(), nullable=False),
        pa.field("subject", pa.string(), nullable=False),
        pa.field("values", pa.list_(pa.string())),
        pa.field("statements", pa.list_(pa.string())),
    ]
)


OUTCOME_TABLE = pa.schema(
    [
        pa.field("line", pa.int64(), nullable=False),
        pa.field("verdict", pa.string(), nullable=False),
        pa.field("about", pa.string(), nullable=False),
        pa.field("applied", pa.bool_(), nullable=False),
        pa.field("message", pa.string()),
        pa.field("note", pa.string()),
        pa.field("subjects", pa.list_(pa.string())),
        pa.field("start", pa.int64()),
        pa.field("end", pa.int64()),
    ]
)


def write_rows(path: Path, table: Any, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write ``rows`` in their order as one Parquet file of schema ``table``; the same rows give the same bytes."""
    rows = iter(rows)
    with replacing(path) as temporary, pq.ParquetWriter(temporary, table, compression="zstd") as writer:
        while batch := list(islice(rows, _ROWS)):
            writer.write_table(pa.Table.from_pylist(batch, schema=table), row_group_size=_ROWS)


def read_rows(path: Path, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file without their empty cells; ``columns`` are those to be read (None: all).

    Raises:
        DiskError: when it is missing or no Parquet file.
    """
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(_ROWS, columns=columns):
                for row in batch.to_pylist():
                    yield {name: value for name, value in row.items() if value is not None}
    except (OSError, pa.ArrowException) as error:
        raise DiskError(f"{path} cannot be read as a Parquet table ({error}); build the graph again") from error


def read_metadata(path: Path) -> dict[bytes, bytes]:
    """What a Parquet file says about itself.

    Raises:
        DiskError: when it is missing or no Parquet file.
    """
    try:
        return dict(pq.read_schema(path).metadata or {})
    except (OSError, pa.ArrowException) as error:
        raise DiskError(f"{path} cannot be read as a Parquet table ({error}); build the graph again") from error


def write_nodes(path: Path, nodes: Iterable[Node]) -> None:
    """Write ``nodes`` (by key) as ``nodes.parquet``."""
    write_rows(path, node_table(), ({**node.properties, "key": node.key, "label": node.label} for node in nodes))


def read_nodes(path: Path) -> Iterator[Node]:
    """The nodes of ``nodes.parquet``."""
    for row in read_rows(path):
        label = row.pop("label")
        yield Node(row["key"], label, row)


def write_relationships(path: Path, relationships: Iterable[Relationship]) -> None:
    """Write ``relationships`` (by key) as ``edges.parquet``."""
    rows = (
        {**edge.properties, "key": edge.key, "type": edge.type, "from_key": edge.start, "to_key": edge.end}
        for edge in relationships
    )
    write_rows(path, edge_table(), rows)


def read_relationships(path: Path) -> Iterator[Relationship]:
    """The relationships of ``edges.parquet``."""
    for row in read_rows(path):
        kind, start, end = row.pop("type"), row.pop("from_key"), row.pop("to_key")
        yield Relationship(row["key"], kind, start, end, row)


def write_conflicts(path: Path, conflicts: Iterable[Conflict]) -> None:
    """Write ``conflicts`` (sorted) as ``conflicts.parquet``."""
    rows = (
        {"kind": c.kind, "subject": c.subject, "values": list(c.values), "statements": list(c.statements)}
        for c in conflicts
    )
    write_rows(path, CONFLICT_TABLE, rows)


def read_conflicts(path: Path) -> list[Conflict]:
    """The rows of ``conflicts.parquet``."""
    return [
        Conflict(row["kind"], row["subject"], tuple(row.get("values", ())), tuple(row.get("statements", ())))
        for row in read_rows(path)
    ]


def write_outcomes(path: Path, outcomes: Iterable[Outcome]) -> None:
    """Write what became of each correction as ``corrections.parquet``."""
    rows = ({name: getattr(outcome, name) for name in OUTCOME_TABLE.names} for outcome in outcomes)
    write_rows(path, OUTCOME_TABLE, rows)


def read_outcomes(path: Path) -> list[Outcome]:
    """The rows of ``corrections.parquet``."""
    return [Outcome(**row | {"subjects": tuple(row.get("subjects", ()))}) for row in read_rows(path)]
