"""A real Chromium for the tests: one for a whole run, and pages in it that may ask for nothing and say nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Route, sync_playwright

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
def quiet_pages(
    browser: Browser, *, viewport: tuple[int, int] = (1440, 900), color_scheme: str = "light", has_touch: bool = False
) -> Iterator[Callable[[Path, str], Page]]:
    """Opens page files, with what follows # in the address, while everything is refused but the file itself.

    Afterwards it demands that they asked for nothing and logged nothing. Each is loaded anew, but into a tab that is
    kept for the next test: a new tab is a new process, which takes two thirds of the time of a short test.
    """
    asked: list[str] = []
    complaints: list[str] = []
    kept = _kept(browser, has_touch)
    opened: list[Page] = []

    def complain(message: ConsoleMessage | Dialog) -> None:
        complaints.append(f"{message.type}: {message.text if isinstance(message, ConsoleMessage) else message.message}")

    heard: dict[str, Callable[..., None]] = {
        "console": complain,
        "dialog": complain,
        "pageerror": lambda error: complaints.append(str(error)),
        "request": lambda request: asked.append(request.url),
    }

    def open_(path: Path, fragment: str) -> Page:
        page = kept.tabs.pop() if kept.tabs else kept.new_tab()
        page.bring_to_front()  # what lies behind another tab is drawn, and so clicked, seconds late
        opened.append(page)
        page.set_viewport_size({"width": viewport[0], "height": viewport[1]})
        page.emulate_media(media="null", color_scheme=color_scheme)  # type: ignore[arg-type]
        for event, listener in heard.items():
            page.on(event, listener)  # type: ignore[call-overload]
        page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    try:
        yield open_
        for page in opened:
            page.goto("about:blank")  # ends what still runs there, and hears what it has to say
            page.mouse.move(-1, -1)
            for event, listener in heard.items():
                page.remove_listener(event, listener)
        kept.context.clear_permissions()
    except BaseException:
        kept.close()  # in whatever state the tabs are
        raise
    kept.tabs += opened
    assert complaints == []
    strangers = [url for url in asked if not (url.startswith("file:") and url.split("#")[0].endswith("page.html"))]
    assert [url for url in strangers if url != "about:blank" and not url.startswith("data:")] == []


class _Kept:
    """A context of a browser with the empty tabs of it that no test has."""

    def __init__(self, browser: Browser, has_touch: bool) -> None:
        self.context = browser.new_context(accept_downloads=True, has_touch=has_touch)
        self.tabs: list[Page] = []
        self.closed = False

    def new_tab(self) -> Page:
        """A tab that gets nothing but files of this machine."""
        page = self.context.new_page()
        page.route("**/*", _refuse)
        return page

    def close(self) -> None:
        self.closed = True
        self.context.close()


_KEPT: WeakKeyDictionary[Browser, dict[bool, _Kept]] = WeakKeyDictionary()


def _kept(browser: Browser, has_touch: bool) -> _Kept:
    by_touch = _KEPT.setdefault(browser, {})
    if has_touch not in by_touch or by_touch[has_touch].closed:
        by_touch[has_touch] = _Kept(browser, has_touch)
    return by_touch[has_touch]


def _refuse(route: Route) -> None:
    if route.request.url.startswith(("file:", "blob:", "data:")):
        route.continue_()
    else:
        route.abort()
