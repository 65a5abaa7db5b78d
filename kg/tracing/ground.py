"""What a graph states apart from any one reform: its places and documents, and the years that it observes of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from cypher.elements import Node, Relationship
from kg.subgraph.names import descendants, named
from kg.tracing.background import Superiors
from kg.tracing.coverage import observed_years
from kg.tracing.source import Source
from kg.tracing.successors import heirs, join_years

Edges = dict[str, list[Relationship]]
"""Relationships by type."""
_LABELS = ("Initiative", "Region", "Document", "Policy")
_TYPES = ("COVERS", "PART_OF", "LAUNCHED_BY", "ORIGINATED_IN", "SUCCEEDED_BY", "SPLIT_FROM", "LEARNED_FROM")


@dataclass(frozen=True, slots=True)
class Ground:
    """What all traces over a graph stand on.

    Attributes:
        nodes: by label and key, the initiatives, regions, documents and policies.
        edges: by type, what lies beyond the statements about single reforms.
        covered: by document, the region that it covers.
        observed: by region, the years that a document observes.
        heirs: by region, what became of it, where that is one and the same place.
        joined: whether they are taken as one.
        superiors: what lies above what.
        first: the first year of which statements and reports count.
        last: the last one.
    """

    nodes: dict[str, dict[str, Node]]
    edges: Edges
    covered: dict[str, str]
    observed: dict[str, tuple[int, ...]]
    heirs: dict[str, str]
    joined: bool
    superiors: Superiors
    first: int
    last: int

    def below(self, words: Collection[str]) -> frozenset[str] | None:
        """The keys of the regions that ``words`` name and of all below them; None without words.

        Raises:
            SelectionError: when a name is not known.
        """
        return regions_below(self.nodes["Region"].values(), self.edges["PART_OF"], words) if words else None


def read_ground(source: Source, *, join_successors: bool = False, years: tuple[int, int] | None = None) -> Ground:
    """Read ``source``; ``years`` are the first and last of which statements and reports count.

    Raises:
        GraphError: when the graph does not say which documents observe.
    """
    nodes = by_label(source.nodes(*_LABELS), _LABELS)
    edges = by_type(source.relationships(*_TYPES), _TYPES)
    edges["LEARNED_FROM"] = [edge for edge in edges["LEARNED_FROM"] if edge.start in nodes["Region"]]  # no area's
    became = heirs([*edges["SUCCEEDED_BY"], *edges["SPLIT_FROM"]], nodes["Region"])
    first, last = years or (0, 9999)
    observed = within(observed_years(edges["COVERS"], nodes["Document"]), (first, last))
    return Ground(
        nodes=nodes,
        edges=edges,
        covered={edge.start: edge.end for edge in edges["COVERS"]},
        observed=join_years(observed, became) if join_successors else observed,
        heirs=became,
        joined=join_successors,
        superiors=Superiors(edge for edge in edges["PART_OF"] if edge.start.startswith("region/")),
        first=first,
        last=last,
    )


def by_label(nodes: Iterable[Node], labels: Iterable[str]) -> dict[str, dict[str, Node]]:
    """``nodes`` by label and key, with an entry for each of ``labels``."""
    found: dict[str, dict[str, Node]] = {label: {} for label in labels}
    for node in nodes:
        found[node.label][node.key] = node
    return found


def within(observed: Mapping[str, tuple[int, ...]], years: tuple[int, int]) -> dict[str, tuple[int, ...]]:
    """The observed years from the first to the last of ``years``, by region; a region without any is not there."""
    first, last = years
    kept = {region: tuple(year for year in seen if first <= year <= last) for region, seen in observed.items()}
    return {region: seen for region, seen in kept.items() if seen}


def regions_below(regions: Collection[Node], parts: Iterable[Relationship], words: Collection[str]) -> frozenset[str]:
    """The keys of the ``regions`` that ``words`` name and of all that is part of them, by the ``PART_OF`` of ``parts``.

    Raises:
        SelectionError: when a name is not known.
    """
    tops = set().union(*(named(regions, "Region", word) for word in words))
    places = ((edge.start, edge.end) for edge in parts if edge.start.startswith("region/"))
    return frozenset(descendants(places, tops))


def by_type(edges: Iterable[Relationship], kinds: Iterable[str]) -> Edges:
    """``edges`` by type, with a list for each of ``kinds``."""
    found: Edges = {kind: [] for kind in kinds}
    for edge in edges:
        found[edge.type].append(edge)
    return found
