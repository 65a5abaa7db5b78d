"""What an analyst's word names in a graph: a key, a name, a code, a number, an alias."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping

from cypher.elements import Node
from extractors.text.titles import title_key
from kg.errors import SelectionError
from kg.stores.parquet import AnyGraph


def find_nodes(graph: AnyGraph, label: str, word: str) -> set[str]:
    """The keys of the nodes of ``label`` that ``word`` names.

    Raises:
        SelectionError: when it names none; the nearest names are proposed.
    """
    key = graph.resolve_key(word)
    node = graph.node(key) if key else None
    if node and node.label == label:
        return {node.key}
    return named(list(graph.nodes(label)), label, word)


def named(nodes: Collection[Node], label: str, word: str) -> set[str]:
    """The keys of those of ``nodes``, all of ``label``, that ``word`` names: key, name, code, number or title.

    Raises:
        SelectionError: when it names none; the nearest names are proposed.
    """
    found = meant(nodes, label, word)
    if not found:
        near = nearest(word, (str(node.properties["name"]) for node in nodes))
        raise SelectionError(f"no {label.lower()} in this graph is called {word}{near}")
    return found


def meant(nodes: Collection[Node], label: str, word: str) -> set[str]:
    """As ``named``; empty where ``word`` names none."""
    found = {node.key for node in nodes if word == node.key or word in _called(node.properties)}
    if not found and label == "Region":
        found = {n.key for n in nodes if len(word) > 1 and n.properties["name"].startswith(word)}
    if not found and label == "Policy":
        wanted = title_key(word)
        found = {n.key for n in nodes if wanted == title_key(str(n.properties.get("title", "")))}
    return found


def nearest(word: str, names: Iterable[str]) -> str:
    """The end of a sentence that proposes those of ``names`` that are most like ``word``; empty without any."""
    near = difflib.get_close_matches(word, sorted(set(names)), 3, 0.5)
    return f"; nearest: {', '.join(near)}" if near else ""


def _called(properties: Mapping[str, object]) -> set[object]:
    return {properties.get(name) for name in ("name", "code", "number", "title", "full_name")} - {None}


def with_descendants(graph: AnyGraph, regions: set[str]) -> set[str]:
    """``regions`` and all that ever belonged to them."""
    return descendants(((edge.start, edge.end) for edge in graph.relationships("PART_OF")), regions)


def descendants(parts: Iterable[tuple[str, str]], tops: Iterable[str]) -> set[str]:
    """``tops`` and all below them, of pairs of a part and what it is a part of."""
    below: dict[str, set[str]] = {}
    for part, whole in parts:
        below.setdefault(whole, set()).add(part)
    found = set(tops)
    waiting = list(found)
    while waiting:
        for part in below.get(waiting.pop(), set()) - found:
            found.add(part)
            waiting.append(part)
    return found
