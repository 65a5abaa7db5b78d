"""Verify finds what is wrong, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cypher.elements import Node, Relationship
from kg.disk import GraphDirectory, SourceDocument
from kg.disk.atomic import file_sha256
from kg.disk.parts import write_part
from kg.disk.tables import write_nodes, write_relationships
from kg.resolve.conflicts import Conflict
from kg.verify import verify
from kg.verify.regions import RegionYears
from kg.verify.schema import check_nodes, check_relationships
from ontology.schema import schema
from tests.kg.folders import rewrite_manifest

Change = Callable[[dict[str, Any]], Mapping[str, Any]]


def test_a_sound_graph_has_no_findings(directory: GraphDirectory) -> None:
    report = verify(directory)
    assert report.findings == []
    assert report.nodes > 40 and report.quotes > 40 and report.files == 4


def test_a_changed_file_is_found_by_its_hash(directory: GraphDirectory) -> None:
    path = directory.generation / "edges.parquet"
    path.write_bytes(path.read_bytes()[:-1] + b"2")
    assert [(f.check, f.subject) for f in verify(directory).findings] == [("file", "edges.parquet")]
    path.unlink()
    assert [f.message for f in verify(directory).findings] == ["is missing"]


def resealed(directory: GraphDirectory) -> GraphDirectory:
    """The directory with the hashes of its manifest made to fit, as a forger would."""
    files = {name: file_sha256(directory.generation / name) for name in directory.manifest.files}
    return GraphDirectory(rewrite_manifest(directory, {"files": files}))


def test_a_forged_quote_is_found_in_the_text(directory: GraphDirectory) -> None:
    edges = list(directory.relationships())
    at = next(i for i, e in enumerate(edges) if e.type == "ADOPTED")
    edges[at] = replace(edges[at], properties={**edges[at].properties, "quote": "全面完成"})
    write_relationships(directory.generation / "edges.parquet", edges)
    findings = verify(resealed(directory)).findings
    assert [(f.check, f.subject) for f in findings] == [("quote", edges[at].key)]
    assert "where it quotes '全面完成'" in findings[0].message


def test_a_forged_text_is_found_by_its_hash(directory: GraphDirectory) -> None:
    (part,) = directory.part_paths()
    documents = [
        SourceDocument(d.input, d.record, d.text.replace("2018年1月10日", "2018年2月10日"))
        for d in directory.documents()
    ]
    write_part(part, documents)
    checks = {f.check for f in verify(resealed(directory)).findings}
    assert checks == {"text", "source"}


def test_a_forged_node_is_found_by_the_hash_of_the_graph(directory: GraphDirectory) -> None:
    nodes = [
        replace(n, properties={**n.properties, "name": "射洪"}) if n.key == "region/510922/射洪县" else n
        for n in directory.nodes()
    ]
    write_nodes(directory.generation / "nodes.parquet", nodes)
    assert [f.check for f in verify(resealed(directory)).findings] == ["hash"]


def test_sources_that_changed_or_went_are_named(directory: GraphDirectory, tmp_path: Path) -> None:
    (tmp_path / "sources" / "2017").mkdir(parents=True)
    (tmp_path / "sources" / "2017" / "射洪.txt").write_text("改过", encoding="utf-8")
    findings = verify(directory, [tmp_path / "sources"]).findings
    assert [(f.check, f.subject) for f in findings] == [("input", i.file) for i in directory.manifest.inputs]
    assert sorted({f.message for f in findings}) == [
        "changed since the graph was built",
        "is not under the given folders",
    ]


@pytest.mark.parametrize(
    ("change", "check", "says"),
    [
        (lambda n: replace(n, label="Place"), "schema", "Place is not in the schema"),
        (lambda n: replace(n, key="region/51/x", properties={**n.properties, "key": "region/51/x"}), "key", "no key"),
        (lambda n: replace(n, properties={**n.properties, "mayor": "x"}), "schema", "mayor"),
        (lambda n: replace(n, properties={**n.properties, "valid": "1983-"}), "schema", "no strings"),
        (lambda n: replace(n, properties={**n.properties, "name": ""}), "schema", "has no name"),
        (lambda n: replace(n, properties={k: v for k, v in n.properties.items() if k != "code"}), "schema", "missing"),
    ],
)
def test_nodes_against_the_schema(
    directory: GraphDirectory, change: Callable[[Node], Node], check: str, says: str
) -> None:
    node = next(n for n in directory.nodes() if n.label == "Region")
    (finding,) = check_nodes([change(node)], schema(), 2030)
    assert finding.check == check and (says in finding.message or says == "no key")


def test_years_outside_are_found(directory: GraphDirectory) -> None:
    document = next(n for n in directory.nodes() if n.label == "Document")
    for wrong in ({"year": 1918}, {"year": 2999}, {"date": "2031-01-01"}):
        changed = replace(document, properties={**document.properties, **wrong})
        assert [f.check for f in check_nodes([changed], schema(), 2030)] == ["year"]


@pytest.mark.parametrize(
    ("change", "checks"),
    [
        (lambda e: replace(e, type="LIKES"), {"schema"}),
        (lambda e: replace(e, end="year/2017"), {"ends", "key"}),
        (lambda e: replace(e, end="region/000000/无"), {"ends", "key"}),
        (lambda e: replace(e, properties={**e.properties, "rule": "other"}), {"key"}),
        (lambda e: replace(e, properties={k: v for k, v in e.properties.items() if k != "status"}), {"schema"}),
        (lambda e: replace(e, properties={**e.properties, "year": 1900}), {"year"}),
    ],
)
def test_relationships_against_the_schema(
    directory: GraphDirectory, change: Callable[[Relationship], Relationship], checks: set[str]
) -> None:
    edge = next(e for e in directory.relationships() if e.type == "ADOPTED")
    labels = {n.key: n.label for n in directory.nodes()}
    assert {f.check for f in check_relationships([change(edge)], labels, schema(), 2030)} == checks


def test_a_region_out_of_its_years_needs_a_note() -> None:
    region = Node("region/510981/射洪市", "Region", {"key": "region/510981/射洪市", "valid": ["2019-"]})
    edge = Relationship("k", "ADOPTED", region.key, "initiative/一网通办", {"year": 2012, "source": "document/0"})

    def checked(edge: Relationship, *conflicts: Conflict) -> list[str]:
        years = RegionYears(conflicts)
        years.add([region])
        return [finding.check for finding in years.check([edge])]

    assert checked(edge) == ["region"]
    assert checked(edge, Conflict("region.validity", region.key, ("2012",), ())) == []
    assert checked(replace(edge, properties={**edge.properties, "year": 2018})) == []


def test_keys_that_are_there_twice_or_out_of_order_are_found(directory: GraphDirectory) -> None:
    nodes, edges = list(directory.nodes()), list(directory.relationships())
    write_nodes(directory.generation / "nodes.parquet", [*nodes, nodes[-1]])
    write_relationships(directory.generation / "edges.parquet", [edges[1], edges[0], *edges[2:]])
    assert [(f.check, f.subject, f.message) for f in verify(resealed(directory)).findings] == sorted([
        ("key", nodes[-1].key, "2 nodes have this key"),
        ("key", edges[0].key, f"comes after {edges[1].key}, out of the order of keys"),
    ])  # fmt: skip


def test_no_graph_is_put_together_to_be_checked(directory: GraphDirectory) -> None:
    assert verify(directory).findings == []
    assert "graph" not in directory.__dict__
