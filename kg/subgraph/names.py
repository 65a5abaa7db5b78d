"""What an analyst's word names in a graph: a key, a name, a code, a number, an alias."""

from __future__ import annotations

import difflib

from extractors.text.titles import title_key
from kg.errors import SelectionError
from kg.model import KnowledgeGraph


def find_nodes(graph: KnowledgeGraph, label: str, word: str) -> set[str]:
    """The keys of the nodes of ``label`` that ``word`` names.

    Raises:
        SelectionError: when it names none; the nearest names are proposed.
    """
    key = graph.resolve_key(word)
    node = graph.node(key) if key else None
    if node and node.label == label:
        return {node.key}
    found = {node.key for node in graph.nodes(label) if word in _called(node.properties)}
    if not found and label == "Region":
        found = {n.key for n in graph.nodes(label) if len(word) > 1 and n.properties["name"].startswith(word)}
    if not found and label == "Policy":
        wanted = title_key(word)
        found = {n.key for n in graph.nodes(label) if wanted == title_key(str(n.properties.get("title", "")))}
    if not found:
        names = sorted({str(node.properties["name"]) for node in graph.nodes(label)})
        near = difflib.get_close_matches(word, names, 3, 0.5)
        hint = f"; nearest: {', '.join(near)}" if near else ""
        raise SelectionError(f"no {label.lower()} in this graph is called {word}{hint}")
    return found


def _called(properties: object) -> set[object]:
    values = dict(properties)  # type: ignore[call-overload]
    return {values.get(name) for name in ("name", "code", "number", "title", "full_name")} - {None}


def with_descendants(graph: KnowledgeGraph, regions: set[str]) -> set[str]:
    """``regions`` and all that ever belonged to them."""
    below: dict[str, set[str]] = {}
    for edge in graph.relationships("PART_OF"):
        below.setdefault(edge.end, set()).add(edge.start)
    found, waiting = set(regions), list(regions)
    while waiting:
        for child in below.get(waiting.pop(), set()) - found:
            found.add(child)
            waiting.append(child)
    return found
