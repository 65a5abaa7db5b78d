"""GraphML: properties as typed data, the label as ``label``, the type as ``type``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TextIO

from kg.exports.exported import Exported
from kg.exports.xml_text import attribute, content
from ontology.schema import schema

_TYPES = {"integer": "long", "float": "double", "boolean": "boolean"}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


def write_graphml(graph: Exported, stream: TextIO) -> None:
    """Write ``graph`` as GraphML; node and edge ids are the keys."""
    stream.write(_HEAD)
    node_types = {"label": "string"} | schema().node_properties()
    edge_types = {"type": "string"} | schema().relationship_properties()
    for prefix, target, types in (("n", "node", node_types), ("e", "edge", edge_types)):
        for name, kind in types.items():
            stream.write(
                f'  <key id="{prefix}_{name}" for="{target}" attr.name="{name}" '
                f'attr.type="{_TYPES.get(kind, "string")}"/>\n'
            )
    stream.write('  <graph id="G" edgedefault="directed">\n')
    for node in graph.nodes():
        stream.write(f"    <node id={attribute(node.key)}>\n")
        _data(stream, "n", {"label": node.label, **node.properties})
        stream.write("    </node>\n")
    for edge in graph.relationships():
        ends = f"source={attribute(edge.start)} target={attribute(edge.end)}"
        stream.write(f"    <edge id={attribute(edge.key)} {ends}>\n")
        _data(stream, "e", {"type": edge.type, **edge.properties})
        stream.write("    </edge>\n")
    stream.write("  </graph>\n</graphml>\n")


def _data(stream: TextIO, prefix: str, values: Mapping[str, Any]) -> None:
    for name in sorted(values):
        stream.write(f'      <data key="{prefix}_{name}">{content(values[name])}</data>\n')
