"""What to show of a graph that is too large for one page: which region took up which initiative."""

from __future__ import annotations

from collections import Counter

from kg.limits import NODES_AT_EASE
from kg.model import KnowledgeGraph
from kg.subgraph.with_areas import AREA
from ontology.schema import ADOPTIONS


def core(graph: KnowledgeGraph, limit: int = NODES_AT_EASE) -> tuple[KnowledgeGraph, str | None]:
    """``graph`` itself where it has at most ``limit`` nodes, else its most telling part, and a sentence that says so.

    The part is the initiatives and regions that adoptions join, those with most adoptions first, and how they hang
    together; where there is no adoption, the nodes with most relationships.
    """
    if len(graph) <= limit:
        return graph, None
    adopted: Counter[str] = Counter()
    for edge in graph.relationships(*sorted(ADOPTIONS)):
        adopted[edge.start] += 1
        adopted[edge.end] += 1
    if adopted:
        ranked = sorted(adopted, key=lambda key: (not key.startswith("initiative/"), -adopted[key], key))
        initiatives = [key for key in ranked if key.startswith("initiative/")][: limit // 2]
        regions = [key for key in ranked if not key.startswith("initiative/")]
        kept = [*initiatives, *regions][:limit]
        of_areas = any(key.startswith(AREA) for key in kept)
        places = f"{len(kept) - len(initiatives)} regions{' and areas' if of_areas else ''}"
        what = f"the {len(initiatives)} initiatives and {places} with most adoptions"
        types = {*ADOPTIONS, "PART_OF", "EVOLVED_INTO", "SUCCEEDED_BY", "SPLIT_FROM", "IN_REGION"}
        edges = {edge.key for edge in graph.relationships() if edge.type in types}
        part = graph.subgraph(kept, edges)
    else:
        kept = sorted((node.key for node in graph.nodes()), key=lambda key: (-graph.graph.degree(key), key))[:limit]
        what = f"the {limit} nodes with most relationships"
        part = graph.subgraph(kept)
    note = f"of {len(graph):,} nodes this shows {what}; narrow it with --region, --initiative, --years or --cypher"
    return part, note
