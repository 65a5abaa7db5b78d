"""A headless Chromium for the pages: where it is found, and how it is started."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, Error

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


class NoChromiumError(Exception):
    """Why there is no Chromium, in one sentence."""


def launch(chromium: BrowserType, *, scrollbars: bool = False) -> Browser:
    """``$CHROMIUM``, else the first on the PATH, else playwright's own; with ``scrollbars`` that take room, as a user's.

    Raises:
        NoChromiumError: there is none, or it does not start.
    """
    executable = _executable(chromium)
    if executable is None:
        raise NoChromiumError("no Chromium: none in $CHROMIUM, on the PATH, or of playwright's own")
    try:
        return chromium.launch(
            executable_path=executable,
            args=list(FLAGS),
            ignore_default_args=["--hide-scrollbars"] if scrollbars else None,
        )
    except Error as error:
        raise NoChromiumError(f"Chromium at {executable} does not start: {error.message.splitlines()[0]}") from error


def _executable(chromium: BrowserType) -> str | None:
    given = os.environ.get("CHROMIUM")
    found = given or next((path for name in NAMES if (path := shutil.which(name))), None)
    own = chromium.executable_path
    return found or (own if Path(own).is_file() else None)
