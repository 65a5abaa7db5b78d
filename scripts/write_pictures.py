"""Write the pictures of docs/tracing.md from a graph: each as the page of a trace saves it, without a sentence of a document.

    python scripts/write_pictures.py GRAPH [FOLDER]

Needs a Chromium and playwright; the fonts are those of this machine.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from kg import Store, open_graph
from kg.pictures.names import family
from kg.pictures.page import write_page
from support.chromium import launch

DOCS = Path(__file__).resolve().parents[1] / "docs"
# By the card of the page: the reform, the regions, the theme.
PICTURES = {
    "curve": ("优化营商环境", (), "light"),
    "heat": ("优化营商环境", ("深圳市",), "light"),
    "tiles": ("优化营商环境", (), "dark"),
    "names": ("一网通办", ("深圳市",), "light"),
    "lags": ("河长制", (), "light"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("graph", type=Path)
    parser.add_argument("folder", type=Path, nargs="?", default=DOCS)
    asked = parser.parse_args()
    with open_graph(asked.graph) as graph, sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright.chromium)
        for card in PICTURES:
            saved = save(browser, graph, card, Path(folder))
            photograph(browser, saved, asked.folder / f"trace-{card}.png")
        browser.close()


def save(browser: Browser, graph: Store, card: str, folder: Path) -> Path:
    """The picture as the page saves it."""
    name, regions, theme = PICTURES[card]
    found = graph.trace(name, regions=regions)
    chain = [found if other == name else graph.trace(other, regions=regions) for other in family(graph, f"initiative/{name}")]
    write_page(folder / "page.html", found, lang="zh", chain=chain if len(chain) > 1 else ())
    page = browser.new_page()
    page.goto(f"{(folder / 'page.html').as_uri()}#theme={theme}")
    page.wait_for_selector("html[data-ready]", state="attached")
    with page.expect_download() as download:
        page.click(f"#{card} button >> text=SVG")
    download.value.save_as(folder / f"{card}.svg")
    page.close()
    return folder / f"{card}.svg"


def photograph(browser: Browser, picture: Path, target: Path) -> None:
    """The picture in its own size."""
    page = browser.new_page()
    page.goto(picture.as_uri())
    width, height = (int(float(page.locator("svg").first.get_attribute(side) or 0)) for side in ("width", "height"))
    page.set_viewport_size({"width": width, "height": height})
    page.screenshot(path=target)
    page.close()
    print(target)


if __name__ == "__main__":
    main()
