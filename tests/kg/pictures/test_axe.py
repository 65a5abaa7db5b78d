"""The page of a trace, its five pictures, and a sentence that is open, as axe-core sees them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.pictures.page import write_page
from tests.accessibility import SCHEMES, WINDOWS, findings
from tests.chromium import quiet_pages
from tests.kg.pictures.many import spread_widely


@pytest.fixture(scope="module")
def trace_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("trace") / "page.html"
    write_page(path, spread_widely(), lang="zh")
    return path


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", WINDOWS, ids=str)
def test_axe_finds_nothing(browser: Browser, trace_page: Path, scheme: str, size: tuple[int, int]) -> None:
    with quiet_pages(browser, viewport=size, color_scheme=scheme) as opened:
        page = opened(trace_page, "region=510903&year=2016")
        assert page.locator("#sentence blockquote").count() == 1
        assert page.locator("svg[role=img]").count() >= 4
        assert findings(page) == []
