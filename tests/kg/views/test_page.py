"""The page as a file: the same bytes, nothing from outside, and what is refused."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import random
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.errors import DiskError
from kg.limits import MOST_NODES
from kg.views.errors import ViewError
from kg.views.page import render_page, write_page
from scripts.support.reforms import sample, whole
from tests.kg.views.tiny import node, tiny


class _Elements(HTMLParser):
    """Start tags with their attributes, and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.sources: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style") and data.strip():
            self.sources.append((*self.tags[-1], data))


def test_the_same_subgraph_gives_the_same_bytes_in_whatever_order() -> None:
    nodes, relationships = sample()
    graph = whole(nodes, relationships)
    first = render_page(nodes, relationships, title="甲", whole=graph)
    pick = random.Random(3)
    pick.shuffle(nodes)
    pick.shuffle(relationships)
    assert render_page(nodes, relationships, title="甲", whole=graph) == first


@pytest.mark.slow
def test_the_bytes_do_not_hang_on_the_seed_of_hashes() -> None:
    code = (
        "import hashlib; from kg.views.page import render_page; from scripts.support.reforms import sample;"
        "print(hashlib.sha256(render_page(*sample(), title='x').encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_nothing_comes_from_outside() -> None:
    elements = _Elements(render_page(*sample(), title="甲"))
    for tag, attributes in elements.tags:
        assert "src" not in attributes, tag
        assert not [name for name in attributes if name.startswith("on")], tag
        assert attributes.get("href") in (None, "data:,"), tag
        assert "style" not in attributes, tag


def test_the_policy_names_every_script_and_style_and_allows_nothing_else() -> None:
    elements = _Elements(render_page(*tiny(), title="甲"))
    policy = next(a["content"] for tag, a in elements.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    for tag, attributes, text in elements.sources:
        if attributes.get("type") == "application/json":
            json.loads(text)
            continue
        if attributes.get("type") == "text/plain":  # no script, and nothing but base64
            base64.b64decode(text, validate=True)
            continue
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in rules[f"{tag}-src"]
    assert "unsafe" not in policy
    assert "http" not in policy


def test_data_cannot_end_the_element_it_stands_in() -> None:
    html = render_page([node("Region", "r", "</script><!--<script>\u2028")], [], title="</title><script>")
    body = html[html.index("graph-data") : html.index("words-data")]
    assert "</script><!--" not in body
    assert "\u2028" not in body
    assert "<title>&lt;/title&gt;&lt;script&gt;</title>" in html


def test_half_a_surrogate_pair_does_not_stop_the_page(tmp_path: Path) -> None:
    write_page(tmp_path / "p.html", [node("Region", "r", "半\ud83d")], [], title="题\udc00")
    assert "\\ud83d" in (tmp_path / "p.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_file_is_utf8_under_any_locale(tmp_path: Path) -> None:
    code = (
        "import sys; from kg.views.page import write_page; from tests.kg.views.tiny import tiny;"
        "write_page(sys.argv[1], *tiny(), title='x')"
    )
    path = tmp_path / "page.html"
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([sys.executable, "-c", code, str(path)], env=environment, check=True)
    assert path.read_text(encoding="utf-8") == render_page(*tiny(), title="x")
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]


def test_an_empty_subgraph_is_refused_and_the_old_page_stays(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ViewError, match="empty"):
        write_page(path, [], [], title="甲")
    assert path.read_text(encoding="utf-8") == "old"


def test_too_large_a_subgraph_is_refused_with_what_to_do() -> None:
    nodes = [node("Region", f"region/{n}/甲", "甲", code="330000") for n in range(MOST_NODES + 1)]
    with pytest.raises(ViewError, match=r"5,001 nodes.*--initiative"):
        render_page(nodes, [], title="甲")


def test_a_missing_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="nowhere"):
        write_page(tmp_path / "nowhere" / "page.html", *tiny(), title="甲")


def test_between_a_thousand_and_five_thousand_nodes_the_page_says_so() -> None:
    nodes = [node("Region", f"region/{n}/甲", "甲", code="330000") for n in range(1001)]
    assert re.search(r'"slow":true', render_page(nodes, [], title="甲"))
    assert re.search(r'"slow":false', render_page(nodes[:1000], [], title="甲"))
