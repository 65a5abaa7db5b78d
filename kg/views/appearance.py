"""Colours, shapes and words of a page: data, loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from kg.pictures.themes import themes
from ontology.schema import schema

FEW = 40
"""Up to this many nodes of a label count as few."""


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """How the nodes of one label are drawn.

    Attributes:
        colour: as ``#rrggbb``.
        dark: the colour on a dark ground.
        shape: as vis-network names it.
        size: radius in pixels of a node without links.
        shown: whether they are visible at first; ``few``: where there are at most :data:`FEW` of them.
    """

    colour: str
    dark: str
    shape: str
    size: float
    shown: bool | Literal["few"] = True


@dataclass(frozen=True, slots=True)
class RelationshipStyle:
    """How the relationships of one type are drawn: colour, that on a dark ground, width in pixels, whether at first."""

    colour: str
    dark: str
    weight: float
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Palette:
    """The styles by label and by type, in the order of the legend, and one for what the schema does not name."""

    nodes: dict[str, NodeStyle]
    relationships: dict[str, RelationshipStyle]
    other_node: NodeStyle
    other_relationship: RelationshipStyle

    def node(self, label: str) -> NodeStyle:
        """The style of a label."""
        return self.nodes.get(label, self.other_node)

    def relationship(self, kind: str) -> RelationshipStyle:
        """The style of a relationship type."""
        return self.relationships.get(kind, self.other_relationship)

    def shown_at_first(self, counts: Mapping[str, int]) -> set[str]:
        """The labels that are visible when the page opens, by how many nodes each has; all, if it would be none."""
        rules = {label: self.node(label).shown for label in counts}
        shown = {label for label, rule in rules.items() if rule is True or (rule == "few" and counts[label] <= FEW)}
        return shown or set(counts)

    def legend(self, labels: set[str], shown: set[str], kinds: set[str]) -> dict[str, Any]:
        """The styles of what a page holds, as data for the page, in the order of the legend.

        Args:
            labels: those of its nodes.
            shown: those visible at first.
            kinds: the types of its relationships.
        """
        types = _ordered(kinds, self.relationships)
        return {
            "nodes": [
                asdict(self.node(label)) | {"kind": label, "shown": label in shown}
                for label in _ordered(labels, self.nodes)
            ],
            "edges": [{"kind": kind, **asdict(self.relationship(kind))} for kind in types],
        }


def _ordered(present: set[str], known: dict[str, Any]) -> list[str]:
    place = {name: index for index, name in enumerate(known)}
    return sorted(present, key=lambda name: (place.get(name, len(place)), name))


@cache
def palette() -> Palette:
    """The styles in ``palette.yaml``."""
    data = _read("palette.yaml")
    return Palette(
        nodes={label: NodeStyle(**style) for label, style in data["nodes"].items()},
        relationships={kind: RelationshipStyle(**style) for kind, style in data["relationships"].items()},
        other_node=NodeStyle(**data["other"]["node"]),
        other_relationship=RelationshipStyle(**data["other"]["relationship"]),
    )


@cache
def page_themes() -> dict[str, dict[str, str]]:
    """The colours of a page by theme and name: those of the pictures of a trace, and the page's own."""
    return {theme: {**themes()[theme], **own} for theme, own in _read("palette.yaml")["themes"].items()}


@cache
def words() -> dict[str, dict[str, dict[str, str]]]:
    """The words of a page by language, group and key.

    Returns:
        What ``words.yaml`` has, and in the groups ``labels``, ``types`` and ``values`` besides what the schema calls
        its labels, its relationship types, and the words of its closed lists.
    """
    data: dict[str, dict[str, dict[str, str]]] = _read("words.yaml")
    known = schema()
    closed = {**known.area_kinds, **known.event_kinds, **known.document_kinds, **known.levels, **known.statuses}
    data["zh"]["labels"] |= {name: label.zh for name, label in known.labels.items()}
    data["zh"]["types"] |= {name: kind.zh for name, kind in known.relationships.items()}
    data["zh"]["values"] = closed
    data["en"]["labels"] |= {name: name for name in known.labels}
    data["en"]["types"] |= {name: name.lower().replace("_", " ") for name in known.relationships}
    data["en"]["values"] = {word: word.replace("_", " ") for word in closed}
    return data


def _read(name: str) -> Any:
    return yaml.safe_load(files("kg.views").joinpath(name).read_text(encoding="utf-8"))
