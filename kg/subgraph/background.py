"""Regions that stand in a graph only for the sake of others: what became of places before any source speaks of them."""

from __future__ import annotations

from kg.model import KnowledgeGraph


def without_background(graph: KnowledgeGraph) -> KnowledgeGraph:
    """``graph`` without the regions that no source states anything of, save those around one of which it does.

    In the graph are the predecessors and successors of every region back to 1981; on a page they would crowd out the
    regions that a reform reached.
    """
    spoken_of = {
        end
        for edge in graph.relationships()
        if edge.properties.get("source") != "ontology"
        for end in (edge.start, edge.end)
    }
    above = {edge.start: edge.end for edge in graph.relationships("PART_OF") if edge.start.startswith("region/")}
    kept = {node.key for node in graph.nodes() if node.label != "Region" or node.key in spoken_of}
    for key in sorted(kept & set(above)):
        while key in above and above[key] not in kept:
            key = above[key]
            kept.add(key)
    return graph.subgraph(sorted(kept)) if 0 < len(kept) < len(graph) else graph
