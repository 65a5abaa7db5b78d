"""A Cypher script that makes the graph in an empty or earlier database, run with ``cypher-shell -f``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TextIO

from kg.exports.exported import Exported
from ontology.schema import schema


def write_cypher(graph: Exported, stream: TextIO) -> None:
    """Write constraints, then a MERGE on its key for each node and each relationship; run twice, it changes nothing."""
    for label in schema().labels:
        stream.write(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.key IS UNIQUE;\n")
    labels: dict[str, str] = {}
    for node in graph.nodes():
        labels[node.key] = node.label
        stream.write(f"MERGE (n:{node.label} {{key: {literal(node.key)}}}) SET n = {_map(node.properties)};\n")
    for edge in graph.relationships():
        stream.write(
            f"MATCH (a:{labels[edge.start]} {{key: {literal(edge.start)}}}), "
            f"(b:{labels[edge.end]} {{key: {literal(edge.end)}}}) "
            f"MERGE (a)-[r:{edge.type} {{key: {literal(edge.key)}}}]->(b) SET r = {_map(edge.properties)};\n"
        )


def literal(value: Any) -> str:
    """A value as a Cypher literal; quotes, backslashes and line ends in text are escaped."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    text = str(value).replace("\\", "\\\\").replace("'", "\\'")
    for mark, escape in (("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(mark, escape)
    return f"'{text}'"


def _map(properties: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"`{name}`: {literal(properties[name])}" for name in sorted(properties)) + "}"
