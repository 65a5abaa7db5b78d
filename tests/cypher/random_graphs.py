"""Small random graphs over the ontology's schema, the same for the same seed."""

from __future__ import annotations

import random
from typing import Any

from cypher.elements import Node, Relationship
from ontology.schema import PropertySpec, schema

NAMES = ("遂宁市", "船山区", "射洪县", "一网通办", "相对集中行政许可权改革", "行政审批局", "B", "b", "a b", "（二）", "é", "")
YEARS = (2015, 2016, 2017, 2018, 2020)
NUMBERS = (-1.5, 0.0, 0.1, 2.0, 130.0, 92.5, 1e6)
DATES = ("2017", "2018-01", "2018-01-10", "2020-12-31")
LABELS = ("Region", "Initiative", "Document", "Policy", "Agency", "Measurement", "Year", "Event")


def random_graph(rng: random.Random) -> tuple[list[Node], list[Relationship]]:
    """Up to 16 nodes of a few labels and 40 relationships; properties are often missing, values often equal."""
    nodes: list[Node] = []
    labels = rng.sample(LABELS, 4)
    for number in range(rng.randint(4, 16) if rng.random() < 0.95 else 0):
        label = rng.choice(labels)
        key = f"{label.lower()}/{number}"
        nodes.append(Node(key, label, {"key": key, **_properties(rng, schema().labels[label].properties.values())}))
    by_label: dict[str, list[Node]] = {}
    for node in nodes:
        by_label.setdefault(node.label, []).append(node)
    places = [
        (kind, start, end)
        for kind, spec in schema().relationships.items()
        for start, end in spec.ends
        if start in by_label and end in by_label
    ]
    edges: list[Relationship] = []
    for number in range(rng.randint(3, 40) if places else 0):
        kind, start, end = rng.choice(places)
        key = f"{number:04x}"
        spec = schema().relationships[kind]
        own = {"key": key, **_properties(rng, spec.properties.values())}
        edges.append(Relationship(key, kind, rng.choice(by_label[start]).key, rng.choice(by_label[end]).key, own))
    return nodes, edges


def joined(nodes: list[Node], edges: list[Relationship]) -> list[tuple[str, str, str]]:
    """Which labels are joined by which types: start, type, end."""
    label = {node.key: node.label for node in nodes}
    return sorted({(label[edge.start], edge.type, label[edge.end]) for edge in edges})


def _properties(rng: random.Random, specs: Any) -> dict[str, Any]:
    return {spec.name: _value(rng, spec) for spec in specs if rng.random() < (0.9 if spec.name == "name" else 0.6)}


def _value(rng: random.Random, spec: PropertySpec) -> Any:
    match spec.type:
        case "integer":
            return rng.choice(YEARS)
        case "float":
            return rng.choice(NUMBERS)
        case "boolean":
            return rng.random() < 0.5
        case "strings":
            return [rng.choice(NAMES) for _ in range(rng.randint(0, 3))]
        case "date":
            return rng.choice(DATES)
    return rng.choice(NAMES)
