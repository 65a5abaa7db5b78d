"""A subgraph of a handful of nodes, small enough to say by hand what its page must show."""

from __future__ import annotations

from cypher.elements import Node, Relationship
from kg.model import KnowledgeGraph

HEZHOU = "region/341100/河州市"
LINSHUI = "region/341122/临水县"
QUIET = "region/341123/静山县"
REFORM = "initiative/一网通办"
REPORT = "document/00000000000000a1"


def node(label: str, key: str, name: str, **properties: object) -> Node:
    """A node with its key and name among its properties."""
    return Node(key, label, {"key": key, "name": name, **properties})


def link(key: str, kind: str, start: str, end: str, **properties: object) -> Relationship:
    """A relationship with its key among its properties; ``place`` gives start and end of its quote."""
    place = properties.pop("place", None)
    spans = {"start": place[0], "end": place[1]} if isinstance(place, tuple) else {}
    return Relationship(key, kind, start, end, {"key": key, **properties, **spans})


def report() -> Node:
    """The document behind the statements."""
    return node(
        "Document", REPORT, "河州市2019年法治政府建设情况报告", year=2019, date="2020-03-01", number="河政〔2020〕8号"
    )


def graph(nodes: list[Node], links: list[Relationship], observed: dict[str, list[int]]) -> KnowledgeGraph:
    """The graph that a page is a part of: its elements, and reports of the years ``observed`` by region."""
    reports, covers = [], []
    for key, years in observed.items():
        for year in years:
            reports.append(node("Document", f"document/{key}/{year}", f"{year}年报告", year=year))
            covers.append(link(f"c{key}{year}", "COVERS", reports[-1].key, key, source=reports[-1].key, observes=True))
    return KnowledgeGraph([*nodes, *reports], [*links, *covers])


def tiny() -> tuple[list[Node], list[Relationship]]:
    """Two regions that adopt one reform, one of them said to by two sentences, and a region that is silent."""
    nodes = [
        node("Region", HEZHOU, "河州市", code="341100", level="prefecture"),
        node("Region", LINSHUI, "临水县", code="341122", level="county"),
        node("Region", QUIET, "静山县", code="341123", level="county"),
        node("Initiative", REFORM, "一网通办", en="one network for all services"),
        report(),
    ]
    stated = {"source": REPORT, "rule": "adoption.full", "confidence": 0.91}
    links = [
        link("a1", "ADOPTED", HEZHOU, REFORM, year=2018, status="pilot", quote="我市率先试点一网通办", place=(10, 20), **stated),
        link("a2", "ADOPTED", HEZHOU, REFORM, year=2019, status="implemented", quote="一网通办覆盖全部部门", place=(40, 50), **stated),
        link("a3", "ADOPTED", LINSHUI, REFORM, year=2020, status="planned", quote="临水县将推行一网通办", place=(70, 80), **stated),
        link("p1", "PART_OF", LINSHUI, HEZHOU, source="ontology"),
        link("p2", "PART_OF", QUIET, HEZHOU, source="ontology"),
    ]  # fmt: skip
    return nodes, links
