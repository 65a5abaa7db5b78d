"""Files for ``neo4j-admin database import full``: a header and a body for each label and each type."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from kg.disk.atomic import replacing, write_bytes
from kg.exports.exported import Exported
from kg.exports.xml_text import as_text
from kg.stores.neo4j_statements import constraint
from ontology.schema import PropertySpec, schema

_TYPES = {"integer": "long", "float": "double", "boolean": "boolean", "strings": "string[]"}
_SEPARATOR = "\x1f"
_APART = dict.fromkeys(map(ord, f"\r\n{_SEPARATOR}"), " ")
"""What would end a row or an item, as a blank: the csv of Python before 3.13 writes a bare CR without quotes."""
_ENDS = re.compile(f"[\r\n{_SEPARATOR}]")
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
    with ExitStack() as opened:
        nodes = _Tables(opened, path, "node", [label.name for label in schema().labels.values()])
        for node in graph.nodes():
            spec = schema().labels.get(node.label)
            if spec:
                nodes.write(node.label, [node.key], node.properties, spec.properties)
        edges = _Tables(opened, path, "relationship", list(schema().relationships))
        for edge in graph.relationships():
            kind = schema().relationships.get(edge.type)
            if kind:
                edges.write(edge.type, [edge.start, edge.end], edge.properties, kind.properties)
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

    def __init__(self, opened: ExitStack, folder: Path, what: str, names: Collection[str]) -> None:
        self._opened = opened
        self._folder = folder
        self._what = what
        self._names = names
        self._columns: dict[str, tuple[str, ...]] = {}
        self._rows: dict[str, Any] = {}

    def write(
        self, name: str, first: list[str], values: Mapping[str, Any], properties: Mapping[str, PropertySpec]
    ) -> None:
        """Write a row: the cells of ``first``, then those of ``properties``, then ``name``."""
        if name not in self._rows:
            self._open(name, properties)
        found = map(values.get, self._columns[name])
        self._rows[name].writerow([*map(_cell, first), *("" if v is None else _cell(v) for v in found), name])

    def _open(self, name: str, properties: Mapping[str, PropertySpec]) -> None:
        of_node = self._what == "node"
        types = ({} if of_node else {"key": "string"}) | {spec.name: spec.type for spec in properties.values()}
        head = [f"{column}:{_TYPES.get(kind, 'string')}" for column, kind in types.items()]
        whole = ["key:ID", *head, ":LABEL"] if of_node else [":START_ID", ":END_ID", *head, ":TYPE"]
        header, body = self._pair(name)
        write_bytes(header, (",".join(whole) + "\n").encode())
        temporary = self._opened.enter_context(replacing(body))
        file = self._opened.enter_context(temporary.open("w", encoding="utf-8", newline=""))
        self._columns[name] = tuple(types)
        self._rows[name] = csv.writer(file, lineterminator="\n")

    def _pair(self, name: str) -> tuple[Path, Path]:
        stem = f"{self._what}-{name}"
        return self._folder / f"{stem}-header.csv", self._folder / f"{stem}.csv"

    def _there(self) -> Iterable[tuple[Path, Path]]:
        return (self._pair(name) for name in self._names if name in self._rows)

    def paths(self) -> list[Path]:
        """The files that were written."""
        return [path for pair in self._there() for path in pair]

    def arguments(self, option: str) -> list[str]:
        """What the importer is told of them."""
        return [f"{option}={header.name},{body.name}" for header, body in self._there()]


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return value.translate(_APART) if _ENDS.search(value) else value
    if isinstance(value, list):
        return _SEPARATOR.join(item.translate(_APART) for item in value)
    return as_text(value)
