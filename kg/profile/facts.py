"""What a graph states of one or two regions, and of all others as far as it takes to compare them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from cypher.elements import Node, Relationship
from kg.errors import SelectionError
from kg.subgraph.names import named
from kg.tracing.coverage import observed_years
from kg.tracing.designated import PROMOTED, designations
from kg.tracing.ground import by_type, within
from kg.tracing.record import Row, row_of
from kg.tracing.source import Source
from kg.tracing.statements import Statement, adoption, weighed
from kg.tracing.successors import heirs, join_years

_OF_REGIONS = ("COVERS", "OF_REGION", "HAPPENED_IN", "MEASURED_IN", "SUCCEEDED_BY", "SPLIT_FROM", "DECIDED_BY")
_STATED = ("ADOPTED", "ABOUT", "MENTIONS", "CARRIES_OUT")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the profiles of regions are made of.

    Attributes:
        regions: the profiled regions, in the order in which they were asked for.
        keys: by profiled region, the keys of all regions that it stands for.
        nodes: documents, agencies, events, measurements and initiatives, by key.
        edges: relationships by type; those that end at a region are of profiled ones only.
        adopted: by profiled region and initiative, its row.
        first_years: by initiative of the reference list, the first year in which each region states it.
        observed: by profiled region, the years that a report covers.
    """

    regions: tuple[Node, ...]
    keys: Mapping[str, frozenset[str]]
    nodes: Mapping[str, Node]
    edges: Mapping[str, list[Relationship]]
    adopted: Mapping[str, Mapping[str, Row]]
    first_years: Mapping[str, Mapping[str, int]]
    observed: Mapping[str, tuple[int, ...]]


def read_facts(
    source: Source,
    words: Collection[str],
    counted: Collection[str],
    *,
    join_successors: bool,
    min_confidence: float,
    years: tuple[int, int],
) -> Facts:
    """Read ``source`` for the regions called ``words``; ``counted``: the stages of an adoption.

    Raises:
        SelectionError: when a word is the name of no region, or of several.
        GraphError: when the graph does not say which documents observe.
    """
    labels = ("Region", "Document", "Agency", "Event", "Measurement", "Initiative")
    nodes = {node.key: node for node in source.nodes(*labels)}
    regions = {key: node for key, node in nodes.items() if node.label == "Region"}
    kinds = (*_OF_REGIONS, *_STATED)
    edges = by_type(source.relationships(*kinds), kinds)
    became = heirs([*edges["SUCCEEDED_BY"], *edges["SPLIT_FROM"]], regions) if join_successors else {}
    known = {edge.end for kind in ("COVERS", "HAPPENED_IN", "MEASURED_IN") for edge in edges[kind]}
    known |= {edge.start for edge in edges["ADOPTED"]}
    asked = tuple(_one(regions, word, became, known) for word in words)
    keys = {node.key: frozenset({node.key, *(k for k, heir in became.items() if heir == node.key)}) for node in asked}
    theirs = frozenset().union(*keys.values())
    documents = {key: node for key, node in nodes.items() if node.label == "Document"}
    observed = join_years(within(observed_years(edges["COVERS"], documents), years), became)
    stated = [
        weighed(statement, min_confidence)
        for statement in _statements(edges, nodes, documents)
        if years[0] <= statement.year <= years[1]
    ]
    by_pair: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in sorted(stated, key=lambda statement: statement.order):
        by_pair[became.get(statement.region, statement.region), statement.initiative].append(statement)
    adopted: dict[str, dict[str, Row]] = {node.key: {} for node in asked}
    first: dict[str, dict[str, int]] = defaultdict(dict)
    for (region, initiative), told in sorted(by_pair.items()):
        if region not in regions or initiative not in nodes:
            continue
        row = row_of(regions[region], told, observed.get(region, ()), counted, documents)
        if region in adopted:
            adopted[region][initiative] = row
        if row.hi is not None and row.level != "country" and not nodes[initiative].properties["discovered"]:
            first[initiative][region] = row.hi
    for kind in ("COVERS", "OF_REGION", "HAPPENED_IN", "MEASURED_IN"):
        edges[kind] = [edge for edge in edges[kind] if edge.end in theirs and _is_sure(edge, min_confidence)]
    return Facts(asked, keys, nodes, edges, adopted, first, {node.key: observed.get(node.key, ()) for node in asked})


def _one(regions: Mapping[str, Node], word: str, became: Mapping[str, str], told: Collection[str]) -> Node:
    """The region called ``word``: of several, the only one of which something is told."""
    meant = named(list(regions.values()), "Region", word)
    found = sorted({became.get(key, key) for key in meant & set(told) or meant})
    if len(found) > 1:
        called = ", ".join(
            f"{regions[key].properties['name']} ({regions[key].properties['code']})" for key in found[:8]
        )
        more = f" and {len(found) - 8} more" if len(found) > 8 else ""
        hint = "name one by its code; --join-successors joins what became one another"
        raise SelectionError(f"{word} is several regions: {called}{more}; {hint}")
    return regions[found[0]]


def _statements(
    edges: Mapping[str, list[Relationship]], nodes: Mapping[str, Node], documents: Mapping[str, Node]
) -> Iterable[Statement]:
    for edge in edges["ADOPTED"]:
        statement = adoption(edge, documents)
        if statement:
            yield statement
    about = [edge for edge in edges["ABOUT"] if edge.end.startswith("initiative/")]
    touching: dict[str, list[Relationship]] = defaultdict(list)
    for edge in (*edges["HAPPENED_IN"], *edges["DECIDED_BY"]):
        touching[edge.start].append(edge)
    events = {key: node for key, node in nodes.items() if node.label == "Event"}
    yield from (given.statement for given in designations(about, touching, events, documents) if given.kind != PROMOTED)


def _is_sure(edge: Relationship, least: float) -> bool:
    claimed = edge.type in {"HAPPENED_IN", "MEASURED_IN"}
    return not claimed or bool(edge.properties.get("confidence", 1.0) >= least)
