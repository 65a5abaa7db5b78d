"""Documents that tell no region or no year: said for each, and given to none."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.build.build import build_graph
from kg.build.extract import extract_files
from kg.build.files import find_files
from kg.build.untold import missing, sentences
from kg.cli import main

NOWHERE = "关于推行证照联办的情况\n全面推行“一网通办”，完善窗口服务，方便群众办事，各窗口一次告知所需材料。\n"


def test_what_is_missing() -> None:
    assert missing("510900", 2020) == ()
    assert missing(None, 2020) == ("region",)
    assert missing(None, None) == ("region", "year")


def test_a_sentence_for_each_file_and_one_that_counts() -> None:
    untold = [("a.txt", ("region", "year")), ("p.csv#1", ("year",)), ("p.csv#2", ("region", "year"))]
    assert list(sentences(untold, 9)) == [
        "a.txt: it tells no region and no year; what it states is given to none",
        "p.csv: rows that tell no region: 1, no year: 2; what they state is given to none",
        "3 of 9 documents tell no region or no year",
    ]
    assert list(sentences([], 9)) == []


def test_build_and_extract_say_which_and_give_it_to_none(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(NOWHERE, encoding="utf-8")
    (tmp_path / "in" / "遂宁市_2021.txt").write_text(NOWHERE.replace("关于", "有关"), encoding="utf-8")
    report = build_graph(tmp_path / "in", tmp_path / "graph", workers=1)
    assert report.untold == [("a.txt", ("region", "year"))]
    assert report.directory is not None
    assert report.directory.manifest.counts["relationships"]["ADOPTED"] == 2  # 遂宁市 alone: 一网通办, 证照联办
    found = {e.file: e.lines[0].untold for e in extract_files(find_files([tmp_path / "in"], None).files, 1)}
    assert found == {"a.txt": ("region", "year"), "遂宁市_2021.txt": ()}


@pytest.mark.parametrize(("year", "told"), [(2026, False), (2027, True), (2028, True)])
def test_a_year_after_the_table_of_regions_is_told(tmp_path: Path, year: int, told: bool) -> None:
    (tmp_path / "a.txt").write_text(f"遂宁市{year}年工作要点\n\n{year}年，全面推行容缺受理。\n", encoding="utf-8")
    says = "1 document speaks of years after 2026, where the table of regions ends: names may have changed since"
    runner = CliRunner()
    assert (says in runner.invoke(main, ["extract", str(tmp_path)]).stderr) is told
    built = runner.invoke(main, ["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "graph")])
    assert (says in built.stderr) is told
