"""A page of the made-up subgraph, and pages opened in a real Chromium with everything refused but the page's own file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kg.views.page import render_page, write_page
from scripts.support.reforms import sample, whole
from tests.chromium import quiet_pages

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def sample_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the made-up subgraph, in Chinese, with the graph that it is a part of."""
    nodes, relationships = sample()
    path = tmp_path_factory.mktemp("page") / "page.html"
    write_page(path, nodes, relationships, title="改革扩散示例", lang="zh", whole=whole(nodes, relationships))
    return path


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page file, or nodes and relationships, and afterwards demands that it asked for nothing and logged nothing."""
    with quiet_pages(browser) as opened:

        def open_(source: Path | tuple, fragment: str = "", **options: object) -> Page:
            path = source
            if not isinstance(source, Path):
                path = tmp_path / "page.html"
                path.write_text(render_page(*source, **{"title": "示例", **options}), encoding="utf-8")
            return opened(path, fragment)

        yield open_
