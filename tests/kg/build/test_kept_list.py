"""The list of sources that a graph keeps for the next build, until another is given or it is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build.build import BuildReport, build_graph
from kg.build.kept_list import kept_list, to_bytes
from kg.build.source_list import load_sources
from kg.disk import GraphDirectory
from kg.errors import InputError
from tests.kg.build.test_source_command import run
from tests.kg.folders import contents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "r"
    made.mkdir()
    (made / "a.txt").write_text("全县推行林长制，各级设立总林长。\n", encoding="utf-8")
    (made / "list.csv").write_text("文件,地区,年份\na.txt,南部县,2020\n", encoding="utf-8")
    return made


def head(report: BuildReport) -> tuple[object, object]:
    assert report.directory
    (document,) = report.directory.documents()
    return document.record.document.region, document.record.document.year


def test_a_build_without_a_list_holds_to_the_kept_one_and_tells_it(folder: Path, tmp_path: Path) -> None:
    graph = tmp_path / "g"
    assert head(build_graph(folder, graph, workers=1, sources=folder / "list.csv")) == ("511321", 2020)
    first = contents(graph)
    again = build_graph(folder, graph, workers=1)
    assert (head(again), again.reused, again.refused) == (("511321", 2020), 1, [])  # list.csv is still no document
    assert again.listed == [f"the list of sources is list.csv kept in {graph}; --sources gives another, --no-sources none"]
    assert contents(graph) == first
    (folder / "b.txt").write_text("全县推行河长制。\n", encoding="utf-8")
    told = build_graph(folder, graph, workers=1).listed
    assert told[1:] == [f"list.csv kept in {graph}: 1 of 2 files have no line in it: b.txt"]


def test_another_list_takes_its_place_and_none_forgets_it(folder: Path, tmp_path: Path) -> None:
    graph, other = tmp_path / "g", tmp_path / "other.csv"
    other.write_text("文件,地区,年份\na.txt,西充县,2019\n", encoding="utf-8")
    build_graph(folder, graph, workers=1, sources=folder / "list.csv")
    (folder / "list.csv").unlink()
    assert head(build_graph(folder, graph, workers=1, sources=other)) == ("511325", 2019)
    done = run("build", folder, "-o", graph, "--no-sources", "--workers", 1)
    assert done.exit_code == 0 and "tells no region and no year" in done.stderr
    assert kept_list(graph) is None
    assert "the list of sources" not in run("build", folder, "-o", graph, "--workers", 1).stderr
    both = run("build", folder, "-o", graph, "--no-sources", "--sources", other)
    assert both.exit_code == 2 and "exclude each other" in both.stderr


def test_what_is_kept_says_what_was_understood_and_no_path_of_the_machine(folder: Path, tmp_path: Path) -> None:
    given = load_sources(folder / "list.csv")
    assert to_bytes(given).decode() == '{"name": "list.csv", "lines": [\n [2, "a.txt", {"region": "511321", "year": "2020"}]\n]}\n'
    build_graph(folder, tmp_path / "g", workers=1, sources=folder / "list.csv")
    kept = kept_list(tmp_path / "g")
    assert kept and kept.lines == given.lines


def test_a_damaged_list_is_told_with_the_way_out(folder: Path, tmp_path: Path) -> None:
    graph = tmp_path / "g"
    build_graph(folder, graph, workers=1, sources=folder / "list.csv")
    (GraphDirectory(graph).generation / "sources.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=r"sources.json is damaged .*--no-sources"):
        build_graph(folder, graph, workers=1)
    assert head(build_graph(folder, graph, workers=1, sources=folder / "list.csv")) == ("511321", 2020)


def test_a_folder_without_a_graph_keeps_no_list(tmp_path: Path) -> None:
    assert kept_list(tmp_path / "nowhere") is None
