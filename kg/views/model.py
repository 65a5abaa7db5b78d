"""A subgraph as the data of a page: nodes with their places in the network, folded links, their sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cypher.elements import Node, Relationship
from kg.pictures.outlines import Outlines
from kg.tracing.source import Source
from kg.views.appearance import palette
from kg.views.folding import GROUP, Folding
from kg.views.grouping import Group
from kg.views.layout.network import network_positions
from kg.views.nodes import degrees, node_facts, node_size
from kg.views.own import OwnElements
from kg.views.pictured import Pictured, pictured
from kg.views.spread import spread
from kg.views.statements import Documents, Link, fold
from kg.views.traced import read, traced

# The room round a node in pixels; an initiative has its name below it, which is to lie over no other node.
_ROOM = 9.0
_ROOM_OF_INITIATIVE = 26.0


@dataclass(frozen=True, slots=True)
class Model:
    """What a page shows.

    Attributes:
        nodes: sorted by key; positions, sizes and facts are in this order.
        facts: what the page filters, finds and colours each node by.
        shown: the labels that are visible at first.
        sizes: radius of each node in pixels.
        network: place of each node in the network layout, in pixels.
        links: the folded relationships.
        documents: the documents that statements refer to, by their place.
        traced: what traces say of the initiatives.
        outside: how many relationships lead out of the subgraph and are not drawn.
        folding: the groups, and what they hold.
        known: the documents behind all statements, by key.
        spread: by initiative and language, what is to be said of who followed whom.
        pictured: the pictures of the initiatives, where they are few.
    """

    nodes: list[Node]
    facts: list[dict[str, Any]]
    shown: set[str]
    sizes: list[float]
    network: list[tuple[float, float]]
    links: list[Link]
    documents: list[dict[str, Any]]
    traced: dict[str, Any]
    outside: int
    folding: Folding
    known: dict[str, Node]
    spread: dict[str, dict[str, list[str]]]
    pictured: list[Pictured]


def page_model(
    nodes: Sequence[Node],
    relationships: Sequence[Relationship],
    documents: Mapping[str, Node],
    whole: Source | None = None,
    regions: Collection[str] = (),
    years: tuple[int, int] | None = None,
    groups: Sequence[Group] = (),
    outlines: Outlines | None = None,
) -> Model:
    """Folds, measures and places a subgraph.

    Args:
        nodes: in any order; keys unique.
        relationships: in any order.
        documents: the documents behind the statements, by key; those among the nodes need not be given.
        whole: the graph that they are a part of, which is traced; without it they are.
        regions: the names or codes of regions that were asked for, as of ``trace``.
        years: the first and last year that were asked for, as of ``trace``.
        groups: nodes that are drawn as one.
        outlines: those of a reader's own file, which the pictures draw in place of tiles.

    Returns:
        The model; equal for equal input, whatever its order.

    Raises:
        NoMapError: there are outlines, but no picture that they could stand in.
        InputError: none of the outlines is of a region of the map.
    """
    source = whole or OwnElements(nodes, relationships, documents)
    folded = {key for one in groups for key in one.members}
    adopted = _adopted([node for node in nodes if node.key not in folded], relationships)
    found = read(source, adopted, regions=regions, years=years)
    followed = spread(source, found.facts)
    present = {node.key for node in nodes}
    between = [edge for edge in followed.relationships if {edge.start, edge.end} <= present]
    folding = Folding(nodes, [*relationships, *between], groups)
    ordered = folding.drawn
    places = {node.key: index for index, node in enumerate(ordered)}
    known = {**documents, **{node.key: node for node in nodes if node.label == "Document"}}
    sources = Documents(known)
    own, outside = fold(folding.between, places, sources)
    links = [*own, *folding.lifted(places)]
    ends = [(link.start, link.end) for link in links]
    near = degrees(len(ordered), ends)
    styles = [palette().node(node.label) for node in ordered]
    sizes = [node_size(node, style, degree) for node, style, degree in zip(ordered, styles, near, strict=True)]
    shown = palette().shown_at_first(Counter(node.label for node in ordered))
    room = [_ROOM_OF_INITIATIVE if node.label in ("Initiative", GROUP) else _ROOM for node in ordered]
    told = {edge.key for edge in relationships if {edge.start, edge.end} <= present}
    initiatives = {key: places[key] for key in sorted(adopted)}
    return Model(
        nodes=ordered,
        facts=[node_facts(node) for node in ordered],
        shown=shown,
        sizes=sizes,
        network=network_positions(np.array(sizes) + room, ends, [node.label in shown for node in ordered]),
        links=links,
        documents=sources.listed,
        traced=traced(found, initiatives, sources, told),
        outside=outside + folding.outside,
        folding=folding,
        known=known,
        spread=followed.notes,
        pictured=pictured(source, found.ground, found.facts, outlines),
    )


def _adopted(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> set[str]:
    """The keys of the initiatives whose adoptions the page shows, or of all where it shows none.

    Beside a reform that was asked for stand others that its documents name: who adopted those is not shown, so it is
    not counted either.
    """
    adopted = {edge.end for edge in relationships if edge.type == "ADOPTED"}
    everyone = {node.key for node in nodes if node.label == "Initiative"}
    return everyone & adopted or everyone
