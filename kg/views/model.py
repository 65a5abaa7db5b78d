"""A subgraph as the data of a page: nodes with their places in three layouts, folded links, their sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cypher.elements import Node, Relationship
from kg.tracing.source import Source
from kg.views.appearance import palette
from kg.views.layout.levels import BANDS, Band, Standing, level_positions
from kg.views.layout.network import network_positions
from kg.views.nodes import degrees, node_facts, node_size, region_code
from kg.views.own import OwnElements
from kg.views.statements import Documents, Link, fold, own_year
from kg.views.traced import traced

# The room round a node in pixels; an initiative has its name below it, which is to lie over no other node.
_ROOM = 9.0
_ROOM_OF_INITIATIVE = 26.0
_LEVELS = ("country", "province", "prefecture", "county")


@dataclass(frozen=True, slots=True)
class Model:
    """What a page shows.

    Attributes:
        nodes: sorted by key; positions, sizes and facts are in this order.
        facts: what the page filters, finds and colours each node by.
        shown: the labels that are visible at first.
        sizes: radius of each node in pixels.
        network: place of each node in the network layout, in pixels.
        levels: the same in the levels layout.
        bands: the bands of the levels layout.
        links: the folded relationships.
        documents: the documents that statements refer to, by their place.
        traced: what traces say of the initiatives.
        outside: how many relationships lead out of the subgraph and are not drawn.
    """

    nodes: list[Node]
    facts: list[dict[str, Any]]
    shown: set[str]
    sizes: list[float]
    network: list[tuple[float, float]]
    levels: list[tuple[float, float]]
    bands: list[Band]
    links: list[Link]
    documents: list[dict[str, Any]]
    traced: dict[str, Any]
    outside: int


def page_model(
    nodes: Sequence[Node],
    relationships: Sequence[Relationship],
    documents: Mapping[str, Node],
    whole: Source | None = None,
    regions: Collection[str] = (),
    years: tuple[int, int] | None = None,
) -> Model:
    """Folds, measures and places a subgraph.

    Args:
        nodes: in any order; keys unique.
        relationships: in any order.
        documents: the documents behind the statements, by key; those among the nodes need not be given.
        whole: the graph that they are a part of, which is traced; without it they are.
        regions: the names or codes of regions that were asked for, as of ``trace``.
        years: the first and last year that were asked for, as of ``trace``.

    Returns:
        The model; equal for equal input, whatever its order.
    """
    ordered = sorted(nodes, key=lambda node: node.key)
    places = {node.key: index for index, node in enumerate(ordered)}
    sources = Documents({**documents, **{node.key: node for node in ordered if node.label == "Document"}})
    links, outside = fold(relationships, places, sources)
    ends = [(link.start, link.end) for link in links]
    near = degrees(len(ordered), ends)
    styles = [palette().node(node.label) for node in ordered]
    sizes = [node_size(node, style, degree) for node, style, degree in zip(ordered, styles, near, strict=True)]
    shown = palette().shown_at_first(Counter(node.label for node in ordered))
    levels, bands = level_positions([_standing(node) for node in ordered])
    room = [_ROOM_OF_INITIATIVE if node.label == "Initiative" else _ROOM for node in ordered]
    initiatives = _adopted(ordered, links)
    told = {statement["key"] for link in links for statement in link.statements if link.kind == "ADOPTED"}
    source = whole or OwnElements(ordered, relationships, documents)
    return Model(
        nodes=ordered,
        facts=[node_facts(node) for node in ordered],
        shown=shown,
        sizes=sizes,
        network=network_positions(np.array(sizes) + room, ends, [node.label in shown for node in ordered]),
        levels=levels,
        bands=bands,
        links=links,
        documents=sources.listed,
        traced=traced(source, initiatives, sources, told, regions=regions, years=years),
        outside=outside,
    )


def _adopted(nodes: Sequence[Node], links: Sequence[Link]) -> dict[str, int]:
    """By key the places of the initiatives whose adoptions the page shows, or of all where it shows none.

    Beside a reform that was asked for stand others that its documents name: who adopted those is not shown, so it is
    not counted either.
    """
    adopted = {link.end for link in links if link.kind == "ADOPTED"}
    all_ = {node.key: place for place, node in enumerate(nodes) if node.label == "Initiative"}
    return {key: place for key, place in all_.items() if place in adopted} or all_


def _standing(node: Node) -> Standing:
    code = region_code(node)
    band = node.label
    if node.label == "Region":
        level = str(node.properties.get("level") or "")
        band = level if level in _LEVELS else "region"
    national = node.label == "Region" and (band == "country" or not code)
    return Standing(
        band=band if band in BANDS else "other",
        province="" if national else code[:2],
        rank=(code, own_year(node.properties) or 0, node.key),
    )
