"""The GEXF opened by Gephi's toolkit, where there is Maven to fetch it, and Java."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kg.exports import FORMATS
from kg.model import KnowledgeGraph

pytestmark = pytest.mark.slow
PROGRAM = Path(__file__).with_name("gephi")
PATIENCE = 240  # seconds for which a first download is waited for


@pytest.fixture(scope="module")
def toolkit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the toolkit's jars."""
    if not (shutil.which("mvn") and shutil.which("javac")):
        pytest.skip("there is no Maven, or no Java to compile with")
    folder = tmp_path_factory.mktemp("gephi")
    command = ["mvn", "-q", "-B", "-f", PROGRAM / "pom.xml", "dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip("Gephi's toolkit does not come within four minutes")
    if done.returncode:
        pytest.skip(f"Gephi's toolkit cannot be had: {done.stdout.strip()[:200]}")
    return folder


def test_gephi_opens_the_gexf(graph: KnowledgeGraph, toolkit: Path, tmp_path: Path) -> None:
    (path,) = FORMATS["gexf"].write(graph, tmp_path / "g.gexf")
    command = ["java", "-Djava.awt.headless=true", f"-Duser.home={tmp_path}", "-cp", f"{toolkit}{os.sep}*", PROGRAM / "Opened.java", path]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False)
    names = {node.key: str(node.properties.get("name", node.key)) for node in graph.nodes()}
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert {line[1]: line[2] for line in lines if line[0] == "node"} == names, done.stderr
    edges = {line[1]: line[2:] for line in lines if line[0] == "edge"}
    assert {key: tuple(ends[:3]) for key, ends in edges.items()} == {
        edge.key: (edge.start, edge.type, edge.end) for edge in graph.relationships()
    }
    adopted = {edge.key: str(edge.properties["year"]) for edge in graph.relationships("ADOPTED")}
    assert {key: edges[key][3] for key in adopted} == adopted != {}
    assert [line for line in lines if line[0] == "issue"] == []
