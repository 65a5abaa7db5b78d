"""CSV: one table of relationships with the names of their ends, one of nodes beside it, as spreadsheets open them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cypher.output.delimited import guarded
from kg.disk.atomic import replacing
from kg.exports.exported import Exported
from kg.exports.xml_text import as_text
from ontology.schema import schema

_ENDS = ("type", "from_key", "from_label", "from_name", "to_key", "to_label", "to_name")


def write_csv(graph: Exported, path: Path, *, raw: bool = False) -> list[Path]:
    """Write the relationships to ``path`` and the nodes to ``<path>.nodes.csv``, in UTF-8 with a mark for Excel.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, unless ``raw``.
    """
    nodes = path.with_name(f"{path.name.removesuffix('.csv')}.nodes.csv")
    edge_columns = ["key", *_ENDS, *(name for name in schema().relationship_properties() if name != "key")]
    _write(path, edge_columns, _edges(graph), raw)
    node_columns = ["key", "label", *(name for name in schema().node_properties() if name != "key")]
    _write(nodes, node_columns, ({**n.properties, "key": n.key, "label": n.label} for n in graph.nodes()), raw)
    return [path, nodes]


def _edges(graph: Exported) -> Iterator[dict[str, Any]]:
    called = {node.key: (node.label, node.properties["name"]) for node in graph.nodes()}
    for edge in graph.relationships():
        names = (edge.start, *called[edge.start], edge.end, *called[edge.end])
        yield {**edge.properties, "key": edge.key, **dict(zip(_ENDS, (edge.type, *names), strict=True))}


def _write(path: Path, columns: list[str], rows: Iterable[Mapping[str, Any]], raw: bool) -> None:
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for row in rows:
            texts = ["" if row.get(name) is None else as_text(row[name]) for name in columns]
            writer.writerow(texts if raw else map(guarded, texts))
