"""Time the page of a subgraph: to write, to its first picture in Chromium, to answer a choice, a year and a layout.

    python scripts/bench_view.py [--sizes 1000,5000] [--graph GRAPH --region 遂宁市 --hops 2] [--no-pyvis] [--patience 150]

Prints one line a page. The subgraphs of a size are made up, and shown as ``view`` shows them (large ones folded);
with ``--graph`` the neighbourhood of a region of that graph as well. The last line is the page that pyvis itself writes
of the first size, with the network refused, as the others. Chromium is that of $CHROMIUM, else the first on the PATH,
else playwright's own.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, TimeoutError, sync_playwright
from pyvis.network import Network

from cypher.elements import Node, Relationship
from kg import open_graph
from kg.model import KnowledgeGraph
from kg.stores.embedded import EmbeddedStore
from kg.subgraph.select import Whole
from kg.subgraph.selection import Selection
from kg.viewing import view
from support.chromium import NoChromiumError, launch
from support.reforms import sample

HEAD = ("page", "nodes", "drawn", "relationships", "file", "write", "first picture", "choose", "year", "layout")
# Resolves when what was asked for stands on the screen: two frames later.
_DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
_ACTS = (
    "state.change({chosen: {node: data.initiatives[0] ?? 0}})",
    "state.change({chosen: null, to: data.span[1] - 3})",
    "state.change({layout: 'timeline'})",
)
# Whether anything is painted on the canvas of a page of pyvis.
_PAINTED = """() => {
    const canvas = document.querySelector('#mynetwork canvas');
    const seen = canvas?.width && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
    return Boolean(seen) && seen.some((part, at) => at % 4 === 3 && part > 0);
}"""


def _size(count: int) -> tuple[list[Node], list[Relationship]]:
    """A made-up subgraph of about so many nodes, whose reports tell of whole years."""
    nodes, relationships = sample(counties=max(0, round(count / 4.2) - 30))
    whole_years = [
        replace(edge, properties={**edge.properties, "observes": True}) if edge.type == "COVERS" else edge
        for edge in relationships
    ]
    return nodes, whole_years


def _measure(browser: Browser, name: str, store: Whole, selection: Selection, folder: Path) -> list[str]:
    path = folder / "page.html"
    started = time.process_time()
    made = view(store, selection, title=name)
    made.write(path)
    written = time.process_time() - started
    page = _open(browser, path)
    page.wait_for_selector("html[data-ready]", state="attached", timeout=120_000)
    first = page.evaluate(_DRAWN)
    drawn = page.evaluate("data.nodes.length")
    timed = "async () => {{ const started = performance.now(); {}; return await {} - started; }}"
    answers = [page.evaluate(timed.format(act, _DRAWN)) for act in _ACTS]
    page.close()
    milliseconds = [f"{answer:,.0f} ms" for answer in (first, *answers)]
    size = f"{path.stat().st_size / 1e6:.1f} MB"
    return [name, f"{made.nodes:,}", f"{drawn:,}", f"{made.relationships:,}", size, f"{written:.1f} s", *milliseconds]


def _measure_pyvis(
    browser: Browser, nodes: Sequence[Node], relationships: Sequence[Relationship], folder: Path, patience: float
) -> list[str]:
    """The page that pyvis writes of the same nodes and relationships, with its own template and physics."""
    path = folder / "pyvis.html"
    started = time.process_time()
    network = Network(directed=True, cdn_resources="in_line")
    for node in nodes:
        network.add_node(node.key, label=str(node.properties.get("name")))
    for edge in relationships:
        network.add_edge(edge.start, edge.end)
    path.write_text(network.generate_html(), encoding="utf-8")
    written = time.process_time() - started
    begun = time.perf_counter()
    page = _open(browser, path)
    try:
        page.wait_for_function(_PAINTED, timeout=patience * 1000, polling=200)
        first = f"{1000 * (time.perf_counter() - begun):,.0f} ms"
    except TimeoutError:
        first = f"none in {patience:.0f} s"
    page.close()
    size = f"{path.stat().st_size / 1e6:.1f} MB"
    counts = (f"{len(nodes):,}", f"{len(nodes):,}", f"{len(relationships):,}")
    return ["pyvis", *counts, size, f"{written:.1f} s", first, "", "", ""]


def _open(browser: Browser, path: Path) -> Page:
    """The page, which gets nothing but its own file."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})

    def refuse(route: Route) -> None:
        if route.request.url.startswith(("file:", "blob:", "data:")):
            route.continue_()
        else:
            route.abort()

    page.route("**/*", refuse)
    page.goto(path.as_uri(), wait_until="commit")
    return page


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_sizes, default="1000,5000", help="about how many nodes, at least 130 or so")
    parser.add_argument("--graph", type=Path, help="a graph directory")
    parser.add_argument("--region", default="遂宁市", help="the region of it that is shown")
    parser.add_argument("--hops", type=int, default=2, help="how far around it")
    parser.add_argument("--no-pyvis", action="store_true", help="leave pyvis out")
    parser.add_argument("--patience", type=float, default=150, help="seconds that pyvis may take")
    return parser.parse_args()


def main() -> int:
    args = _arguments()
    try:
        with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name, launch(playwright.chromium) as browser:
            folder = Path(name)
            _say(HEAD)
            for size in args.sizes:
                store = EmbeddedStore(KnowledgeGraph(*_size(size)))
                _say(_measure(browser, f"about {size:,}", store, Selection(), folder))
            if args.graph:
                with open_graph(args.graph) as store:
                    chosen = Selection(regions=(args.region,), hops=args.hops)
                    _say(_measure(browser, f"{args.region}, {args.hops} hops", store, chosen, folder))
            if not args.no_pyvis:
                _say(_measure_pyvis(browser, *_size(args.sizes[0]), folder, args.patience))
    except NoChromiumError as error:
        print(f"bench_view: {error}", file=sys.stderr)
        return 2
    return 0


def _say(cells: Sequence[str]) -> None:
    print(" | ".join(cells), flush=True)


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


if __name__ == "__main__":
    sys.exit(main())
