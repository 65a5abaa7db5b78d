"""The interactive page of a subgraph: chosen, made, written to a file or shown in a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal

from cypher.elements import Node, Relationship
from kg.errors import SelectionError
from kg.limits import NODES_AT_EASE, RELATIONSHIPS_AT_EASE, RELATIONSHIPS_ON_A_PAGE
from kg.model import KnowledgeGraph
from kg.pictures.outlines import read_outlines
from kg.stores.parquet import AnyGraph
from kg.subgraph.background import without_background
from kg.subgraph.select import Chosen, select
from kg.subgraph.selection import Selection
from kg.views.grouping import Group, counts, group
from kg.views.html_file import write_html
from kg.views.page import render_page
from kg.whole import Whole

Lang = Literal["en", "zh"]
_TITLES = {"en": "Governance reforms", "zh": "治理改革图谱"}
_DRAWN = (500, 300, 150)
"""How many nodes are drawn at first where a subgraph is folded."""
_FEW = 200
"""So many nodes that were asked for are never folded."""
_HEIGHT = 640  # pixels of the frame in a notebook


@dataclass(frozen=True, slots=True)
class View:
    """An interactive page, which a notebook shows in a frame.

    Attributes:
        html: the page; it needs no network.
        nodes: how many it shows.
        relationships: how many it shows.
        note: how much of the subgraph is folded at first, being too large; else empty.
    """

    html: str
    nodes: int
    relationships: int
    note: str

    def write(self, path: str | Path) -> None:
        """Write the page to a file, whole or not at all.

        Raises:
            DiskError: its folder is not there.
            OSError: the file cannot be written.
        """
        write_html(path, self.html)

    def __repr__(self) -> str:
        return f"<page of {self.nodes:,} nodes and {self.relationships:,} relationships; .write(path) makes it a file>"

    def _repr_html_(self) -> str:
        """A frame with the page in it, which reaches nothing of the notebook."""
        frame = f'<iframe sandbox="allow-scripts allow-downloads" width="100%" height="{_HEIGHT}" style="border:0"'
        return f'{frame} srcdoc="{escape(self.html)}"></iframe>'


def view(
    store: Whole,
    selection: Selection,
    *,
    title: str | None = None,
    lang: Lang = "en",
    outlines: str | Path | None = None,
) -> View:
    """The page of the subgraph that ``selection`` names.

    Raises:
        SelectionError: a word names nothing, or all of them together leave nothing; or nothing is named, and the graph
            is too large to be shown as a whole.
        NoMapError: the page has no picture for the outlines.
        InputError: ``outlines`` is no GeoJSON with outlines of the regions of the map.
        CypherError: the query of the selection is wrong.
    """
    read = read_outlines(Path(outlines)) if outlines else None
    if not selection.names_something:
        _refuse_large(store.lookup)
    chosen = select(store, selection)
    refuse_empty(len(chosen.graph))
    part = without_background(chosen.graph)
    nodes, relationships = list(part.nodes()), list(part.relationships())
    groups = _groups(nodes, relationships, chosen)
    html = render_page(
        nodes,
        relationships,
        title=title or _heading(selection) or _TITLES[lang],
        lang=lang,
        documents=_documents(chosen.whole, part),
        whole=chosen.whole,
        regions=selection.regions,
        years=selection.years,
        groups=groups,
        outlines=read,
    )
    return View(html, len(part), part.relationship_count, _folded(len(part), groups))


def _groups(nodes: Sequence[Node], relationships: Sequence[Relationship], chosen: Chosen) -> list[Group]:
    """What is folded of a subgraph that is not shown at ease: fewer and fewer nodes stay, until few links do."""
    if len(nodes) <= NODES_AT_EASE and len(relationships) <= RELATIONSHIPS_ON_A_PAGE:
        return []
    kept = chosen.seeds if len(chosen.seeds) <= _FEW else ()
    for most in _DRAWN:
        groups = group(nodes, relationships, most, kept)
        folded = {key for one in groups for key in one.members}
        drawn = sum(1 for edge in relationships if edge.start not in folded and edge.end not in folded)
        if drawn <= RELATIONSHIPS_ON_A_PAGE // 2:
            break
    return groups


def _folded(nodes: int, groups: Sequence[Group]) -> str:
    """How much is folded, in one sentence; empty where nothing is."""
    if not groups:
        return ""
    names = {
        "regions": "regions below provinces",
        "local": "initiatives of one region",
        "initiatives": "other initiatives",
        "type": "nodes of other types",
    }
    parts = ", ".join(f"{n:,} {names[kind]}" for kind, n in counts(groups).items())
    return f"of {nodes:,} nodes {parts} stand folded in {len(groups)} groups, which the page unfolds"


def _refuse_large(graph: AnyGraph) -> None:
    count = graph.relationship_count
    if count > RELATIONSHIPS_AT_EASE:
        raise SelectionError(
            f"this graph has {count:,} relationships, too many to choose from for one page; name what it is to show "
            "with --region, --initiative, --agency, --policy or --cypher"
        )


def refuse_empty(nodes: int) -> None:
    """Raise a SelectionError where nothing was chosen."""
    if not nodes:
        raise SelectionError("nothing in the graph meets all these options; leave one out or widen --years")


def _heading(selection: Selection) -> str:
    words = (*selection.initiatives, *selection.regions, *selection.agencies, *selection.policies)
    years = f" {selection.years[0]}–{selection.years[1]}" if selection.years else ""
    return " · ".join(words) + years if words else ""


def _documents(whole: AnyGraph, part: KnowledgeGraph) -> dict[str, Node]:
    named = {edge.properties["source"] for edge in part.relationships()}
    return {node.key: node for node in whole.nodes_of(named)}
