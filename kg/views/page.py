"""The interactive page of a subgraph: one HTML file that asks for nothing from anywhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup

from cypher.elements import Node, Relationship
from kg.limits import NODES_AT_EASE
from kg.pictures.outlines import Outlines
from kg.pictures.page import page_assets
from kg.pictures.themes import theme_styles
from kg.pictures.tiles import province_tiles
from kg.tracing.source import Source
from kg.views.appearance import page_themes, palette, words
from kg.views.embed import asset, inline, json_block, policy
from kg.views.errors import check_size
from kg.views.folding import Pack, described
from kg.views.grouping import Group
from kg.views.html_file import write_html
from kg.views.model import Model, page_model
from kg.views.nodes import listed_properties
from kg.views.pyvis_page import pyvis_network, render, vis_network

Lang = Literal["en", "zh"]
MOST_BYTES = 7_900_000
"""How large a page with groups may become; what they hold beyond that is left out, and the page says so."""
_PACKS = '<script type="text/plain" id="packs"></script>\n'

# In the order in which they build on each other; main.js starts the page.
_SCRIPTS = (
    "elements", "delimited", "draw", "dom", "data", "packing", "words", "address", "state", "folds", "theme", "traced",
    "filter",
    "marks", "paint", "bands", "disc", "rows", "looks", "names", "labels", "backdrop", "hit", "tip", "picture", "lanes",
    "timeline", "years", "counts", "evidence", "legend", "sidebar", "beginning", "clipboard", "statement",
    "record", "spread", "overview", "panel", "search", "table", "statements", "paper", "save", "drawers", "walk",
    "keys", "tally", "compare", "pictures", "story", "main",
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
    groups: Sequence[Group] = (),
    outlines: Outlines | None = None,
) -> str:
    """Makes the page of a subgraph.

    Args:
        nodes: the nodes to show, in any order; at most 5,000 of them, groups counted, are drawn at first.
        relationships: the relationships between them, in any order; those that lead out are counted, not drawn.
        title: the heading, any text.
        lang: the language the page opens in; it can be switched there.
        documents: the documents that relationships name as their ``source``, by key, so that a statement shows the
            name and the date of its document; those among the nodes need not be given.
        whole: the graph that the page shows a part of. Its initiatives are traced over all of it, so that the counts
            of the page have all observed regions as their denominator; without it only over what is shown.
        regions: names or codes of the regions asked for; only they, and all that belongs to them, are counted.
        years: the first and last year asked for; statements and reports of other years are not counted.
        groups: nodes that are drawn as one until they are unfolded; what they hold stands packed in the page as far as
            it stays under ``MOST_BYTES``.
        outlines: those of a reader's own file, which the pictures draw in place of tiles.

    Returns:
        HTML, the same for the same input in whatever order.

    Raises:
        ViewError: there is nothing to draw, or too much.
        NoMapError: there are outlines, but no picture that they could stand in.
        InputError: none of the outlines is of a region of the map.
    """
    check_size(len(nodes) - sum(len(one.members) - 1 for one in groups))
    model = page_model(nodes, relationships, documents or {}, whole, regions, years, groups, outlines)
    scripts, styles = _scripts(), _styles()
    framed, framed_styles = page_assets() if model.pictured else ((), ())
    values = {
        "title": title,
        "lang": lang,
        "policy": policy([vis_network(), *scripts, *framed], [styles, *framed_styles]),
        "styles": styles,
        "vis_network": vis_network(),
        "scripts": scripts,
        "json_block": json_block,
        "details": _details(model),
        "page": _page(model, title, lang),
        "pictured": model.pictured,
        "words": words(),
    }
    html = render(pyvis_network(model), values)
    packs = model.folding.packs(model.known, MOST_BYTES - len(html.encode("utf-8", "replace")))
    return html.replace(_PACKS, "".join(_block(place, pack) for place, pack in enumerate(packs) if pack.data), 1)


def _block(place: int, pack: Pack) -> str:
    """A pack as an element that is no script; it holds the letters of base64 alone."""
    bare = " data-bare" if pack.bare else ""
    return f'<script type="text/plain" id="pack-{place}"{bare}>{pack.data}</script>\n'


def write_page(path: str | Path, nodes: Sequence[Node], relationships: Sequence[Relationship], **options: Any) -> None:
    """Writes the page of a subgraph: UTF-8 under every locale, whole or not at all.

    Args:
        path: the file, replaced if it is there.
        nodes: as for :func:`render_page`, like all that follows.
        relationships: as there.
        options: as there.

    Raises:
        ViewError: as there, like NoMapError and InputError; then the file is left as it was.
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
        "groups": list(described(model.folding.groups, model.folding.near())),
        "spread": model.spread,
        "pictured": [each.initiative for each in model.pictured],
        "traced": model.traced,
    }


def _page(model: Model, title: str, lang: Lang) -> dict[str, Any]:
    """What holds for the page as a whole."""
    labels = {node.label for node in model.nodes} | {one.label for one in model.folding.groups}
    kinds = {link.kind for link in model.links}
    return {
        "title": title,
        "lang": lang,
        "slow": len(model.nodes) > NODES_AT_EASE,
        "outside": model.outside,
        "themes": page_themes(),
        "tiles": province_tiles(),
        "legend": palette().legend(labels, model.shown, kinds),
    }


@cache
def _scripts() -> tuple[Markup, ...]:
    return tuple(asset("kg.views", f"{name}.js") for name in _SCRIPTS)


@cache
def _styles() -> Markup:
    return inline(theme_styles(page_themes()), "themes") + asset("kg.views", "page.css")
