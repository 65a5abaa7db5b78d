"""GEXF 1.3 for Gephi and networkx: statements appear in their year, regions while they are valid."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any, TextIO

from cypher.elements import Node, Relationship
from kg.exports.exported import Exported
from kg.exports.xml_text import attribute
from ontology.schema import schema

_TYPES = {"integer": "long", "float": "double", "boolean": "boolean"}
# Attributes of edges that networkx takes for its own: the key is the edge's id already, start and end are those of its
# interval.
_RENAMED = {"start": "quote_start", "end": "quote_end"}
_LEFT_OUT = "key"
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <graph mode="dynamic" defaultedgetype="directed" timeformat="integer" timerepresentation="interval">
"""


def write_gexf(graph: Exported, stream: TextIO) -> None:
    """Write ``graph`` as GEXF; what has a year begins in it, what has no year is always there.

    What is open goes on to the last year of the graph, since networkx reads no spell without an end. The span of a
    quote is in ``quote_start`` and ``quote_end``.
    """
    stream.write(_HEAD)
    last = _last_year(graph)
    node_types = {"node_label": "string"} | schema().node_properties()
    edge_types = schema().relationship_properties()
    for target, types in (("node", node_types), ("edge", edge_types)):
        stream.write(f'    <attributes class="{target}">\n')
        own = types if target == "node" else {_RENAMED.get(name, name): kind for name, kind in types.items()}
        for name, kind in own.items():
            if target == "edge" and name == _LEFT_OUT:
                continue
            stream.write(f'      <attribute id="{name}" title="{name}" type="{_TYPES.get(kind, "string")}"/>\n')
        stream.write("    </attributes>\n")
    stream.write("    <nodes>\n")
    for node in graph.nodes():
        name = node.properties.get("name", node.key)
        stream.write(f"      <node id={attribute(node.key)} label={attribute(name)}>\n")
        _values(stream, {"node_label": node.label, **node.properties})
        _spells(stream, node, last)
        stream.write("      </node>\n")
    stream.write("    </nodes>\n    <edges>\n")
    for edge in graph.relationships():
        ends = f"source={attribute(edge.start)} target={attribute(edge.end)}"
        head = f"id={attribute(edge.key)} {ends} label={attribute(edge.type)}"
        stream.write(f"      <edge {head}{_interval(edge, last)}>\n")
        told = {_RENAMED.get(name, name): value for name, value in edge.properties.items() if name != _LEFT_OUT}
        _values(stream, told)
        stream.write("      </edge>\n")
    stream.write("    </edges>\n  </graph>\n</gexf>\n")


def _values(stream: TextIO, values: Mapping[str, Any]) -> None:
    stream.write("        <attvalues>\n")
    for name in sorted(values):
        stream.write(f'          <attvalue for="{name}" value={attribute(values[name])}/>\n')
    stream.write("        </attvalues>\n")


def _spells(stream: TextIO, node: Node, last: int) -> None:
    spans = [tuple(span.split("-")) for span in node.properties.get("valid", ())]
    if not spans and "year" in node.properties:
        spans = [(str(node.properties["year"]), "")]
    if spans:
        stream.write("        <spells>\n")
        for first, end in spans:
            stream.write(f'          <spell start="{first}" end="{end or max(last, int(first))}"/>\n')
        stream.write("        </spells>\n")


def _interval(edge: Relationship, last: int) -> str:
    first = edge.properties.get("year", edge.properties.get("from_year"))
    end = edge.properties.get("to_year")
    return "" if first is None else f' start="{first}" end="{max(last, int(first)) if end is None else end}"'


def _last_year(graph: Exported) -> int:
    """The last year that anything in the graph is of."""
    return max(chain(map(_last_of_node, graph.nodes()), map(_last_of_edge, graph.relationships())), default=0)


def _last_of_node(node: Node) -> int:
    spans = node.properties.get("valid", ())
    years = (node.properties.get("year"), *(int(year) for span in spans for year in span.split("-") if year))
    return max((year for year in years if year), default=0)


def _last_of_edge(edge: Relationship) -> int:
    years = (edge.properties.get(name) for name in ("year", "from_year", "to_year"))
    return max((year for year in years if year), default=0)
