"""What to show of a graph that is too large for one page: which region took up which initiative."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.limits import NODES_AT_EASE
from kg.model import KnowledgeGraph
from ontology.schema import ADOPTIONS


@dataclass(frozen=True, slots=True)
class Cut:
    """What was kept of a graph that was too large.

    Attributes:
        nodes: how many nodes the whole has.
        initiatives: how many initiatives were kept for their adoptions; 0 where there is no adoption.
        kept: how many nodes were kept besides: regions, or the nodes with most relationships.
    """

    nodes: int
    initiatives: int
    kept: int

    def __str__(self) -> str:
        """In one sentence."""
        adopted = f"the {self.initiatives} initiatives and {self.kept} regions or areas with most adoptions"
        what = adopted if self.initiatives else f"the {self.kept} nodes with most relationships"
        return f"of {self.nodes:,} nodes this shows {what}; narrow it with --region, --initiative, --years or --cypher"


def core(graph: KnowledgeGraph, limit: int = NODES_AT_EASE) -> tuple[KnowledgeGraph, Cut | None]:
    """``graph`` itself where it has at most ``limit`` nodes, else its most telling part, and what that is.

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
        cut = Cut(len(graph), len(initiatives), len(kept) - len(initiatives))
        types = {*ADOPTIONS, "PART_OF", "EVOLVED_INTO", "SUCCEEDED_BY", "SPLIT_FROM", "IN_REGION"}
        edges = {edge.key for edge in graph.relationships() if edge.type in types}
        part = graph.subgraph(kept, edges)
    else:
        kept = sorted((node.key for node in graph.nodes()), key=lambda key: (-graph.graph.degree(key), key))[:limit]
        cut = Cut(len(graph), 0, len(kept))
        part = graph.subgraph(kept)
    return part, cut
