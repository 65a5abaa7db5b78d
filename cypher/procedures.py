"""The procedures and commands that say what a database holds, which tools send first; they read on every store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cypher.translate.schema import INDEXED, Schema
from cypher.translate.types import Type

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Procedure:
    """One of them: its columns, and its rows for the embedded engine."""

    columns: tuple[str, ...]
    rows: Callable[[Schema], list[Row]]


def _labels(schema: Schema) -> list[Row]:
    return [{"label": name} for name in schema.labels]


def _types(schema: Schema) -> list[Row]:
    return [{"relationshipType": name} for name in schema.types]


def _keys(schema: Schema) -> list[Row]:
    return [{"propertyKey": name} for name in schema.properties]


def _picture(schema: Schema) -> list[Row]:
    ends = [{"name": kind, "start": start, "end": end} for start, kind, end in schema.ends]
    return [{"nodes": [{"name": name} for name in schema.labels], "relationships": ends}]


def _of_nodes(schema: Schema) -> list[Row]:
    return [
        {"nodeType": f":`{label}`", "nodeLabels": [label], **_property(name, schema, always)}
        for label, names in schema.label_properties.items()
        for name, always in names.items()
    ]


def _of_relationships(schema: Schema) -> list[Row]:
    return [
        {"relType": f":`{kind}`", **_property(name, schema, always)}
        for kind, names in schema.type_properties.items()
        for name, always in names.items()
    ]


def _property(name: str, schema: Schema, always: bool) -> Row:
    return {"propertyName": name, "propertyTypes": _names(schema.properties[name]), "mandatory": always}


def _names(kind: Type) -> list[str]:
    """The kinds as Neo4j's procedures call them."""
    names = {"integer": "Long", "float": "Double", "list": "StringArray", "localdatetime": "LocalDateTime"}
    return sorted(names.get(each, each.capitalize()) for each in kind.kinds)


def _indexes(schema: Schema) -> list[Row]:
    return [
        {
            "id": number, "name": f"{label}_{name}", "state": "ONLINE", "populationPercent": 100.0, "type": "RANGE",
            "entityType": "NODE", "labelsOrTypes": [label], "properties": [name], "indexProvider": "embedded",
            "owningConstraint": f"{label}_{name}" if name == "key" else None, "lastRead": None, "readCount": None,
        }
        for number, (label, name) in enumerate(
            (label, name) for label, names in schema.label_properties.items() for name in INDEXED if name in names
        )
    ]  # fmt: skip


def _constraints(schema: Schema) -> list[Row]:
    return [
        {
            "id": row["id"], "name": row["name"], "type": "UNIQUENESS", "entityType": "NODE",
            "labelsOrTypes": row["labelsOrTypes"], "properties": row["properties"], "ownedIndex": row["name"],
            "propertyType": None,
        }
        for row in _indexes(schema)
        if row["owningConstraint"]
    ]  # fmt: skip


def _components(schema: Schema) -> list[Row]:
    return [{"name": "reformkg", "versions": ["5"], "edition": "embedded"}]


_OF_PROPERTY = ("propertyName", "propertyTypes", "mandatory")
PROCEDURES: Mapping[str, Procedure] = {
    "db.labels": Procedure(("label",), _labels),
    "db.relationshiptypes": Procedure(("relationshipType",), _types),
    "db.propertykeys": Procedure(("propertyKey",), _keys),
    "db.schema.visualization": Procedure(("nodes", "relationships"), _picture),
    "db.schema.nodetypeproperties": Procedure(("nodeType", "nodeLabels", *_OF_PROPERTY), _of_nodes),
    "db.schema.reltypeproperties": Procedure(("relType", *_OF_PROPERTY), _of_relationships),
    "dbms.components": Procedure(("name", "versions", "edition"), _components),
    "show indexes": Procedure(
        ("id", "name", "state", "populationPercent", "type", "entityType", "labelsOrTypes", "properties",
         "indexProvider", "owningConstraint", "lastRead", "readCount"),
        _indexes,
    ),
    "show constraints": Procedure(
        ("id", "name", "type", "entityType", "labelsOrTypes", "properties", "ownedIndex", "propertyType"), _constraints
    ),
}  # fmt: skip
"""By their names in small letters."""
SHOWN = {"INDEX": "show indexes", "INDEXES": "show indexes", "CONSTRAINT": "show constraints",
         "CONSTRAINTS": "show constraints"}  # fmt: skip
"""What SHOW may be followed by."""
