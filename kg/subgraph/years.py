"""The statements of a span of years, whatever document makes them."""

from __future__ import annotations

from cypher.elements import Relationship
from kg.errors import SelectionError
from kg.keys import ONTOLOGY
from kg.model import KnowledgeGraph


def parse_years(text: str) -> tuple[int, int]:
    """``2015:2020`` or ``2018`` as first and last year; an end left out is open.

    Raises:
        SelectionError: when it is neither.
    """
    first, colon, last = text.partition(":")
    try:
        low = int(first) if first else 0
        high = (int(last) if last else 9999) if colon else low
    except ValueError as error:
        raise SelectionError(f"{text} is no span of years; write 2015:2020 or 2018") from error
    if low > high:
        raise SelectionError(f"{text} ends before it begins; write the earlier year first")
    return low, high


def of_years(graph: KnowledgeGraph, years: tuple[int, int], kept: set[str]) -> KnowledgeGraph:
    """What ``graph`` states about ``years``: statements whose year lies in them, and the nodes that these need.

    A statement without a year of its own is about the year of the event, measurement or year it touches, else about
    the year that its document speaks of. Regions' and initiatives' places in the ontology stay for the nodes that
    stay; the nodes ``kept`` stay in any case.
    """
    edges = [edge for edge in graph.relationships() if _within(graph, edge, years)]
    nodes = set(kept)
    for edge in edges:
        if edge.properties["source"] != ONTOLOGY:
            nodes |= {edge.start, edge.end}
    parents: dict[str, set[str]] = {}
    for edge in edges:
        if edge.type == "PART_OF":
            parents.setdefault(edge.start, set()).add(edge.end)
    waiting = list(nodes)
    while waiting:
        for parent in parents.get(waiting.pop(), set()) - nodes:
            nodes.add(parent)
            waiting.append(parent)
    return graph.subgraph(nodes, {edge.key for edge in edges})


def _within(graph: KnowledgeGraph, edge: Relationship, years: tuple[int, int]) -> bool:
    first, last = years
    properties = edge.properties
    if properties["source"] == ONTOLOGY:
        begin, end = properties.get("from_year", 0), properties.get("to_year", 9999)
        return bool(begin <= last and end >= first and properties.get("year", first) <= last)
    year = statement_year(graph, edge)
    return year is None or first <= year <= last


def statement_year(graph: KnowledgeGraph, edge: Relationship) -> int | None:
    """The year that a statement is about, None where nothing tells."""
    if "year" in edge.properties:
        return int(edge.properties["year"])
    if edge.type not in {"ISSUED_IN", "REPORTS_ON"}:
        for end in (edge.start, edge.end):
            node = graph.node(end)
            if node and node.label in {"Event", "Measurement"} and "year" in node.properties:
                return int(node.properties["year"])
    else:
        return int(edge.end.rpartition("/")[2])
    source = graph.node(edge.properties["source"])
    return source.properties.get("year") if source else None
