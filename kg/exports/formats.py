"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from kg.disk.atomic import replacing
from kg.exports.cypher_script import write_cypher
from kg.exports.exported import Exported
from kg.exports.gexf import write_gexf
from kg.exports.graphml import write_graphml
from kg.exports.json_graph import write_json
from kg.exports.jsonld import write_jsonld
from kg.exports.neo4j_csv import write_neo4j_csv
from kg.exports.parquet import write_parquet
from kg.exports.tables import write_csv


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format: what it is, in English and Chinese, and how it is written: as one text, or as files at a path.

    ``of_graph``: what is made of it is to be asked as a graph of ours, so that a whole graph brings its ``Graph`` node.
    """

    name: str
    about: str
    zh: str
    write_text: Callable[[Exported, TextIO], None] | None = None
    write_files: Callable[[Exported, Path], list[Path]] | None = None
    of_graph: bool = False

    def write(self, graph: Exported, path: Path) -> list[Path]:
        """Write ``graph`` to ``path``, whole or not at all; gives the files written."""
        if self.write_files is not None:
            return self.write_files(graph, path)
        with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as stream:
            assert self.write_text is not None
            self.write_text(graph, stream)
        return [path]


FORMATS: Mapping[str, ExportFormat] = MappingProxyType(
    {
        item.name: item
        for item in (
            ExportFormat(
                "graphml",
                "GraphML, for Gephi, yEd, igraph, networkx",
                "GraphML，用于 Gephi、yEd、igraph、networkx",
                write_graphml,
            ),
            ExportFormat(
                "gexf",
                "GEXF 1.3 for Gephi, with years as time intervals",
                "GEXF 1.3，用于 Gephi，年份为时间区间",
                write_gexf,
            ),
            ExportFormat(
                "csv",
                "two tables: the relationships, and the nodes beside them",
                "两张表：关系，和旁边的节点",
                write_files=write_csv,
            ),
            ExportFormat(
                "json",
                "one JSON object with nodes and relationships",
                "一个 JSON 对象，含节点和关系",
                write_json,
            ),
            ExportFormat(
                "cypher",
                "a Cypher script that makes the graph in Neo4j",
                "在 Neo4j 中建图的 Cypher 脚本",
                write_cypher,
            ),
            ExportFormat(
                "neo4j-csv",
                "a folder for neo4j-admin database import full",
                "供 neo4j-admin database import full 使用的文件夹",
                write_files=write_neo4j_csv,
                of_graph=True,
            ),
            ExportFormat(
                "parquet",
                "a folder with nodes.parquet and edges.parquet",
                "含 nodes.parquet 和 edges.parquet 的文件夹",
                write_files=write_parquet,
            ),
            ExportFormat(
                "jsonld",
                "JSON-LD with the provenance of each statement in W3C PROV",
                "JSON-LD，每条陈述带 W3C PROV 出处",
                write_jsonld,
            ),
        )
    }
)
