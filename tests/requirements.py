"""What a test may do without: Chromium, a Neo4j server, the folder ``../shared``; and which of it is slow."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

SLOW_FIXTURES = frozenset({"browser", "neo4j_access"})
"""Fixtures that start Chromium or Neo4j: a test that asks for one is slow."""

OF_NEO4J = (pytest.mark.slow, pytest.mark.xdist_group("neo4j"))
"""Marks of a parameter that makes a test ask for Neo4j: slow, and in the one process of a parallel run that has it."""


def missing(what: str, reason: str) -> NoReturn:
    """Skip with ``reason``; fail where ``REFORMKG_REQUIRE`` names ``what``, so that CI cannot pass by skipping."""
    if what in os.environ.get("REFORMKG_REQUIRE", "").split():
        pytest.fail(f"{what} is required here (REFORMKG_REQUIRE): {reason}")
    pytest.skip(reason)


def refuse_in_a_fast_run(request: pytest.FixtureRequest) -> None:
    """Fail where slow tests are left out: ``getfixturevalue`` hides from the marking what a test asks for."""
    if request.config.option.markexpr == "not slow":
        pytest.fail(f"mark as slow what asks for {request.fixturename}, which is the test or the parameter of its fixture")
