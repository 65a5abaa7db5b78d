"""Nodes, relationships and conflicts as Parquet tables: a typed column for each property of the schema, rows by key."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cypher.elements import Node, Relationship
from kg.corrections.outcome import Outcome
from kg.disk.manifest import Input
from kg.disk.rows import Column, batches_of, read_batches, read_rows, write_rows
from kg.resolve.conflicts import Conflict
from ontology.schema import schema

if TYPE_CHECKING:
    import pyarrow as pa

CONFLICT_COLUMNS = (
    Column("kind", required=True),
    Column("subject", required=True),
    Column("values", "strings"),
    Column("statements", "strings"),
)
OUTCOME_COLUMNS = (
    Column("line", "integer", required=True),
    Column("verdict", required=True),
    Column("about", required=True),
    Column("applied", "boolean", required=True),
    Column("message"),
    Column("note"),
    Column("subjects", "strings"),
    Column("start", "integer"),
    Column("end", "integer"),
)
INPUT_COLUMNS = (
    Column("file", required=True),
    Column("sha256", required=True),
    Column("part", required=True),
    Column("documents", "integer", required=True),
    Column("refused", "integer", required=True),
    Column("left_out", "integer", required=True),
    Column("columns", "strings", required=True),
    Column("quarantined", "integer", required=True),
    Column("given", "strings", required=True),
)


def node_columns() -> list[Column]:
    """The columns of ``nodes.parquet``: ``key``, ``label``, then the properties by name."""
    return _columns(["key", "label"], schema().node_properties())


def edge_columns() -> list[Column]:
    """The columns of ``edges.parquet``: ``key``, ``type``, ``from_key``, ``to_key``, then properties by name."""
    return _columns(["key", "type", "from_key", "to_key"], schema().relationship_properties())


def _columns(first: list[str], properties: Mapping[str, str]) -> list[Column]:
    own = [Column(name, required=True) for name in first]
    return own + [Column(name, kind) for name, kind in properties.items() if name not in first]


def write_nodes(path: Path, nodes: Iterable[Node]) -> None:
    """Write ``nodes`` (by key) as ``nodes.parquet``."""
    write_rows(path, node_columns(), map(_node_row, nodes))


def node_batches(nodes: Path | Iterable[Node]) -> Iterator[pa.RecordBatch]:
    """The rows of ``nodes.parquet``, or those that ``nodes`` make there, as columns."""
    return read_batches(nodes) if isinstance(nodes, Path) else batches_of(node_columns(), map(_node_row, nodes))


def _node_row(node: Node) -> dict[str, Any]:
    return {**node.properties, "key": node.key, "label": node.label}


def read_nodes(path: Path, labels: Collection[str] = ()) -> Iterator[Node]:
    """The nodes of ``nodes.parquet``, or those of ``labels``."""
    for row in read_rows(path, among={"label": labels} if labels else None):
        yield as_node(row)


def as_node(row: dict[str, Any]) -> Node:
    """The node of a row, which it takes over."""
    label = row.pop("label")
    return Node(row["key"], label, row)


def write_relationships(path: Path, relationships: Iterable[Relationship]) -> None:
    """Write ``relationships`` (by key) as ``edges.parquet``."""
    write_rows(path, edge_columns(), map(_edge_row, relationships))


def edge_batches(edges: Path | Iterable[Relationship]) -> Iterator[pa.RecordBatch]:
    """The rows of ``edges.parquet``, or those that the relationships ``edges`` make there, as columns."""
    return read_batches(edges) if isinstance(edges, Path) else batches_of(edge_columns(), map(_edge_row, edges))


def _edge_row(edge: Relationship) -> dict[str, Any]:
    return {**edge.properties, "key": edge.key, "type": edge.type, "from_key": edge.start, "to_key": edge.end}


def read_relationships(
    path: Path, kinds: Collection[str] = (), to: Collection[str] | None = None
) -> Iterator[Relationship]:
    """The relationships of ``edges.parquet``, or those of types ``kinds`` that end at one of the keys ``to``."""
    among = ({"type": kinds} if kinds else {}) | ({} if to is None else {"to_key": to})
    for row in read_rows(path, among=among):
        yield as_relationship(row)


def as_relationship(row: dict[str, Any]) -> Relationship:
    """The relationship of a row, which it takes over."""
    kind, start, end = row.pop("type"), row.pop("from_key"), row.pop("to_key")
    return Relationship(row["key"], kind, start, end, row)


def write_conflicts(path: Path, conflicts: Iterable[Conflict]) -> None:
    """Write ``conflicts`` (sorted) as ``conflicts.parquet``."""
    rows = (
        {"kind": c.kind, "subject": c.subject, "values": list(c.values), "statements": list(c.statements)}
        for c in conflicts
    )
    write_rows(path, CONFLICT_COLUMNS, rows)


def read_conflicts(path: Path) -> list[Conflict]:
    """The rows of ``conflicts.parquet``."""
    return [
        Conflict(row["kind"], row["subject"], tuple(row.get("values", ())), tuple(row.get("statements", ())))
        for row in read_rows(path)
    ]


def write_outcomes(path: Path, outcomes: Iterable[Outcome]) -> None:
    """Write what became of each correction as ``corrections.parquet``."""
    rows = ({column.name: getattr(outcome, column.name) for column in OUTCOME_COLUMNS} for outcome in outcomes)
    write_rows(path, OUTCOME_COLUMNS, rows)


def read_outcomes(path: Path) -> list[Outcome]:
    """The rows of ``corrections.parquet``."""
    return [Outcome(**row | {"subjects": tuple(row.get("subjects", ()))}) for row in read_rows(path)]


def write_inputs(path: Path, inputs: Iterable[Input]) -> None:
    """Write the files that a graph was built of (sorted) as ``inputs.parquet``."""
    write_rows(
        path, INPUT_COLUMNS, ({column.name: getattr(one, column.name) for column in INPUT_COLUMNS} for one in inputs)
    )


def read_inputs(path: Path) -> tuple[Input, ...]:
    """The rows of ``inputs.parquet``."""
    rows = read_rows(path)
    return tuple(Input(**row | {name: tuple(row[name]) for name in ("columns", "given")}) for row in rows)
