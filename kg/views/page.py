"""The interactive page of a subgraph: one HTML file that asks for nothing from anywhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup

from cypher.elements import Node, Relationship
from kg.limits import NODES_AT_EASE
from kg.pictures.themes import theme_styles
from kg.subgraph.core import Cut
from kg.tracing.source import Source
from kg.views.appearance import page_themes, palette, words
from kg.views.embed import asset, inline, json_block, policy
from kg.views.errors import check_size
from kg.views.html_file import write_html
from kg.views.model import Model, page_model
from kg.views.nodes import listed_properties
from kg.views.pyvis_page import pyvis_network, render, vis_network

Lang = Literal["en", "zh"]

# In the order in which they build on each other; main.js starts the page.
_SCRIPTS = (
    "elements", "delimited", "draw", "dom", "data", "words", "address", "state", "theme", "traced", "filter",
    "marks", "paint", "rows", "looks", "names", "labels", "backdrop", "hit", "tip", "picture", "lanes",
    "timeline", "years", "counts", "evidence", "legend", "sidebar", "origin", "clipboard", "statement",
    "record", "overview", "panel", "search", "table", "statements", "paper", "save", "drawers", "walk",
    "keys", "main",
)  # fmt: skip


def render_page(
    nodes: Sequence[Node],
    relationships: Sequence[Relationship],
    *,
    title: str,
    lang: Lang = "en",
    documents: Mapping[str, Node] | None = None,
    whole: Source | None = None,
    regions: Collection[str] = (),
    years: tuple[int, int] | None = None,
    cut: Cut | None = None,
) -> str:
    """Makes the page of a subgraph.

    Args:
        nodes: the nodes to show, at most 5,000, in any order.
        relationships: the relationships between them, in any order; those that lead out are counted, not drawn.
        title: the heading, any text.
        lang: the language the page opens in; it can be switched there.
        documents: the documents that relationships name as their ``source``, by key, so that a statement shows the
            name and the date of its document; those among the nodes need not be given.
        whole: the graph that the page shows a part of. Its initiatives are traced over all of it, so that the counts
            of the page have all observed regions as their denominator; without it only over what is shown.
        regions: names or codes of the regions asked for; only they, and all that belongs to them, are counted.
        years: the first and last year asked for; statements and reports of other years are not counted.
        cut: what was kept of a graph that is too large for a page.

    Returns:
        HTML, the same for the same input in whatever order.

    Raises:
        ViewError: there is nothing to draw, or too much.
    """
    check_size(len(nodes))
    model = page_model(nodes, relationships, documents or {}, whole, regions, years)
    scripts, styles = _scripts(), _styles()
    values = {
        "title": title,
        "lang": lang,
        "policy": policy([vis_network(), *scripts], [styles]),
        "styles": styles,
        "vis_network": vis_network(),
        "scripts": scripts,
        "json_block": json_block,
        "details": _details(model),
        "page": _page(model, title, lang, cut),
        "words": words(),
    }
    return render(pyvis_network(model), values)


def write_page(path: str | Path, nodes: Sequence[Node], relationships: Sequence[Relationship], **options: Any) -> None:
    """Writes the page of a subgraph: UTF-8 under every locale, whole or not at all.

    Args:
        path: the file, replaced if it is there.
        nodes: as for :func:`render_page`, like all that follows.
        relationships: as there.
        options: as there.

    Raises:
        ViewError: as there; then the file is left as it was.
        DiskError: its folder is not there.
        OSError: the file cannot be written.
    """
    write_html(path, render_page(nodes, relationships, **options))


def _details(model: Model) -> dict[str, Any]:
    """What is read only when a node or link is looked at, and the frames of the layouts."""
    return {
        "properties": [listed_properties(node) for node in model.nodes],
        "documents": model.documents,
        "statements": [link.statements for link in model.links],
        "bands": [asdict(band) for band in model.bands],
        "traced": model.traced,
    }


def _page(model: Model, title: str, lang: Lang, cut: Cut | None) -> dict[str, Any]:
    """What holds for the page as a whole."""
    labels = {node.label for node in model.nodes}
    kinds = {link.kind for link in model.links}
    return {
        "title": title,
        "lang": lang,
        "cut": cut and asdict(cut),
        "slow": len(model.nodes) > NODES_AT_EASE,
        "outside": model.outside,
        "themes": page_themes(),
        "legend": palette().legend(labels, model.shown, kinds),
    }


@cache
def _scripts() -> tuple[Markup, ...]:
    return tuple(asset("kg.views", f"{name}.js") for name in _SCRIPTS)


@cache
def _styles() -> Markup:
    return inline(theme_styles(page_themes()), "themes") + asset("kg.views", "page.css")
