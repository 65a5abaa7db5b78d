"""A real Chromium for the tests: one for a whole run, and pages in it that may ask for nothing and say nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from scripts.support.chromium import NoChromiumError, launch
from tests.requirements import missing, refuse_in_a_fast_run


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A headless Chromium; skips with the reason where there is none."""
    refuse_in_a_fast_run(request)
    with sync_playwright() as playwright:
        try:
            started = launch(playwright.chromium)
        except NoChromiumError as error:
            missing("chromium", str(error))
        yield started
        started.close()


@contextlib.contextmanager
def quiet_pages(browser: Browser, **options: object) -> Iterator[Callable[[Path, str], Page]]:
    """Opens page files, with what follows # in the address, while everything is refused but the file itself.

    Afterwards it demands that they asked for nothing and logged nothing; ``options`` are those of a browser's context.
    """
    asked: list[str] = []
    complaints: list[str] = []
    context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, "accept_downloads": True, **options})

    def refuse(route: Route) -> None:
        if route.request.url.startswith(("file:", "blob:", "data:")):
            route.continue_()
        else:
            route.abort()

    def open_(path: Path, fragment: str) -> Page:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(f"{dialog.type}: {dialog.message}"))
        page.on("request", lambda request: asked.append(request.url))
        page.route("**/*", refuse)
        page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield open_
    context.close()
    assert complaints == []
    strangers = [url for url in asked if not (url.startswith("file:") and url.split("#")[0].endswith("page.html"))]
    assert [url for url in strangers if not url.startswith("data:")] == []
