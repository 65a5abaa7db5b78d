"""Write the pictures of the interactive page in the READMEs and docs/pages.md, of the documents in examples/reports.

    python scripts/write_pages.py [FOLDER]

Needs a Chromium and playwright; the fonts are those of this machine.
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs")
    target = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        run("build", str(ROOT / "examples" / "reports"), "-o", str(folder / "graph"))
        run("view", "-o", str(folder / "page.html"), "--graph", str(folder / "graph"))
        browser = launch(playwright.chromium)
        for picture, (fragment, size) in PICTURES.items():
            photograph(browser, folder / "page.html", fragment, size, target / f"{picture}.png")
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
