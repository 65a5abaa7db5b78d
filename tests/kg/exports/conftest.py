"""A graph whose text would break careless writers."""

from __future__ import annotations

import pytest

from cypher.elements import Node, Relationship
from kg.model import KnowledgeGraph
from tests.kg.exports.hostile import HOSTILE


@pytest.fixture
def hostile() -> KnowledgeGraph:
    """A graph whose text would break careless writers."""
    nodes = [
        Node(k, "Policy", {"key": k, "name": HOSTILE, "aliases": ["一", "二;三"]}) for k in ('policy/<a>&"', "policy/b")
    ]
    edge = Relationship("0" * 24, "CITES", nodes[0].key, nodes[1].key,
                        {"key": "0" * 24, "source": "ontology", "rule": "x", "quote": HOSTILE})  # fmt: skip
    return KnowledgeGraph(nodes, [edge])
