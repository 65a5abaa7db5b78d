"""What a graph holds, as `info` tells it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.build.budget import Limits
from kg.build.build import build_graph
from kg.corrections.load import load_corrections
from kg.disk import GraphDirectory
from kg.disk.atomic import file_sha256
from kg.errors import SelectionError
from kg.info.info import Info
from kg.model import KnowledgeGraph
from kg.stores.embedded import EmbeddedStore
from tests.kg.folders import make_reports, rewrite_manifest
from tests.test_cli import run


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of the reports."""
    root = tmp_path_factory.mktemp("info")
    build_graph([make_reports(root / "reports")], root / "graph", workers=1)
    return root / "graph"


def told(graph: Path) -> Info:
    with EmbeddedStore.open(graph) as store:
        return store.info()


def test_the_tables_count_what_is_there(built: Path) -> None:
    info, directory = told(built), GraphDirectory(built)
    counts = directory.manifest.counts
    (files,) = info["files"].records()
    assert files == {"files": 7, "documents": 5, "unreadable": 1, "quarantined": 0, "left_out": 0, "same_source": 1}
    assert dict(info["nodes"].rows) == counts["nodes"] and dict(info["relationships"].rows) == counts["relationships"]
    assert sum(documents for _, documents, *_ in info["kinds"].rows) == 5
    assert info["not_read"].rows == (("空.txt", "it is empty"),) and info["quarantine"].rows == ()
    (about,) = info["about"].records()
    assert about["generation"] == directory.generation.name and about["extractor"] == directory.manifest.extractor


def test_regions_years_and_initiatives_are_those_of_the_documents(built: Path) -> None:
    info = told(built)
    levels = {row["level"]: row for row in info["levels"].records()}
    assert levels["county"]["regions_covered"] >= 1
    assert all(row["region_years_observed"] <= row["region_years"] for row in levels.values())
    for row in info["years"].records():
        assert row["observing"] <= row["documents"] and row["regions"] <= row["documents"]
    counts = [row["regions"] for row in info["initiatives"].records()]
    assert counts == sorted(counts, reverse=True) and counts[0] > 0


def test_a_graph_in_memory_says_what_it_can() -> None:
    info = EmbeddedStore(KnowledgeGraph()).info()
    assert info["files"].rows == () and info["kinds"].rows == ()
    with pytest.raises(SelectionError, match="has no table other"):
        info["other"]


def test_bad_corrections_are_told_and_the_graph_is_asked_on(tmp_path: Path) -> None:
    reports = make_reports(tmp_path / "reports")
    kept = load_corrections("parents: [{initiative: 遂心快办, parent: 一网通办}]".encode(), "c.yaml")
    build_graph([reports], tmp_path / "graph", workers=1, corrections=kept)
    directory = GraphDirectory(tmp_path / "graph")
    path = directory.generation / "corrections.yaml"
    path.write_text("parents: [{initiative: 遂心快办, parents: 一网通办}]", encoding="utf-8")
    manifest = json.loads((directory.generation / "manifest.json").read_bytes())
    rewrite_manifest(directory, manifest | {"files": manifest["files"] | {"corrections.yaml": file_sha256(path)}})
    with EmbeddedStore.open(tmp_path / "graph") as graph:
        assert graph.query("MATCH (d:Document) RETURN count(d) AS n").records() == [{"n": 5}]
    says = "there is no field parents; the fields are"
    assert says in run("info", tmp_path / "graph").stdout
    found = run("verify", tmp_path / "graph")
    assert found.exit_code == 1 and "corrections" in found.stdout and says in found.stdout


@pytest.mark.slow
def test_the_command_tells_of_the_quarantine(tmp_path: Path) -> None:
    reports = make_reports(tmp_path / "reports")
    (reports / "长.txt").write_text("射洪市2021年工作总结\n" + "我市推行“一网通办”改革，成效明显。\n" * 20_000, encoding="utf-8")
    build_graph([reports], tmp_path / "graph", workers=1, limits=Limits(seconds=1))
    rows = run("info", tmp_path / "graph", "--table", "quarantine", "--format", "csv").stdout.splitlines()
    assert rows == ["file,reason", "长.txt,it took longer than 1 s of the processor"]
    report = run("--lang", "zh", "info", tmp_path / "graph").stdout
    assert "隔离" in report and "长.txt" in report
    assert json.loads(run("info", tmp_path / "graph", "--format", "json").stdout)["tables"]["files"][0]["quarantined"] == 1
