"""``trace --html``: a page of the selection in the language asked for, and wrong use in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kg.disk.test_directory import publish
from tests.kg.pictures.made_up_map import PROVINCES, write_map
from tests.kg.tracing.test_trace import LICENSING
from tests.test_cli import run, sentence


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("made") / "graph"
    publish(directory)
    return directory


def test_a_page_is_written_for_the_regions_asked_for(graph: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = run("--lang", "zh", "trace", LICENSING, "--region", "遂宁市", "--html", "-o", page, "--graph", graph)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"reformkg: {page}: {LICENSING}, 2 regions\n"
    html = page.read_text(encoding="utf-8")
    assert f"<title>{LICENSING} · 遂宁市</title>" in html
    assert '<html lang="zh-CN">' in html
    assert "涪城区" not in html


def test_a_map_of_ones_own_stands_in_place_of_tiles(graph: Path, tmp_path: Path) -> None:
    page, file = tmp_path / "page.html", write_map(tmp_path / "省.json", *PROVINCES)
    done = run("trace", LICENSING, "--html", "--outlines", file, "-o", page, "--graph", graph)
    assert done.exit_code == 0, done.stderr
    assert "outlines as the file 省.json has them" in page.read_text(encoding="utf-8")


def test_a_map_that_cannot_be_drawn_is_refused_in_one_sentence(graph: Path, tmp_path: Path) -> None:
    page, file = tmp_path / "page.html", write_map(tmp_path / "省.json", *PROVINCES)
    assert sentence(run("trace", LICENSING, "--outlines", file, "--graph", graph)).startswith("--outlines goes with --html")
    of_county = run("trace", LICENSING, "--region", "射洪县", "--html", "--outlines", file, "-o", page, "--graph", graph)
    assert sentence(of_county).startswith("--outlines are for all provinces, or what is right below one --region")
    elsewhere = run("trace", LICENSING, "--region", "遂宁市", "--html", "--outlines", file, "-o", page, "--graph", graph)
    assert "has no outline of what lies right below 遂宁市" in sentence(elsewhere)
    none = run("trace", LICENSING, "--html", "--outlines", tmp_path / "none.json", "-o", page, "--graph", graph)
    assert "cannot be read" in sentence(none)
    assert not page.exists()


def test_wrong_use_is_one_sentence(graph: Path, tmp_path: Path) -> None:
    assert sentence(run("trace", LICENSING, "--html", "--graph", graph)).startswith("--html writes a page to a file: name it with -o")
    both = run("trace", LICENSING, "--html", "--panel", "-o", tmp_path / "p.html", "--graph", graph)
    assert sentence(both).startswith("--html draws the pictures; leave out the table")
    nothing = run("trace", LICENSING, "--years", "1990:1991", "--html", "-o", tmp_path / "p.html", "--graph", graph)
    assert sentence(nothing).startswith("nothing to draw")
    assert not (tmp_path / "p.html").exists()
