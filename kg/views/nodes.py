"""What a page knows of each node beside its place: its size, its year, its region, what it is found by."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import Any

from cypher.elements import Node
from kg.views.appearance import NodeStyle
from kg.views.pinyin import pinyin_forms
from kg.views.statements import own_year
from ontology.initiatives import initiative_table

_LARGER = {"country": 7.0, "province": 4.0, "prefecture": 1.5, "county": 0.0}
# Kinds that are of one time, and so are left out when the years do not include theirs.
_OF_ONE_TIME = ("Document", "Policy", "Event", "Measurement", "Year")
_NOT_LISTED = ("key", "name")


def node_size(node: Node, style: NodeStyle, degree: int) -> float:
    """The radius of a node in pixels: by its label, the level of a region, its neighbours and a group's members."""
    level = _LARGER.get(str(node.properties.get("level")), 0.0) if node.label == "Region" else 0.0
    growth = 1.5 if node.label == "Initiative" else 1.15
    most = 3.0 * math.sqrt(min(int(node.properties.get("members", 0)), 100)) / 10.0
    return round(style.size + level + most + growth * math.sqrt(min(degree, 60)), 1)


def node_facts(node: Node, *, spelled: bool = True) -> dict[str, Any]:
    """What the page needs to filter, find and colour a node; where it is ``spelled``, it is found by pinyin as well.

    Returns:
        ``key``, ``kind``, ``find`` (lower case), and where they apply ``short`` (what the picture shows
        for a long name), ``year``, ``level``, ``code``.
    """
    facts: dict[str, Any] = {"key": node.key, "kind": node.label, "find": _findable(node, spelled)}
    if node.label == "Policy" and node.properties.get("number"):
        facts["short"] = str(node.properties["number"])
    year = own_year(node.properties)
    if year is not None and node.label in _OF_ONE_TIME:
        facts["year"] = year
    if node.label == "Region":
        facts["code"] = str(node.properties.get("code") or "")
        facts["level"] = str(node.properties.get("level") or "")
    return facts


def _findable(node: Node, spelled: bool) -> str:
    names = [node_name(node)]
    for field in ("full_name", "title", "number", "code", "en", "aliases"):
        value = node.properties.get(field)
        names.extend(map(str, value) if isinstance(value, list | tuple) else [str(value)] if value else [])
    if node.label == "Initiative":
        names.extend(_forms().get(names[0], ()))
    sounds = pinyin_forms(names[0]).split() if spelled else ()
    return "\n".join(dict.fromkeys([*(name.lower() for name in names), *sounds])).strip()


@cache
def _forms() -> dict[str, list[str]]:
    """By the name of an initiative its other forms, those with gaps left out."""
    return {row.name: [form.form for form in row.forms if not form.is_gapped] for row in initiative_table()}


def node_name(node: Node) -> str:
    """What to show for a node."""
    return str(node.properties.get("name") or node.key)


def listed_properties(node: Node) -> dict[str, Any]:
    """The properties that the panel lists, the key last."""
    shown = {name: node.properties[name] for name in sorted(node.properties) if name not in _NOT_LISTED}
    return {name: value for name, value in shown.items() if value is not None and value != []} | {"key": node.key}


def region_code(node: Node) -> str:
    """The six digits of a region, or of the region of an agency or a functional area; empty where there are none."""
    if node.label == "Region":
        return str(node.properties.get("code") or "")
    parts = node.key.split("/")
    return parts[1] if node.label in {"Agency", "Area"} and len(parts) > 2 and parts[1].isdigit() else ""


def degrees(count: int, ends: Sequence[tuple[int, int]]) -> list[int]:
    """How many different neighbours each of ``count`` nodes has."""
    near: list[set[int]] = [set() for _ in range(count)]
    for first, second in ends:
        if first != second:
            near[first].add(second)
            near[second].add(first)
    return [len(others) for others in near]
