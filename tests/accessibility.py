"""What a screen reader, or an eye that sees little contrast, would miss on a page, by axe-core."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WINDOWS = [(1366, 768), (820, 1180), (390, 844)]
SCHEMES = ["light", "dark"]


def findings(page: Page) -> list[tuple[str, list[str]]]:
    """The rules that the page breaks, each with the first elements that do; what passes is not listed, to be quick."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [(item["id"], [node["html"] for node in item["nodes"]][:3]) for item in found]
