"""What a lineage takes from a graph: the line of names, and which reports use them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from cypher.elements import Node, Relationship
from kg.lineage.names import Line, line_of
from kg.lineage.told import ToldTurn, turns_told
from kg.lineage.uses import Uses, read_uses
from kg.subgraph.names import descendants, named
from kg.tracing.source import Source, find_initiative
from kg.tracing.successors import heirs
from ontology.schema import ADOPTIONS

_BACKGROUND = ("EVOLVED_INTO", "PART_OF", "COVERS", "SUCCEEDED_BY")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a graph states of the names of one reform.

    Attributes:
        line: the names.
        told: what sentences say of them.
        uses: which reports use them.
        documents: all documents, by key.
    """

    line: Line
    told: list[ToldTurn]
    uses: Uses
    documents: Mapping[str, Node]


def read_facts(
    source: Source,
    initiative: str,
    *,
    literal: bool,
    join_successors: bool,
    min_confidence: float,
    regions: Collection[str],
    among: Collection[str] | None,
    years: tuple[int, int],
) -> Facts:
    """Read ``source``; the arguments are those of ``lineage``."""
    nodes: dict[str, dict[str, Node]] = {label: {} for label in ("Initiative", "Region", "Document")}
    for node in source.nodes(*nodes):
        nodes[node.label][node.key] = node
    asked = find_initiative(nodes["Initiative"].values(), initiative)
    edges: dict[str, list[Relationship]] = {kind: [] for kind in _BACKGROUND}
    for edge in source.relationships(*_BACKGROUND):
        edges[edge.type].append(edge)
    of_initiatives = (edge for edge in edges["PART_OF"] if edge.start.startswith("initiative/"))
    line = line_of(asked, edges["EVOLVED_INTO"], of_initiatives, nodes["Initiative"])
    places = ((edge.start, edge.end) for edge in edges["PART_OF"] if edge.start.startswith("region/"))
    within = _shown(nodes["Region"], regions, among, places)
    became = heirs(edges["SUCCEEDED_BY"], nodes["Region"]) if join_successors else {}
    named_by = list(source.relationships("CONCERNS", to={f"initiative/{name}" for name in (*line.names, *line.parts)}))
    adopted = source.relationships(*sorted(ADOPTIONS), to={f"initiative/{name}" for name in line.names})
    local = [str(node.properties["name"]) for node in nodes["Initiative"].values() if node.properties["discovered"]]
    uses = read_uses(
        named_by,
        edges["COVERS"],
        nodes["Document"],
        shown={key: became.get(key, key) for key in within},
        years=years,
        min_confidence=min_confidence,
        literal=literal,
    )
    told = turns_told([*named_by, *adopted], line.names, local)
    return Facts(line, told, uses, nodes["Document"])


def _shown(
    regions: Mapping[str, Node],
    words: Collection[str],
    among: Collection[str] | None,
    places: Iterator[tuple[str, str]],
) -> set[str]:
    """The regions that count; the country says what others are to do, and is none of them."""
    found = {key for key, node in regions.items() if node.properties["level"] != "country"}
    if words:
        tops = set().union(*(named(regions.values(), "Region", word) for word in words))
        found &= descendants(places, tops)
    return found if among is None else found & set(among)
