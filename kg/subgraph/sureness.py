"""The statements that are sure enough: what a reader asked to rely on."""

from __future__ import annotations

from cypher.elements import Relationship
from kg.model import KnowledgeGraph

CLAIMS = frozenset({"adoption", "event", "measurement"})
"""Layers whose statements may be unsure; names, heads, the ontology and an analyst's word stay."""
CLAIMED = frozenset({"Event", "Measurement"})  # nodes that are nothing without what states them


def sure_of(graph: KnowledgeGraph, least: float) -> KnowledgeGraph:
    """``graph`` without the adoptions, events and figures whose confidence is below ``least``.

    A statement whose rule has too few judged cases for a figure cannot be relied on so far, and is left out too.
    """
    edges = [edge for edge in graph.relationships() if not _is_claim(edge) or _is_sure(edge, least)]
    stated = {key for edge in edges for key in (edge.start, edge.end)}
    nodes = {node.key for node in graph.nodes() if node.label not in CLAIMED or node.key in stated}
    return graph.subgraph(nodes, {edge.key for edge in edges})


def _is_claim(edge: Relationship) -> bool:
    return str(edge.properties["rule"]).partition(".")[0] in CLAIMS


def _is_sure(edge: Relationship, least: float) -> bool:
    return bool(edge.properties.get("confidence", -1.0) >= least)
