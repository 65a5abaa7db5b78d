"""The words of the texts that were read as one region, agency, policy or initiative, each with its rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cypher.elements import Node
from extractors.record import Entry
from extractors.record.record import AgencyEntry, InitiativeEntry, PolicyEntry, RegionEntry
from kg.disk import SourceDocument
from kg.keys import numbered_policy_key, titled_policy_key


def forms_of(node: Node, documents: Iterable[SourceDocument]) -> list[tuple[str, str, int]]:
    """``(surface, rule, count)`` of the mentions in ``documents`` that mean ``node``, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    for document in documents:
        for entry in document.record.entries():
            if _means(entry, node):
                counts.update((mention.surface, mention.rule) for mention in entry.spans)
    return sorted(((*form, count) for form, count in counts.items()), key=lambda row: (-row[2], row[0], row[1]))


def _means(entry: Entry, node: Node) -> bool:
    name = node.properties["name"]
    match entry:
        case RegionEntry() if node.label == "Region":
            return bool(entry.code == node.properties["code"] and entry.name == name)
        case AgencyEntry() if node.label == "Agency":
            return entry.name == name and entry.region in {None, node.key.split("/")[1]}
        case InitiativeEntry() if node.label == "Initiative":
            return bool(entry.name == name)
        case PolicyEntry() if node.label == "Policy":
            return bool(_policy_keys(entry) & {node.key, *node.properties.get("aliases", ())})
    return False


def _policy_keys(entry: PolicyEntry) -> set[str]:
    keys = {titled_policy_key(entry.title, entry.issuer)} if entry.title else set()
    if entry.number:
        keys |= {numbered_policy_key(entry.number), numbered_policy_key(entry.number, entry.issuer or "")}
    return keys
