"""Hostile values through every output: shown as text, and nothing else.

``REFORMKG_HOSTILE=1500`` tries so many; by default all openings alone, a part of them.
"""

from __future__ import annotations

import csv
import io
import json
import os
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import Result
from lxml import html

from kg.disk import GraphDirectory
from kg.disk.tables import read_nodes, read_relationships
from kg.exports import FORMATS as EXPORTS
from kg.model import KnowledgeGraph
from kg.stores.open import open_graph
from tests.hostile.checks import formulas, loose_cypher, markup, obeyed
from tests.hostile.graphs import hostile_documents
from tests.hostile.values import hostile_values
from tests.kg.disk.test_directory import publish_these
from tests.test_cli import run

COUNT = int(os.environ.get("REFORMKG_HOSTILE", "45"))
VALUES = hostile_values(COUNT)
CHUNKS = [VALUES[at : at + 45] for at in range(0, COUNT, 45)]
FORMATS = ("table", "md", "csv", "json", "jsonl")
EVERYTHING = "MATCH (a)-[r]->(b) RETURN a, r, b, a.name AS name, r.quote AS quote, [a.key, b.name] AS both"


@pytest.fixture(scope="module", params=range(len(CHUNKS)))
def chunk(request: pytest.FixtureRequest) -> list[str]:
    """Some of the values."""
    return CHUNKS[request.param]


@pytest.fixture(scope="module")
def graph(chunk: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph directory of documents that say these values wherever they say anything."""
    return publish_these(tmp_path_factory.mktemp("hostile") / "g", hostile_documents(chunk)).path


def harmless(done: Result, form: str) -> str:
    """What the command printed, which is nothing that its reader would obey."""
    assert isinstance(done.exception, SystemExit | None), done.exception
    assert obeyed(done.stderr) == []
    text = done.stdout
    if form in ("table", "md"):
        assert obeyed(text) == []
    if form == "md":
        assert markup(text) == []
    if form == "csv" and text:
        assert formulas(text) == []
    if form == "json" and text:
        json.loads(text)
    if form == "jsonl":
        assert all(json.loads(line) for line in text.split("\n") if line)
    return text


@pytest.mark.parametrize("form", FORMATS)
def test_rows_of_a_query(graph: Path, form: str) -> None:
    text = harmless(run("query", EVERYTHING, "--graph", graph, "--format", form), form)
    assert len(text.split("\n")) > 60
    if form == "json":
        names = {row["name"] for row in json.loads(text)}
        assert names >= {node.properties["name"] for node in GraphDirectory(graph).nodes("Initiative")}


def test_rows_in_a_notebook(graph: Path) -> None:
    with open_graph(graph) as opened:
        table = opened.query(EVERYTHING)._repr_html_()
    found = list(html.fromstring(f"<div>{table}</div>").iter())
    assert {element.tag for element in found} == {"div", "table", "thead", "tbody", "tr", "th", "td", "p"}
    assert {name for element in found for name in element.attrib} <= {"style", "title"}
    assert obeyed(table) == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", [["profile", "遂宁市"], ["profile", "遂宁市", "绵阳市"], ["shares"], ["terms"]], ids=" ".join)
def test_tables_over_the_whole_graph(graph: Path, command: list[str], form: str) -> None:
    text = harmless(run(*command, "--graph", graph, "--format", form), form)
    assert text or form == "jsonl"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", ["coverage", "verify", "diff"])
def test_tables_on_a_graph_directory(graph: Path, command: str, form: str) -> None:
    graphs = [graph, graph] if command == "diff" else [graph]
    harmless(run(command, *graphs, "--format", form), form)


@pytest.mark.parametrize("command", ["why", "trace", "lineage"])
def test_what_is_asked_of_one_reform(graph: Path, chunk: list[str], command: str) -> None:
    keys = [node.key for node in GraphDirectory(graph).nodes("Initiative")]
    assert len(keys) > len(chunk) // 2
    for at, key in enumerate(keys):
        form, name = FORMATS[at % len(FORMATS)], key.partition("/")[2]
        done = run(command, "--graph", graph, "--format", form, "--", key if command == "why" else name)
        assert done.exit_code == 0, done.stderr
        assert harmless(done, form)


def test_what_names_nothing_is_refused_in_one_line(graph: Path, chunk: list[str]) -> None:
    for value in chunk[::3]:
        for arguments in (["why", "--graph", graph, "--", f"无{value}"], ["query", "--graph", graph, "--named", f"无{value}"]):
            done = run(*arguments)
            assert done.exit_code == 2 and done.stderr.startswith("reformkg: ")
            harmless(done, "table")


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_exports(graph: Path, name: str, tmp_path: Path) -> None:
    check_export(GraphDirectory(graph).graph, name, tmp_path / "out")


def check_export(whole: KnowledgeGraph, name: str, path: Path) -> None:
    """Export ``whole`` to ``path``; what is written holds all of it, as text and nothing else."""
    written = EXPORTS[name].write(whole, path)
    if name in ("json", "jsonld"):
        assert len(json.loads(written[0].read_bytes())) > 1
    elif name in ("graphml", "gexf"):
        assert len(list(ET.parse(written[0]).iter())) > len(whole)
    elif name == "cypher":
        script = written[0].read_text(encoding="utf-8")
        assert loose_cypher(script) == []
        assert script.count("\n") >= len(whole) + whole.relationship_count
    elif name == "csv":
        for each in written:
            assert formulas(each.read_bytes().decode("utf-8")) == []
    elif name == "parquet":
        assert KnowledgeGraph(read_nodes(written[0]), read_relationships(written[1])).content_hash() == whole.content_hash()
    else:
        assert name == "neo4j-csv"
        assert _rows_of_neo4j(path) == len(whole) + whole.relationship_count


def _rows_of_neo4j(folder: Path) -> int:
    """How many rows the files of the importer hold, each a line as wide as its header."""
    rows = 0
    for header in sorted(folder.glob("*-header.csv")):
        data = (folder / header.name.replace("-header", "")).read_bytes().decode("utf-8")
        (head,) = csv.reader(io.StringIO(header.read_text(encoding="utf-8")))
        for line in data.split("\n")[:-1]:
            (row,) = csv.reader(io.StringIO(line, newline=""))
            assert len(row) == len(head) and not any("\r" in cell for cell in row)
            rows += 1
    return rows
