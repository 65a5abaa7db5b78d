"""The main path through a page in a Firefox that is there, driven by WebDriver BiDi."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from kg.views.grouping import group
from kg.views.page import write_page
from scripts.support.reforms import sample, whole
from tests.js.test_scripts import ROOT, npm, pytestmark  # noqa: F401 - the fixture and the marks
from tests.requirements import missing


def test_the_main_path(npm: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path) -> None:  # noqa: F811
    firefox = next((path for name in ("firefox-esr", "firefox") if (path := shutil.which(name))), None)
    if firefox is None:
        missing("firefox", "no Firefox on the PATH")
    nodes, links = sample()
    kept = [node for node in nodes if node.label != "Initiative" or node.properties["name"] in ("河长制", "一网通办")]
    keys = {node.key for node in kept}
    between = [edge for edge in links if {edge.start, edge.end} <= keys]
    graph = whole(nodes, links)
    asked = {node.key for node in kept if node.label == "Initiative"}
    groups = group(kept, between, 30, asked)
    write_page(tmp_path / "page.html", kept, between, title="火狐", whole=graph, groups=groups)
    node = shutil.which("node")
    assert node is not None
    done = subprocess.run(
        [node, "tests/js/firefox.mjs", firefox, str(tmp_path / "page.html")],
        cwd=ROOT, capture_output=True, text=True, timeout=180,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
