"""The page as a file: the same bytes, nothing from outside, and what is refused."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import DiskError, SelectionError
from kg.pictures.page import render_page, write_page
from kg.tracing.trace import trace
from tests.kg.tracing.test_trace import spread
from tests.kg.tracing.world import GRID


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert render_page(trace(spread(), GRID), lang="zh") == render_page(trace(spread(), GRID), lang="zh")


@pytest.mark.slow
def test_the_bytes_do_not_hang_on_the_seed_of_hashes() -> None:
    code = (
        "import hashlib; from kg.pictures.page import render_page; from tests.kg.pictures.many import spread_widely;"
        "print(hashlib.sha256(render_page(spread_widely()).encode()).hexdigest())"
    )
    digests = {
        subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_nothing_comes_from_outside_and_no_style_or_handler_stands_in_an_element() -> None:
    html = render_page(trace(spread(), GRID))
    elements = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", html, flags=re.DOTALL)
    assert re.findall(r'(?:src|href)="(?!data:,")', elements) == []
    assert re.findall(r"\s(?:on\w+|style)=", elements) == []


def test_the_policy_names_every_script_and_style_and_allows_nothing_else() -> None:
    html = render_page(trace(spread(), GRID))
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert found
    policy = found[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for kind, text in re.findall(r"<(script|style)>(.*?)</\1>", html, flags=re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy, kind
    for block in re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', html, flags=re.DOTALL):
        json.loads(block)


def test_a_trace_without_regions_is_refused_and_the_old_page_stays(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(SelectionError, match="nothing to draw"):
        write_page(path, trace(spread(), GRID, years=(1990, 1991)))
    assert path.read_text(encoding="utf-8") == "old"


def test_a_missing_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="nowhere"):
        write_page(tmp_path / "nowhere" / "page.html", trace(spread(), GRID))
