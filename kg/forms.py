"""The words of the texts that were read as one region, agency, policy or initiative, each with its rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from cypher.elements import Node
from kg.disk import SourceDocument
from kg.keys import numbered_policy_key, titled_policy_key

_LAYERS = {"Region": "regions", "Agency": "agencies", "Policy": "policies", "Initiative": "initiatives"}


def forms_of(node: Node, documents: Iterable[SourceDocument]) -> list[tuple[str, str, int]]:
    """``(surface, rule, count)`` of the mentions in ``documents`` that mean ``node``, the most frequent first."""
    layer = _LAYERS.get(node.label)
    if layer is None:
        return []
    counts: Counter[tuple[str, str]] = Counter()
    for document in documents:
        for entry in document.record[layer]:
            if _means(entry, node):
                counts.update((mention["surface"], mention["rule"]) for mention in entry["mentions"])
    return sorted(((*form, count) for form, count in counts.items()), key=lambda row: (-row[2], row[0], row[1]))


def _means(entry: dict[str, Any], node: Node) -> bool:
    name = node.properties["name"]
    if node.label == "Region":
        return bool(entry["code"] == node.properties["code"] and entry["name"] == name)
    if node.label == "Agency":
        return bool(entry["name"] == name and entry["region"] in {None, node.key.split("/")[1]})
    if node.label == "Initiative":
        return bool(entry["name"] == name)
    return bool(_policy_keys(entry) & {node.key, *node.properties.get("aliases", ())})


def _policy_keys(entry: dict[str, Any]) -> set[str]:
    number, title, issuer = entry["number"], entry["title"], entry["issuer"]
    keys = {titled_policy_key(title, issuer)} if title else set()
    if number:
        keys |= {numbered_policy_key(number), numbered_policy_key(number, issuer or "")}
    return keys
