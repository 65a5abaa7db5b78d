"""Write the pictures of the interactive page in the READMEs and docs/pages.md, of the documents in examples/reports.

    python scripts/write_pages.py [FOLDER]
    python scripts/write_pages.py --graph GRAPH [FOLDER]

With ``--graph`` those of 一网通办 and 高效办成一件事 in that graph, of parts of the page that show no sentence. Needs a Chromium and playwright; the fonts are those of this machine.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from support.chromium import launch

ROOT = Path(__file__).resolve().parents[1]
# By file: what stands behind the # of the address, and the window.
PICTURES = {
    "page": ("colour=year", (1366, 768)),
    "timeline": ("layout=timeline", (1366, 768)),
    "page-table": ("layout=table", (1366, 768)),
    "page-levels-dark": ("layout=levels&theme=dark&lang=zh", (1366, 768)),
    "page-tablet": ("layout=timeline&lang=zh", (820, 1180)),
}
REFORMS = ("一网通办", "高效办成一件事")
OF_GRAPH = {
    "corpus-network": ("lang=zh", (1366, 768)),
    "corpus-levels-dark": ("layout=levels&theme=dark&lang=zh", (1366, 768)),
    "corpus-timeline": ("layout=timeline&lang=zh", (1366, 900)),
    "corpus-compare-dark": ("layout=compare&theme=dark&lang=zh", (1366, 900)),
    "corpus-tablet": ("layout=compare&lang=zh", (820, 1180)),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs")
    parser.add_argument("--graph", type=Path, help="a graph directory in place of the examples")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        graph, options = asked.graph, [word for reform in REFORMS for word in ("--initiative", reform)]
        if graph is None:
            graph, options = folder / "graph", []
            run("build", str(ROOT / "examples" / "reports"), "-o", str(graph))
        run("view", "-o", str(folder / "page.html"), "--graph", str(graph.absolute()), *options)
        browser = launch(playwright.chromium)
        for picture, (fragment, size) in (OF_GRAPH if asked.graph else PICTURES).items():
            photograph(browser, folder / "page.html", fragment, size, asked.folder / f"{picture}.png")
        browser.close()


def run(*words: str) -> None:
    """A command of reformkg."""
    subprocess.run([sys.executable, "-m", "kg", *words], check=True, cwd=ROOT)


def photograph(browser: Browser, page: Path, fragment: str, size: tuple[int, int], target: Path) -> None:
    """The page as it stands in a window."""
    window = browser.new_page(viewport={"width": size[0], "height": size[1]})
    window.goto(f"{page.as_uri()}#{fragment}")
    window.wait_for_selector("html[data-ready]", state="attached")
    window.wait_for_timeout(300)
    window.screenshot(path=target)
    window.close()
    print(target)


if __name__ == "__main__":
    main()
