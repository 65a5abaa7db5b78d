"""How long the page of a subgraph takes: to write, to its first picture in Chromium, to answer a choice and a year.

Run from the checkout: ``python -m scripts.bench_view [--sizes 200,1000,5000]``. Made-up subgraphs; Chromium from
``$CHROMIUM`` or the PATH.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from kg.views.page import write_page
from tests.kg.views.sample import sample

_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
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


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", default="200,1000,5000", help="numbers of nodes, about")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    head = ["nodes", "relationships", "file", "write", "first picture", "choose", "year", "layout"]
    print(" | ".join(head))
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=executable, args=_FLAGS)
        for size in sizes:
            print(" | ".join(_measure(browser, size, Path(folder))))
        browser.close()


if __name__ == "__main__":
    main()
