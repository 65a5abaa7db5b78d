"""What changed between two graphs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cypher.elements import Node
from kg.assemble.assemble import assemble
from kg.diff import diff
from kg.errors import GraphError
from kg.model import KnowledgeGraph
from tests.kg.records import all_documents, notice, report


def changes(old: KnowledgeGraph, new: KnowledgeGraph) -> list[tuple[object, ...]]:
    return [c.row() for c in diff((old.nodes(), old.relationships()), (new.nodes(), new.relationships()))]


def test_equal_graphs_have_no_difference(graph: KnowledgeGraph) -> None:
    assert changes(graph, assemble(all_documents, "test").graph) == []


def test_a_document_more_adds_its_statements_and_the_reverse_removes_them() -> None:
    small = assemble(lambda: [report()], "test").graph
    large = assemble(lambda: [report(), notice()], "test").graph
    there, back = changes(small, large), changes(large, small)
    adopted = [row for row in there if row[2] == "ADOPTED"]
    assert [(row[0], row[4], row[6]) for row in adopted] == [("added", "region/510900/遂宁市", "在全市推行一网通办")]
    assert {row[0] for row in there} == {"added", "changed"} and {row[0] for row in back} == {"removed", "changed"}
    assert len(there) == len(back)


def test_a_change_says_which_property() -> None:
    small = assemble(lambda: [report()], "test").graph
    large = assemble(lambda: [report(), notice()], "test").graph
    (row,) = [row for row in changes(small, large) if row[3] == "graph"]
    assert row[:3] == ("changed", "node", "Graph") and "documents: 1 → 2" in str(row[6])


def test_elements_out_of_order_are_refused(graph: KnowledgeGraph) -> None:
    first, second, *_ = graph.nodes()
    with pytest.raises(GraphError, match="keys in order"):
        list(diff(([second, first], []), ([], [])))


def test_it_looks_at_one_element_at_a_time(graph: KnowledgeGraph) -> None:
    taken: list[str] = []

    def told(elements: Iterator[Node]) -> Iterator[Node]:
        for element in elements:
            taken.append(element.key)
            yield element

    found = diff((told(graph.nodes()), []), ([], []))
    assert next(found).element.key == taken[0]
    assert len(taken) < 3
