"""A headless Chromium for the pages: where it is found, and how it is started."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


class NoChromiumError(Exception):
    """Why there is no Chromium, in one sentence."""


def launch(playwright: Playwright) -> Browser:
    """``$CHROMIUM``, else the first on the PATH, else playwright's own.

    Raises:
        NoChromiumError: there is none, or it does not start.
    """
    executable = _executable(playwright)
    if executable is None:
        raise NoChromiumError("no Chromium: none in $CHROMIUM, on the PATH, or of playwright's own")
    try:
        return playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
    except Error as error:
        raise NoChromiumError(f"Chromium at {executable} does not start: {error.message.splitlines()[0]}") from error


def _executable(playwright: Playwright) -> str | None:
    given = os.environ.get("CHROMIUM")
    found = given or next((path for name in NAMES if (path := shutil.which(name))), None)
    own = playwright.chromium.executable_path
    return found or (own if Path(own).is_file() else None)
