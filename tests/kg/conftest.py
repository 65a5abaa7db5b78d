"""Graphs for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.assemble.assemble import assemble
from kg.disk import GraphDirectory
from kg.model import KnowledgeGraph
from tests.kg.disk.test_directory import publish
from tests.kg.records import all_documents


@pytest.fixture(scope="session")
def graph() -> KnowledgeGraph:
    """The graph of the hand-made documents."""
    return assemble(all_documents, "test").graph


@pytest.fixture
def directory(tmp_path: Path) -> GraphDirectory:
    """A graph directory of the hand-made documents, for the test to damage."""
    return publish(tmp_path / "graph")
