"""Files for ``neo4j-admin database import full``: a header and a body for each label and each type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from kg.disk.atomic import replacing, write_bytes
from kg.disk.lines import Lines
from kg.disk.tables import edge_batches, node_batches
from kg.exports.exported import Exported
from kg.stores.neo4j_statements import constraint
from kg.stores.parquet import ParquetGraph
from ontology.schema import PropertySpec, schema

_TYPES = {"integer": "long", "float": "double", "boolean": "boolean", "strings": "string[]"}
_COMMAND, _CONSTRAINTS = "import.txt", "constraints.cypher"
_IMPORT = "neo4j-admin database import full neo4j --array-delimiter=U+001F --multiline-fields=true"


def write_neo4j_csv(graph: Exported, path: Path) -> list[Path]:
    """Write the files into the folder ``path`` with the import command; list items are parted by U+001F.

    The ``Graph`` node, where it is among the nodes, makes of what is imported a graph that can be asked; the
    constraints are those of a push.

    Raises:
        FileExistsError: when ``path`` is a file.
    """
    path.mkdir(parents=True, exist_ok=True)
    tables = graph.tables if isinstance(graph, ParquetGraph) else None
    with ExitStack() as opened:
        nodes = _Tables(opened, path, "node", {name: spec.properties for name, spec in schema().labels.items()})
        for batch in node_batches(tables[0] if tables else graph.nodes()):
            nodes.write(Lines(batch, "label"))
        kinds = {name: spec.properties for name, spec in schema().relationships.items()}
        edges = _Tables(opened, path, "relationship", kinds)
        for batch in edge_batches(tables[1] if tables else graph.relationships()):
            edges.write(Lines(batch, "type"))
    parts = [_IMPORT, *nodes.arguments("--nodes"), *edges.arguments("--relationships")]
    command = " \\\n  ".join(parts)
    told = (
        f"# Within this folder, while the server is stopped:\n{command}\n"
        f"# then, while it runs, still within this folder:\ncypher-shell -f {_CONSTRAINTS}\n"
    )
    write_bytes(path / _COMMAND, told.encode())
    write_bytes(path / _CONSTRAINTS, "".join(f"{constraint(label)};\n" for label in schema().labels).encode())
    return [*nodes.paths(), *edges.paths(), path / _COMMAND, path / _CONSTRAINTS]


class _Tables:
    """The files of the nodes by label, or of the relationships by type, each opened when it gets its first row."""

    def __init__(
        self, opened: ExitStack, folder: Path, what: str, names: Mapping[str, Mapping[str, PropertySpec]]
    ) -> None:
        self._opened = opened
        self._folder = folder
        self._what = what
        self._names = names
        self._columns: dict[str, list[str]] = {}
        self._files: dict[str, BinaryIO] = {}

    def write(self, lines: Lines) -> None:
        """Write the rows of a batch, each into the file of its label or type."""
        for name, begin, count in lines:
            if name not in self._names:
                continue
            if name not in self._files:
                self._open(name, self._names[name])
            self._files[name].write(lines.of(begin, count, self._columns[name], name))

    def _open(self, name: str, properties: Mapping[str, PropertySpec]) -> None:
        of_node = self._what == "node"
        types = ({} if of_node else {"key": "string"}) | {spec.name: spec.type for spec in properties.values()}
        head = [f"{column}:{_TYPES.get(kind, 'string')}" for column, kind in types.items()]
        whole = ["key:ID", *head, ":LABEL"] if of_node else [":START_ID", ":END_ID", *head, ":TYPE"]
        header, body = self._pair(name)
        write_bytes(header, (",".join(whole) + "\n").encode())
        temporary = self._opened.enter_context(replacing(body))
        self._files[name] = self._opened.enter_context(temporary.open("wb"))
        self._columns[name] = [*(["key"] if of_node else ["from_key", "to_key"]), *types]

    def _pair(self, name: str) -> tuple[Path, Path]:
        stem = f"{self._what}-{name}"
        return self._folder / f"{stem}-header.csv", self._folder / f"{stem}.csv"

    def _there(self) -> Iterable[tuple[Path, Path]]:
        return (self._pair(name) for name in self._names if name in self._files)

    def paths(self) -> list[Path]:
        """The files that were written."""
        return [path for pair in self._there() for path in pair]

    def arguments(self, option: str) -> list[str]:
        """What the importer is told of them."""
        return [f"{option}={header.name},{body.name}" for header, body in self._there()]
