"""The exports, read again by the programs they are for or by a parser of their format."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest

from cypher.elements import Node, Relationship
from kg.disk import GraphDirectory
from kg.disk.tables import read_nodes, read_relationships
from kg.exports import FORMATS
from kg.exports.cypher_script import literal
from kg.exports.tables import write_csv
from kg.exports.whole import exported
from kg.model import KnowledgeGraph
from kg.stores.embedded import EmbeddedStore
from kg.subgraph.selection import Selection
from ontology.schema import schema
from tests.kg.exports.hostile import HOSTILE
from tests.kg.folders import contents


def text(name: str, graph: KnowledgeGraph) -> str:
    stream = io.StringIO()
    write = FORMATS[name].write_text
    assert write is not None
    write(graph, stream)
    return stream.getvalue()


def test_graphml_is_read_by_networkx(graph: KnowledgeGraph, tmp_path: Path) -> None:
    (path,) = FORMATS["graphml"].write(graph, tmp_path / "g.graphml")
    read = nx.read_graphml(path)
    assert set(read.nodes) == {n.key for n in graph.nodes()}
    assert read.number_of_edges() == graph.relationship_count
    assert read.nodes["region/510922/射洪县"]["name"] == "射洪县"
    adopted = [d for _, _, d in read.edges(data=True) if d["type"] == "ADOPTED"]
    assert {d["year"] for d in adopted} == {2017, 2018, 2019}


def test_gexf_has_years_as_intervals(graph: KnowledgeGraph) -> None:
    root = ET.fromstring(text("gexf", graph))
    space = {"g": "http://gexf.net/1.3"}
    edges = root.findall(".//g:edge[@label='ADOPTED']", space)
    assert sorted(e.attrib["start"] for e in edges) == ["2017", "2018", "2018", "2019"]
    county = root.find(".//g:node[@id='region/510922/射洪县']/g:spells/g:spell", space)
    assert county is not None and county.attrib == {"start": "1985", "end": "2018"}
    declared = {a.attrib["id"] for a in root.findall(".//g:attributes[@class='node']/g:attribute", space)}
    used = {v.attrib["for"] for v in root.findall(".//g:node//g:attvalue", space)}
    assert used <= declared


def test_networkx_reads_the_gexf(graph: KnowledgeGraph) -> None:
    read = nx.read_gexf(io.BytesIO(text("gexf", graph).encode()))
    assert (read.number_of_nodes(), read.number_of_edges()) == (len(list(graph.nodes())), graph.relationship_count)
    adopted = {key: data for _, _, key, data in read.edges(keys=True, data=True) if data["label"] == "ADOPTED"}
    told = {edge.key: edge for edge in graph.relationships("ADOPTED")}
    assert adopted.keys() == told.keys()
    for key, data in adopted.items():
        assert (data["start"], data["quote_start"]) == (told[key].properties["year"], told[key].properties["start"])
    assert read.nodes["region/510922/射洪县"]["spells"] == [(1985, 2018)]
    ends = {end for _, data in read.nodes(data=True) for _, end in data.get("spells", ())}
    assert None not in ends and max(ends) >= 2019


def region(key: str, valid: list[str]) -> Node:
    return Node(key, "Region", {"key": key, "name": key, "valid": valid})


@pytest.mark.parametrize(
    ("nodes", "spells"),
    [
        ([region("a", ["1985-2018"]), region("b", ["2019-"])], {"a": [(1985, 2018)]}),
        ([region("a", ["1958-1960", "1981-"])], {}),
        ([region("a", []), region("b", ["2001-2001"])], {"b": [(2001, 2001)]}),
        ([], {}),
    ],
)
def test_networkx_reads_every_spell(nodes: list[Node], spells: dict[str, list[tuple[int, int]]]) -> None:
    edges = [Relationship(f"{at}" * 24, "ADOPTED", nodes[0].key, nodes[-1].key, {"key": f"{at}" * 24, **told})
             for at, told in enumerate([{}, {"year": 2020}]) if nodes]  # fmt: skip
    read = nx.read_gexf(io.BytesIO(text("gexf", KnowledgeGraph(nodes, edges)).encode()))
    assert (set(read.nodes), read.number_of_edges()) == ({node.key for node in nodes}, len(edges))
    for key, told in spells.items():
        assert read.nodes[key]["spells"] == told
    assert all(end is not None for _, data in read.nodes(data=True) for _, end in data.get("spells", ()))


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_xml_holds_hostile_text(name: str, hostile: KnowledgeGraph) -> None:
    root = ET.fromstring(text(name, hostile))
    found = "".join(root.itertext()) + "".join(v for e in root.iter() for v in e.attrib.values())
    assert HOSTILE.replace("\x0b", "") in found


@pytest.mark.parametrize("name", ["json", "jsonld"])
def test_json_holds_hostile_text(name: str, hostile: KnowledgeGraph) -> None:
    assert json.dumps(HOSTILE, ensure_ascii=False) in text(name, hostile)
    json.loads(text(name, hostile))


def test_json_gives_the_same_graph(graph: KnowledgeGraph) -> None:
    raw = json.loads(text("json", graph))
    nodes = [Node(n["key"], n["label"], n["properties"]) for n in raw["nodes"]]
    edges = [Relationship(e["key"], e["type"], e["start"], e["end"], e["properties"]) for e in raw["relationships"]]
    assert KnowledgeGraph(nodes, edges).content_hash() == graph.content_hash()


def test_csv_is_two_tables_for_a_spreadsheet(graph: KnowledgeGraph, tmp_path: Path) -> None:
    edges, nodes = FORMATS["csv"].write(graph, tmp_path / "g.csv")
    assert edges.read_bytes().startswith("\ufeff".encode()) and nodes.name == "g.nodes.csv"
    with edges.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == graph.relationship_count
    (pilot,) = [r for r in rows if r["status"] == "pilot"]
    assert (pilot["from_name"], pilot["to_name"], pilot["year"]) == ("射洪县", "相对集中行政许可权改革", "2017")
    with nodes.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(graph)


def test_csv_holds_no_formula_unless_it_is_raw(tmp_path: Path) -> None:
    graph = KnowledgeGraph([Node("policy/a", "Policy", {"key": "policy/a", "name": "=1+1", "aliases": ["@甲", "乙"]})], [])
    for raw, opening in ((False, "'"), (True, "")):
        _, nodes = write_csv(graph, tmp_path / "g.csv", raw=raw)
        (row,) = csv.DictReader(io.StringIO(nodes.read_text(encoding="utf-8-sig")))
        assert (row["name"], row["aliases"]) == (f"{opening}=1+1", f"{opening}@甲; 乙")


def test_parquet_gives_the_same_graph(graph: KnowledgeGraph, tmp_path: Path) -> None:
    nodes, edges = FORMATS["parquet"].write(graph, tmp_path / "out")
    assert KnowledgeGraph(read_nodes(nodes), read_relationships(edges)).content_hash() == graph.content_hash()


def test_neo4j_csv_has_headers_apart_and_no_line_ends(hostile: KnowledgeGraph, tmp_path: Path) -> None:
    FORMATS["neo4j-csv"].write(hostile, tmp_path / "out")
    head = (tmp_path / "out" / "node-Policy-header.csv").read_text(encoding="utf-8")
    assert head.startswith("key:ID,name:string,") and "aliases:string[]" in head and head.strip().endswith(":LABEL")
    with (tmp_path / "out" / "node-Policy.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 2 and rows[0][0] == 'policy/<a>&"' and "一\x1f二;三" in rows[0]
    assert not any("\n" in cell for row in rows for cell in row)
    command = (tmp_path / "out" / "import.txt").read_text(encoding="utf-8")
    assert "--nodes=node-Policy-header.csv,node-Policy.csv" in command


def test_neo4j_csv_keeps_rows_and_items_apart(tmp_path: Path) -> None:
    properties = {"key": "policy/a", "name": "甲\r乙\r\n丙\x1f丁", "aliases": ["一\x1f二", "三\r四"]}
    FORMATS["neo4j-csv"].write(KnowledgeGraph([Node("policy/a", "Policy", properties)], []), tmp_path)
    data = (tmp_path / "node-Policy.csv").read_bytes()
    assert data.count(b"\n") == 1 and b"\r" not in data
    (row,) = csv.reader(io.StringIO(data.decode()))
    assert "甲 乙  丙 丁" in row and "一 二\x1f三 四" in row


def test_neo4j_csv_keeps_rows_apart_whose_keys_hold_line_ends(tmp_path: Path) -> None:
    nodes = [Node(key, "Policy", {"key": key, "name": "甲"}) for key in ("policy/a\rb", "policy/c\nd")]
    edge = Relationship("0" * 24, "CITES", nodes[0].key, nodes[1].key, {"key": "0" * 24, "source": "ontology", "rule": "x"})
    FORMATS["neo4j-csv"].write(KnowledgeGraph(nodes, [edge]), tmp_path)
    assert [line.split(",")[0] for line in (tmp_path / "node-Policy.csv").read_text("utf-8").split("\n")] == [
        "policy/a b", "policy/c d", "",
    ]  # fmt: skip
    assert (tmp_path / "relationship-CITES.csv").read_text("utf-8").startswith("policy/a b,policy/c d,")


def test_cypher_literals_are_escaped() -> None:
    assert literal("a'b\\c\nd") == "'a\\'b\\\\c\\nd'"
    assert literal([1, 2.5, True, "x"]) == "[1, 2.5, true, 'x']"


def test_cypher_script_has_a_statement_a_line(graph: KnowledgeGraph) -> None:
    lines = text("cypher", graph).splitlines()
    assert all(line.endswith(";") for line in lines)
    assert sum("MERGE (n:" in line for line in lines) == len(graph)
    assert sum("MERGE (a)-[r:" in line for line in lines) == graph.relationship_count


def test_jsonld_says_where_each_statement_is_from(graph: KnowledgeGraph) -> None:
    rows = json.loads(text("jsonld", graph))["@graph"]
    statements = [r for r in rows if "rdf:Statement" in r["@type"]]
    assert len(statements) == graph.relationship_count
    sources = {r["prov:wasDerivedFrom"]["@id"] for r in statements}
    assert "urn:reformkg:ontology" in sources and any("document/" in s for s in sources)


@pytest.mark.parametrize("name", sorted(n for n, f in FORMATS.items() if f.write_text))
def test_an_export_twice_is_the_same(name: str, graph: KnowledgeGraph) -> None:
    assert text(name, graph) == text(name, KnowledgeGraph(list(graph.nodes())[::-1], list(graph.relationships())[::-1]))


@pytest.mark.parametrize("name", FORMATS)
def test_a_graph_that_is_read_as_it_is_written_is_written_alike(
    name: str, graph: KnowledgeGraph, directory: GraphDirectory, tmp_path: Path
) -> None:
    whole = [exported(store, Selection()) for store in (EmbeddedStore(graph), EmbeddedStore(directory=directory))]
    for number, each in enumerate(whole):
        (tmp_path / str(number)).mkdir()
        FORMATS[name].write(each, tmp_path / str(number) / "graph")
    first, second = (contents(tmp_path / str(number)) for number in range(2))
    assert first == second and len(first) > 0
    assert "graph" not in directory.__dict__


def test_what_is_imported_whole_is_a_graph_that_can_be_asked(directory: GraphDirectory, tmp_path: Path) -> None:
    store = EmbeddedStore(directory=directory)
    whole = exported(store, Selection(), FORMATS["neo4j-csv"].of_graph)
    paths = FORMATS["neo4j-csv"].write(whole, tmp_path / "out")
    rows = (tmp_path / "out" / "node-Graph.csv").read_text(encoding="utf-8")
    assert directory.manifest.graph in rows and rows.count("\n") == 1
    told = (tmp_path / "out" / "import.txt").read_text(encoding="utf-8")
    assert "--nodes=node-Graph-header.csv,node-Graph.csv" in told and str(tmp_path) not in told
    assert "cypher-shell -f constraints.cypher" in told
    constraints = (tmp_path / "out" / "constraints.cypher").read_text(encoding="utf-8")
    assert constraints.count("REQUIRE n.key IS UNIQUE;\n") == len(schema().labels)
    assert set(paths) == set((tmp_path / "out").iterdir())
    part = exported(store, Selection(regions=("四川省",)), FORMATS["neo4j-csv"].of_graph)
    FORMATS["neo4j-csv"].write(part, tmp_path / "part")
    assert not (tmp_path / "part" / "node-Graph.csv").exists()
