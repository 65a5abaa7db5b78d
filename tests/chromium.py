"""A real Chromium for the tests: one for a whole run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from scripts.support.chromium import NoChromiumError, launch
from tests.requirements import missing, refuse_in_a_fast_run


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A headless Chromium; skips with the reason where there is none."""
    refuse_in_a_fast_run(request)
    with sync_playwright() as playwright:
        try:
            started = launch(playwright)
        except NoChromiumError as error:
            missing("chromium", str(error))
        yield started
        started.close()
