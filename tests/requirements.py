"""What a test may do without elsewhere, and must have in CI: Chromium, a Neo4j server, the folder ``../shared``."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(what: str, reason: str) -> NoReturn:
    """Skip with ``reason``; fail where ``REFORMKG_REQUIRE`` names ``what``, so that CI cannot pass by skipping."""
    if what in os.environ.get("REFORMKG_REQUIRE", "").split():
        pytest.fail(f"{what} is required here (REFORMKG_REQUIRE): {reason}")
    pytest.skip(reason)
