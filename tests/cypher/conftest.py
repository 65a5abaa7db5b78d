"""Engines over the two graphs of these tests, loaded once."""

from __future__ import annotations

import pytest

from cypher.engine import EmbeddedEngine
from tests.cypher.sample import sample
from tests.cypher.town import town


@pytest.fixture(scope="session")
def engine() -> EmbeddedEngine:
    """The embedded engine over the small graph."""
    return EmbeddedEngine.from_elements(*town())


@pytest.fixture(scope="session")
def reforms() -> EmbeddedEngine:
    """The embedded engine over the sample of reforms."""
    return EmbeddedEngine.from_elements(*sample())
