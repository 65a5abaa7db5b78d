"""Time the page of a subgraph: to write, to its first picture in Chromium, to answer a choice, a year and a layout.

    python scripts/bench_view.py [--sizes 200,1000,5000]

Prints one line a size. The subgraphs are made up; Chromium is that of $CHROMIUM, else the first on the PATH, else
playwright's own.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from kg.views.page import write_page
from support.chromium import NoChromiumError, launch
from support.reforms import sample

HEAD = ("nodes", "relationships", "file", "write", "first picture", "choose", "year", "layout")
# Resolves when what was asked for stands on the screen: two frames later.
_DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"


def _measure(browser: Browser, size: int, folder: Path) -> list[str]:
    nodes, relationships = sample(counties=max(0, round(size / 4.2) - 30))
    path = folder / f"{size}.html"
    started = time.perf_counter()
    write_page(path, nodes, relationships, title=f"{len(nodes)} nodes")
    written = time.perf_counter() - started
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-ready]", state="attached")
    first = page.evaluate(_DRAWN)
    acts = (
        "state.change({chosen: {node: data.initiatives[0]}})",
        "state.change({chosen: null, to: data.span[1] - 3})",
        "state.change({layout: 'timeline'})",
    )
    timed = "async () => {{ const started = performance.now(); {}; return await {} - started; }}"
    answers = [page.evaluate(timed.format(act, _DRAWN)) for act in acts]
    page.close()
    milliseconds = [f"{answer:,.0f} ms" for answer in (first, *answers)]
    return [
        f"{len(nodes):,}",
        f"{len(relationships):,}",
        f"{path.stat().st_size / 1e6:.1f} MB",
        f"{written:.1f} s",
        *milliseconds,
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_sizes, default="200,1000,5000", help="about how many nodes, at least 130 or so")
    args = parser.parse_args()
    try:
        with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder, launch(playwright.chromium) as browser:
            print(" | ".join(HEAD))
            for size in args.sizes:
                print(" | ".join(_measure(browser, size, Path(folder))))
    except NoChromiumError as error:
        print(f"bench_view: {error}", file=sys.stderr)
        return 2
    return 0


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


if __name__ == "__main__":
    sys.exit(main())
