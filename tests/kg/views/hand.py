"""A mouse on the page: where a node or a link lies on the screen, and presses there."""

from __future__ import annotations

import json
import time

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
    """Clicks on a node and waits until it is chosen."""
    page.mouse.click(*node_spot(page, key))
    until(page, f"data.nodes[state.current.chosen?.node]?.key === {json.dumps(key)}")


def click_link(page: Page, start: str, end: str) -> None:
    """Clicks on the middle of a straight link and waits until a link is chosen."""
    (left, top), (right, bottom) = node_spot(page, start), node_spot(page, end)
    page.mouse.click((left + right) / 2, (top + bottom) / 2)
    until(page, "state.current.chosen?.link !== undefined")


def until(page: Page, condition: str, seconds: float = 10.0) -> None:
    """Waits for a condition in the page: the policy forbids what playwright's own waiting would run there."""
    last = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < last, f"never came true: {condition}"
        page.wait_for_timeout(20)
