"""Engines over the two graphs of these tests, loaded once, and the graph of the example reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher.elements import Node, Relationship
from cypher.engine import EmbeddedEngine
from kg.build.build import build_graph
from kg.disk import GraphDirectory
from tests.cypher.sample import sample
from tests.cypher.town import town

_EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "reports"


@pytest.fixture(scope="session")
def engine() -> EmbeddedEngine:
    """The embedded engine over the small graph."""
    return EmbeddedEngine.from_elements(*town())


@pytest.fixture(scope="session")
def reforms() -> EmbeddedEngine:
    """The embedded engine over the sample of reforms."""
    return EmbeddedEngine.from_elements(*sample())


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Node], list[Relationship]]:
    """The graph of the example reports."""
    path = tmp_path_factory.mktemp("examples") / "graph"
    assert build_graph([_EXAMPLES], path).directory is not None
    directory = GraphDirectory(path)
    return list(directory.nodes()), list(directory.relationships())
