"""Files for ``neo4j-admin database import full``: a header and a body for each label and each type."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.disk.atomic import replacing
from kg.exports.xml_text import as_text
from kg.model import KnowledgeGraph
from ontology.schema import schema

_TYPES = {"integer": "long", "float": "double", "boolean": "boolean", "strings": "string[]"}
_SEPARATOR = "\x1f"
_APART = dict.fromkeys(map(ord, f"\r\n{_SEPARATOR}"), " ")
"""What would end a row or an item, as a blank: the csv of Python before 3.13 writes a bare CR without quotes."""
_COMMAND = "import.txt"


def write_neo4j_csv(graph: KnowledgeGraph, path: Path) -> list[Path]:
    """Write the files into the folder ``path`` with the import command; list items are parted by U+001F.

    Raises:
        FileExistsError: when ``path`` is a file.
    """
    path.mkdir(parents=True, exist_ok=True)
    written, command = [], ["neo4j-admin database import full neo4j --array-delimiter=U+001F --multiline-fields=true"]
    for label, spec in schema().labels.items():
        types = {name: prop.type for name, prop in spec.properties.items()}
        head = ["key:ID", *_head(types), ":LABEL"]
        rows = [[_cell(n.key), *_cells(n.properties, types), label] for n in graph.nodes(label)]
        if rows:
            written += _pair(path, f"node-{label}", head, rows)
            command.append(f"--nodes=node-{label}-header.csv,node-{label}.csv")
    for kind, edge_spec in schema().relationships.items():
        types = {"key": "string"} | {name: prop.type for name, prop in edge_spec.properties.items()}
        head = [":START_ID", ":END_ID", *_head(types), ":TYPE"]
        edges = [[_cell(e.start), _cell(e.end), *_cells(e.properties, types), kind] for e in graph.relationships(kind)]
        if edges:
            written += _pair(path, f"relationship-{kind}", head, edges)
            command.append(f"--relationships=relationship-{kind}-header.csv,relationship-{kind}.csv")
    (path / _COMMAND).write_text(" \\\n  ".join(command) + "\n", encoding="utf-8")
    return [*written, path / _COMMAND]


def _head(types: Mapping[str, str]) -> list[str]:
    return [f"{name}:{_TYPES.get(kind, 'string')}" for name, kind in types.items()]


def _cells(values: Mapping[str, Any], types: Mapping[str, str]) -> list[str]:
    return [_cell(values.get(name)) for name in types]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return _SEPARATOR.join(item.translate(_APART) for item in value)
    return as_text(value).translate(_APART)


def _pair(folder: Path, name: str, head: list[str], rows: Iterable[list[str]]) -> list[Path]:
    header, body = folder / f"{name}-header.csv", folder / f"{name}.csv"
    for path, lines in ((header, [head]), (body, rows)):
        with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(lines)
    return [header, body]
