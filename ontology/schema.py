"""The graph's schema, typed: labels, relationship types, their properties and ends, and the closed word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from ontology.contents import DATA
from ontology.errors import OntologyError
from ontology.loading import parse_yaml

PROPERTY_TYPES = ("string", "integer", "float", "boolean", "strings", "date")
ADOPTIONS = frozenset({"ADOPTED", "AREA_ADOPTED"})
"""The relationships that state an adoption: of a region, and of a functional area."""
_FILE = Path(__file__).parent / "schema.yaml"
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class PropertySpec:
    """One property: its name, its type (one of ``PROPERTY_TYPES``), and whether it must be there."""

    name: str
    type: str
    required: bool

    def accepts(self, value: object) -> bool:
        """Whether ``value`` is of this property's type; True is no integer, and 1 is no float."""
        match self.type:
            case "boolean":
                return isinstance(value, bool)
            case "integer":
                return isinstance(value, int) and not isinstance(value, bool)
            case "float":
                return isinstance(value, float)
            case "strings":
                return isinstance(value, list) and all(isinstance(item, str) for item in value)
            case "date":
                return isinstance(value, str) and _DATE.fullmatch(value) is not None
        return isinstance(value, str)


@dataclass(frozen=True, slots=True)
class LabelSpec:
    """One node label: the pattern of its keys and its properties (``key`` not among them)."""

    name: str
    asks: str
    zh: str
    key: re.Pattern[str]
    properties: Mapping[str, PropertySpec]


@dataclass(frozen=True, slots=True)
class RelationshipSpec:
    """One relationship type: the pairs of labels it joins, its own properties and those of its evidence."""

    name: str
    zh: str
    ends: tuple[tuple[str, str], ...]
    own: Mapping[str, PropertySpec]
    properties: Mapping[str, PropertySpec]


@dataclass(frozen=True, slots=True)
class Schema:
    """The whole schema. Word lists are mappings from the word to its Chinese or, for relations, to the type.

    ``retired`` are the relationship types of earlier versions that this one has no more.
    """

    version: int
    retired: tuple[str, ...]
    labels: Mapping[str, LabelSpec]
    relationships: Mapping[str, RelationshipSpec]
    levels: Mapping[str, str]
    area_kinds: Mapping[str, str]
    statuses: Mapping[str, str]
    claim_kinds: Mapping[str, str]
    relations: Mapping[str, str]
    document_kinds: Mapping[str, str]
    policy_kinds: tuple[str, ...]
    event_kinds: Mapping[str, str]
    sources: tuple[str, ...]

    def node_properties(self) -> dict[str, str]:
        """All property names of nodes with their types, ``key`` first, then by name: the columns of a node table."""
        return _columns(spec.properties for spec in self.labels.values())

    def relationship_properties(self) -> dict[str, str]:
        """All property names of relationships with their types, ``key`` first, then by name."""
        return _columns(spec.properties for spec in self.relationships.values())

    def lint(self) -> Iterator[str]:
        """What is wrong in the schema, one sentence each: unknown ends, types at odds, words that miss."""
        for spec in self.relationships.values():
            for end in (label for pair in spec.ends for label in pair):
                if end not in self.labels:
                    yield f"relationship type {spec.name} joins {end}, which is no label"
        for kind in self.policy_kinds:
            if kind not in self.document_kinds:
                yield f"policy kind {kind} is no document kind"
        for relation, name in self.relations.items():
            if name not in self.relationships:
                yield f"relation {relation} stands for {name}, which is no relationship type"
        owners: list[LabelSpec | RelationshipSpec] = [*self.labels.values(), *self.relationships.values()]
        for owner in owners:
            for prop in owner.properties.values():
                if prop.type not in PROPERTY_TYPES:
                    yield f"{owner.name}.{prop.name} has the unknown type {prop.type}"
        yield from _types_at_odds("nodes", [spec.properties for spec in self.labels.values()])
        yield from _types_at_odds("relationships", [spec.properties for spec in self.relationships.values()])


def _types_at_odds(what: str, owners: list[Mapping[str, PropertySpec]]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for prop in (prop for properties in owners for prop in properties.values()):
        if seen.setdefault(prop.name, prop.type) != prop.type:
            yield f"property {prop.name} of {what} is {seen[prop.name]} here and {prop.type} there"


def _columns(owners: Iterable[Mapping[str, PropertySpec]]) -> dict[str, str]:
    found = {prop.name: prop.type for properties in owners for prop in properties.values()}
    return {"key": "string"} | {name: found[name] for name in sorted(found) if name != "key"}


def _properties(raw: Mapping[str, str] | None) -> dict[str, PropertySpec]:
    return {name: PropertySpec(name, kind.removesuffix("!"), kind.endswith("!")) for name, kind in (raw or {}).items()}


def _ends(raw: list[str]) -> tuple[tuple[str, str], ...]:
    pairs = [tuple(part.strip() for part in pair.split("→")) for pair in raw]
    return tuple((pair[0], pair[1]) for pair in pairs)


def parse_schema(text: str) -> Schema:
    """A schema from YAML text.

    Raises:
        OntologyError: when the text is no schema or contradicts itself.
    """
    try:
        raw = parse_yaml(text)
        evidence = _properties(raw["evidence"])
        labels = {
            name: LabelSpec(name, spec["asks"], spec["zh"], re.compile(spec["key"]), _properties(spec["properties"]))
            for name, spec in raw["labels"].items()
        }
        relationships = {}
        for name, spec in raw["relationships"].items():
            own = _properties(spec.get("properties"))
            relationships[name] = RelationshipSpec(name, spec["zh"], _ends(spec["ends"]), own, own | evidence)
        schema = Schema(
            raw["version"], tuple(raw["retired"]), labels, relationships, raw["levels"], raw["area_kinds"],
            raw["statuses"], raw["claim_kinds"], raw["relations"], raw["document_kinds"], tuple(raw["policy_kinds"]),
            raw["event_kinds"], tuple(raw["sources"]),
        )  # fmt: skip
    except (yaml.YAMLError, re.error, KeyError, TypeError, AttributeError, IndexError) as error:
        raise OntologyError(f"schema.yaml is not a schema: {type(error).__name__}: {error}") from error
    findings = list(schema.lint())
    if findings:
        raise OntologyError("schema.yaml: " + "; ".join(findings))
    return schema


@cache
def schema() -> Schema:
    """The schema of the graph, loaded and checked once."""
    return parse_schema(_FILE.read_text(encoding="utf-8"))


@cache
def ontology_files() -> tuple[Path, ...]:
    """All data files of the ontology, by name."""
    return tuple(sorted(path for path in _FILE.parent.iterdir() if path.suffix in DATA))
