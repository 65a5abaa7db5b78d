"""Pages of made-up traces, opened in a real Chromium with everything refused but the page's own file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kg.pictures.page import write_page
from kg.tracing.trace import Trace
from tests.chromium import quiet_pages

Open = Callable[..., Page]


@pytest.fixture
def open_trace(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a trace; ``options`` are those of ``write_page``. Afterwards nothing was asked for or logged."""
    with quiet_pages(browser) as opened:

        def open_(found: Trace, fragment: str = "", size: tuple[int, int] = (1366, 768), **options: object) -> Page:
            path = tmp_path / "page.html"
            write_page(path, found, **options)
            page = opened(path, fragment)
            if page.viewport_size != {"width": size[0], "height": size[1]}:
                page.set_viewport_size({"width": size[0], "height": size[1]})
                page.wait_for_timeout(150)
            return page

        yield open_
