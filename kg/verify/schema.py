"""Checks against the schema: labels, types, ends, properties, keys, years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cypher.elements import Node, Relationship
from kg.keys import relationship_key
from kg.verify.finding import Finding
from ontology.limits import FIRST_YEAR
from ontology.schema import PropertySpec, Schema

_KEY = re.compile(r"[0-9a-f]{24}")
_YEARS = ("year", "from_year", "to_year")
_DATES = ("date", "passed", "established", "abolished")


def check_nodes(nodes: Iterable[Node], schema: Schema, last_year: int) -> Iterator[Finding]:
    """Labels, keys, properties and years of ``nodes``; ``last_year`` is the latest that may stand anywhere."""
    for node in nodes:
        spec = schema.labels.get(node.label)
        if spec is None or node.more_labels:
            yield Finding("schema", node.key, f"the label {':'.join(node.labels)} is not in the schema")
            continue
        if not spec.key.fullmatch(node.key):
            yield Finding("key", node.key, f"is not a key of a {node.label}")
        if node.label == "Graph":
            yield from _properties(node.key, node.properties, spec.properties)
            continue
        yield from _properties(node.key, node.properties, spec.properties)
        if not node.properties.get("name"):
            yield Finding("schema", node.key, "has no name")
        yield from _years(node.key, node.properties, last_year)


def check_relationships(
    edges: Iterable[Relationship], labels: Mapping[str, str], schema: Schema, last_year: int
) -> Iterator[Finding]:
    """Types, ends, keys, properties and years of ``edges``; ``labels`` gives the label of each node by its key."""
    for edge in edges:
        spec = schema.relationships.get(edge.type)
        if spec is None:
            yield Finding("schema", edge.key, f"the type {edge.type} is not in the schema")
            continue
        missing = [end for end in (edge.start, edge.end) if end not in labels]
        if missing:
            yield Finding("ends", edge.key, f"{edge.type} has no node at its end {missing[0]}")
        elif (labels[edge.start], labels[edge.end]) not in spec.ends:
            yield Finding("ends", edge.key, f"{edge.type} may not join {labels[edge.start]} to {labels[edge.end]}")
        if not _KEY.fullmatch(edge.key) or edge.key != _expected_key(edge):
            yield Finding("key", edge.key, f"is not the key of this {edge.type}")
        yield from _properties(edge.key, edge.properties, spec.properties)
        if edge.type != "PART_OF":  # spans of regions begin and end when the country's table says so
            yield from _years(edge.key, edge.properties, last_year)


def _expected_key(edge: Relationship) -> str:
    properties = edge.properties
    first, last = properties.get("start"), properties.get("end")
    if edge.type == "PART_OF" and first is None:
        first, last = properties.get("from_year"), properties.get("to_year")
    elif edge.type in {"SUCCEEDED_BY", "SPLIT_FROM"} and first is None:
        first = properties.get("year")
    source, rule = properties.get("source", ""), properties.get("rule", "")
    return relationship_key(edge.type, edge.start, edge.end, source, first, last, rule)


def _properties(key: str, values: Mapping[str, Any], specs: Mapping[str, PropertySpec]) -> Iterator[Finding]:
    if values.get("key") != key:
        yield Finding("schema", key, f"its property key is {values.get('key')!r}")
    for name in sorted(values.keys() - specs.keys() - {"key"}):
        yield Finding("schema", key, f"the property {name} is not in the schema")
    for name, spec in specs.items():
        if name not in values:
            if spec.required:
                yield Finding("schema", key, f"the property {name} is missing")
        elif not spec.accepts(values[name]):
            yield Finding("schema", key, f"the property {name} is {values[name]!r}, which is no {spec.type}")


def _years(key: str, values: Mapping[str, Any], last_year: int) -> Iterator[Finding]:
    years = {name: values[name] for name in _YEARS if isinstance(values.get(name), int)}
    years |= {name: int(values[name][:4]) for name in _DATES if re.match(r"\d{4}", str(values.get(name, "")))}
    for name, year in years.items():
        if not FIRST_YEAR <= year <= last_year:
            yield Finding("year", key, f"{name} is {year}, outside {FIRST_YEAR} to {last_year}")
