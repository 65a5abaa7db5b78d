"""The graph in memory."""

from __future__ import annotations

import pytest

from cypher.elements import Node, Relationship
from kg.errors import GraphError
from kg.model import KnowledgeGraph


def node(key: str, label: str = "Policy", **properties: object) -> Node:
    return Node(key, label, {"key": key, "name": key, **properties})


def edge(key: str, start: str, end: str, kind: str = "CITES", **properties: object) -> Relationship:
    return Relationship(key, kind, start, end, {"key": key, **properties})


def test_walks_are_by_key_whatever_the_order_of_adding() -> None:
    graph = KnowledgeGraph([node("b"), node("a")], [edge("y", "a", "b"), edge("x", "b", "a")])
    assert [n.key for n in graph.nodes()] == ["a", "b"]
    assert [e.key for e in graph.relationships()] == ["x", "y"]


def test_gives_back_what_it_was_given() -> None:
    graph = KnowledgeGraph([node("a", year=2018), node("b")], [edge("x", "a", "b", quote="引自")])
    found, stated = graph.node("a"), graph.relationship("x")
    assert found is not None and found.properties == {"key": "a", "name": "a", "year": 2018}
    assert stated is not None and (stated.type, stated.start, stated.end) == ("CITES", "a", "b")
    assert stated.properties == {"key": "x", "quote": "引自"}


def test_parallel_statements_stay_two() -> None:
    graph = KnowledgeGraph([node("a"), node("b")], [edge("x", "a", "b"), edge("y", "a", "b")])
    assert graph.relationship_count == 2
    assert [e.key for e in graph.touching("a")] == ["x", "y"]


def test_a_key_given_twice_is_refused() -> None:
    with pytest.raises(GraphError, match="two nodes have the key a"):
        KnowledgeGraph([node("a"), node("a")])
    with pytest.raises(GraphError, match="two relationships"):
        KnowledgeGraph([node("a")], [edge("x", "a", "a"), edge("x", "a", "a")])


def test_a_relationship_without_an_end_is_refused() -> None:
    with pytest.raises(GraphError, match="no node at its end b"):
        KnowledgeGraph([node("a")], [edge("x", "a", "b")])


def test_hash_tells_contents_apart_but_not_orders() -> None:
    one = KnowledgeGraph([node("a", year=1), node("b")], [edge("x", "a", "b")])
    other = KnowledgeGraph(
        [node("b"), Node("a", "Policy", {"year": 1, "name": "a", "key": "a"})], [edge("x", "a", "b")]
    )
    changed = KnowledgeGraph([node("a", year=2), node("b")], [edge("x", "a", "b")])
    turned = KnowledgeGraph([node("a", year=1), node("b")], [edge("x", "b", "a")])
    assert one.content_hash() == other.content_hash()
    assert len({g.content_hash() for g in (one, changed, turned)}) == 3


def test_a_policy_is_found_under_its_aliases() -> None:
    graph = KnowledgeGraph([node("policy/川办发〔2016〕76号", aliases=["policy//某通知"])])
    assert graph.resolve_key("policy//某通知") == "policy/川办发〔2016〕76号"
    assert graph.resolve_key("policy//另一通知") is None


def test_subgraph_keeps_only_relationships_between_its_nodes() -> None:
    graph = KnowledgeGraph([node("a"), node("b"), node("c")], [edge("x", "a", "b"), edge("y", "b", "c")])
    part = graph.subgraph(["a", "b"])
    assert [e.key for e in part.relationships()] == ["x"]
    assert part.relationship_count == 1 and len(graph.subgraph(["a", "b", "c"], [])) == 3
