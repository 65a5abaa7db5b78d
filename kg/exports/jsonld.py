"""JSON-LD: nodes as resources, each relationship a statement that says in W3C PROV which document it is from."""

from __future__ import annotations

import json
from typing import Any, TextIO
from urllib.parse import quote

from cypher.elements import Relationship
from kg.exports.exported import Exported

_BASE = "urn:reformkg:"
_CONTEXT = {
    "@vocab": _BASE + "schema:",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def write_jsonld(graph: Exported, stream: TextIO) -> None:
    """Write ``graph`` as JSON-LD: ``rdf:Statement`` with ``prov:wasDerivedFrom`` for each relationship."""
    stream.write('{"@context": ' + json.dumps(_CONTEXT, sort_keys=True) + ', "@graph": [\n')
    before = ""
    for node in graph.nodes():
        kinds = [node.label, "prov:Entity"] if node.label == "Document" else [node.label]
        row = {"@id": identifier(node.key), "@type": kinds, **node.properties}
        stream.write(before + json.dumps(row, ensure_ascii=False, sort_keys=True))
        before = ",\n"
    for edge in graph.relationships():
        stream.write(before + json.dumps(_statement(edge), ensure_ascii=False, sort_keys=True))
    stream.write("\n]}\n")


def identifier(key: str) -> str:
    """A key as a URN."""
    return _BASE + quote(key, safe="/")


def _statement(edge: Relationship) -> dict[str, Any]:
    properties = {name: value for name, value in edge.properties.items() if name != "source"}
    return {
        "@id": identifier(f"statement/{edge.key}"),
        "@type": ["rdf:Statement", "prov:Entity"],
        "rdf:subject": {"@id": identifier(edge.start)},
        "rdf:predicate": {"@id": f"{_BASE}schema:{edge.type}"},
        "rdf:object": {"@id": identifier(edge.end)},
        "prov:wasDerivedFrom": {"@id": identifier(edge.properties["source"])},
        **properties,
    }
