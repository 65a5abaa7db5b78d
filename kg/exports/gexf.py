"""GEXF 1.3 for Gephi: statements appear in their year, regions while they are valid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TextIO

from cypher.elements import Node, Relationship
from kg.exports.xml_text import attribute
from kg.model import KnowledgeGraph
from ontology.schema import schema

_TYPES = {"integer": "long", "float": "double", "boolean": "boolean"}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <graph mode="dynamic" defaultedgetype="directed" timeformat="integer" timerepresentation="interval">
"""


def write_gexf(graph: KnowledgeGraph, stream: TextIO) -> None:
    """Write ``graph`` as GEXF; what has a year begins in it, what has no year is always there."""
    stream.write(_HEAD)
    node_types = {"node_label": "string"} | schema().node_properties()
    edge_types = schema().relationship_properties()
    for target, types in (("node", node_types), ("edge", edge_types)):
        stream.write(f'    <attributes class="{target}">\n')
        for name, kind in types.items():
            stream.write(f'      <attribute id="{name}" title="{name}" type="{_TYPES.get(kind, "string")}"/>\n')
        stream.write("    </attributes>\n")
    stream.write("    <nodes>\n")
    for node in graph.nodes():
        name = node.properties.get("name", node.key)
        stream.write(f"      <node id={attribute(node.key)} label={attribute(name)}>\n")
        _values(stream, {"node_label": node.label, **node.properties})
        _spells(stream, node)
        stream.write("      </node>\n")
    stream.write("    </nodes>\n    <edges>\n")
    for edge in graph.relationships():
        ends = f"source={attribute(edge.start)} target={attribute(edge.end)}"
        stream.write(f"      <edge id={attribute(edge.key)} {ends} label={attribute(edge.type)}{_interval(edge)}>\n")
        _values(stream, edge.properties)
        stream.write("      </edge>\n")
    stream.write("    </edges>\n  </graph>\n</gexf>\n")


def _values(stream: TextIO, values: Mapping[str, Any]) -> None:
    stream.write("        <attvalues>\n")
    for name in sorted(values):
        stream.write(f'          <attvalue for="{name}" value={attribute(values[name])}/>\n')
    stream.write("        </attvalues>\n")


def _spells(stream: TextIO, node: Node) -> None:
    spans = [tuple(span.split("-")) for span in node.properties.get("valid", ())]
    if not spans and "year" in node.properties:
        spans = [(str(node.properties["year"]), "")]
    if spans:
        stream.write("        <spells>\n")
        for first, last in spans:
            stream.write(f'          <spell start="{first}"{_end(last)}/>\n')
        stream.write("        </spells>\n")


def _interval(edge: Relationship) -> str:
    first = edge.properties.get("year", edge.properties.get("from_year"))
    last = edge.properties.get("to_year")
    return "" if first is None else f' start="{first}"{_end(str(last) if last is not None else "")}'


def _end(last: str) -> str:
    return f' end="{last}"' if last else ""
