"""A mouse on the page: where a node or a link lies on the screen, and presses there."""

from __future__ import annotations

from playwright.sync_api import Page

_BOX = "document.querySelector('#canvas').getBoundingClientRect()"


def node_spot(page: Page, key: str) -> tuple[float, float]:
    """The middle of a node in the window's pixels."""
    spot = page.evaluate(
        f"key => {{ const box = {_BOX}; const spot = picture.spot(data.byKey.get(key));"
        " return [spot.x + box.left, spot.y + box.top]; }",
        key,
    )
    return spot[0], spot[1]


def click_node(page: Page, key: str) -> None:
    """Clicks on a node."""
    page.mouse.click(*node_spot(page, key))
    _settle(page)


def click_link(page: Page, start: str, end: str) -> None:
    """Clicks on the middle of a straight link."""
    (left, top), (right, bottom) = node_spot(page, start), node_spot(page, end)
    page.mouse.click((left + right) / 2, (top + bottom) / 2)
    _settle(page)


def _settle(page: Page) -> None:
    # The drawing library waits for a possible double press before it tells of a single one.
    page.wait_for_timeout(60)
