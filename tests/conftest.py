"""Fixtures for the whole suite."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.requirements import SLOW_FIXTURES, missing

pytest_plugins = ["tests.chromium", "tests.neo4j_server", "tests.office"]
settings.register_profile("untimed", deadline=None)  # on a busy machine any example may take long
settings.load_profile("untimed")
_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def stays_where_it_is() -> Iterator[None]:
    """A test that leaves the working directory changed fails itself, not the ones after it that start a Python."""
    before = Path.cwd()
    yield
    after = Path.cwd()
    os.chdir(before)
    assert after == before, f"the test went to {after} and stayed there: use monkeypatch.chdir"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The optional folder of annotated and real documents beside the checkout; skips where it is not there."""
    if not (_SHARED / "gold").is_dir():
        missing("shared", "the optional folder ../shared (annotated and real documents) is not there")
    return _SHARED


@pytest.hookimpl(tryfirst=True)  # before the processes of a parallel run name the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow whatever asks for a Chromium or a Neo4j by its arguments or through its fixtures.

    In a parallel run the tests of one Neo4j go to one process, since Community has a single database; so do the tests
    of a file, which share what its fixtures make. What takes minutes comes first, so that nobody waits for it alone.
    """
    items.sort(key=lambda item: item.get_closest_marker("minutes") is None)
    for item in items:
        asked = getattr(item, "fixturenames", ())
        if SLOW_FIXTURES.intersection(asked):
            item.add_marker(pytest.mark.slow)
        if not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group("neo4j" if "neo4j_access" in asked else str(item.path)))
