"""Regions that no source speaks of are left off a page, save those around one of which it does."""

from __future__ import annotations

from cypher.elements import Node, Relationship
from kg.model import KnowledgeGraph
from kg.subgraph.background import without_background


def region(code: str, name: str) -> Node:
    key = f"region/{code}/{name}"
    return Node(key, "Region", {"key": key, "name": name, "code": code})


def link(kind: str, start: Node, end: Node, source: str = "ontology") -> Relationship:
    key = f"{kind}/{start.key}/{end.key}"
    return Relationship(key, kind, start.key, end.key, {"key": key, "source": source, "rule": "test"})


CITY, COUNTY, PREFECTURE, PROVINCE = (
    region("510981", "射洪市"), region("510922", "射洪县"), region("510900", "遂宁市"), region("510000", "四川省"),
)  # fmt: skip
REFORM = Node("initiative/一网通办", "Initiative", {"key": "initiative/一网通办", "name": "一网通办"})


def test_predecessors_go_and_what_lies_around_stays() -> None:
    graph = KnowledgeGraph(
        [CITY, COUNTY, PREFECTURE, PROVINCE, REFORM],
        [link("SUCCEEDED_BY", COUNTY, CITY), link("PART_OF", CITY, PREFECTURE), link("PART_OF", PREFECTURE, PROVINCE),
         link("PART_OF", COUNTY, PREFECTURE), link("ADOPTED", CITY, REFORM, "document/1")],
    )  # fmt: skip
    kept = {node.key for node in without_background(graph).nodes()}
    assert kept == {CITY.key, PREFECTURE.key, PROVINCE.key, REFORM.key}


def test_a_graph_of_background_alone_is_shown_whole() -> None:
    graph = KnowledgeGraph([CITY, COUNTY], [link("SUCCEEDED_BY", COUNTY, CITY)])
    assert len(without_background(graph)) == 2
