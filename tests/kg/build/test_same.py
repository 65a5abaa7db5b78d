"""One report in several files: built, told, built on, and kept apart from what is only nearly it."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from kg.build.build import build_graph
from kg.build.same import Same, same_sentences
from kg.cli import main
from kg.disk import GraphDirectory
from kg.stores.open import open_graph
from kg.terms.cutting import cut_graph
from tests.kg.assemble.test_wording import BODY, PLAIN, TITLE
from tests.kg.folders import contents

SIBLING = PLAIN.replace("射洪市", "船山区").replace("全市", "全区")
"""A sibling's report that copies all but its own name."""
SPACED = PLAIN.replace("\n", "\n\n　　")
"""As somebody pasted it from a page."""
EARLIER = PLAIN.replace("2021", "2020").replace("2022年", "2021年")
"""The same words on the year before."""


def word(path: Path) -> None:
    written = docx.Document()
    for line in [TITLE, *BODY, "射洪市人民政府", "2022年1月18日"]:
        written.add_paragraph(line)
    written.save(str(path))


def page(path: Path) -> None:
    paragraphs = "".join(f"<p>　　{line}</p>\n" for line in BODY)
    path.write_text(
        f"<html><head><title>{TITLE}_射洪市人民政府</title></head><body><div class='nav'><a href='/'>首页</a> &gt; "
        f"<a href='/zwgk'>政务公开</a></div><h1>{TITLE}</h1><div>发布时间：2022-02-03　浏览次数：312</div>"
        f"<div class='TRS_Editor'>{paragraphs}<p>射洪市人民政府</p><p>2022年1月18日</p></div>"
        "<div class='footer'>主办：射洪市人民政府办公室　蜀ICP备12345678号</div></body></html>",
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("reports")
    (root / "射洪.txt").write_text(SPACED, encoding="utf-8")
    (root / "又一份.txt").write_text(SPACED, encoding="utf-8")
    word(root / "射洪.docx")
    page(root / "射洪.html")
    (root / "船山.txt").write_text(SIBLING, encoding="utf-8")
    (root / "射洪2020.txt").write_text(EARLIER, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def built(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph = tmp_path_factory.mktemp("built") / "graph"
    report = build_graph(reports, graph, workers=1)
    assert [(one.file, one.counted, one.equal) for one in report.same if "船山" in one.file or "2020" in one.file] == []
    assert len(report.same) == 3 and sum(one.equal for one in report.same) == 1
    return graph


def test_a_report_as_text_word_and_page_is_one_document_and_its_neighbours_are_others(built: Path) -> None:
    with open_graph(built) as graph:
        rows = graph.query("MATCH (d:Document) RETURN d.paths AS paths, size(d.copies) AS copies ORDER BY size(d.paths)")
    (first, second, whole) = [row["paths"] for row in rows.records()]
    assert sorted(first + second) == ["射洪2020.txt", "船山.txt"]
    assert whole == ["又一份.txt", "射洪.docx", "射洪.html", "射洪.txt"]
    assert rows.records()[-1]["copies"] == 2


def test_its_adoptions_count_once_and_its_terms_too(built: Path) -> None:
    with open_graph(built) as graph:
        found = graph.query(
            "MATCH (:Region {name: '射洪市'})-[a:ADOPTED {year: 2021}]->(:Initiative {name: '一网通办'}) "
            "RETURN count(DISTINCT a.source) AS sources"
        )
    assert found.records() == [{"sources": 1}]
    assert len({document.text for document in cut_graph(GraphDirectory(built), workers=1)}) == 3


def test_built_bit_by_bit_it_is_the_same_to_the_byte(reports: Path, built: Path, tmp_path: Path) -> None:
    some = tmp_path / "some"
    some.mkdir()
    for names in (["射洪.html", "船山.txt"], ["射洪.txt", "射洪2020.txt"], ["射洪.docx", "又一份.txt"]):
        for name in names:
            shutil.copy(reports / name, some / name)
        build_graph(some, tmp_path / "graph", workers=1)
    current = GraphDirectory(built).generation.name  # beside it lies what queries made of it
    assert contents(tmp_path / "graph" / current) == contents(built / current)
    (some / "射洪.html").unlink()  # it stood for the others, or did not: they are counted as if it had never been
    build_graph(some, tmp_path / "graph", workers=1)
    build_graph(some, tmp_path / "afresh", workers=1)
    assert contents(tmp_path / "graph") == contents(tmp_path / "afresh")


def test_the_command_tells_which_file_is_which_and_keeps_them_apart_when_asked(reports: Path, tmp_path: Path) -> None:
    command = ["build", str(reports), "-o", str(tmp_path / "graph"), "--workers", "1"]
    told = CliRunner().invoke(main, command, standalone_mode=False).output
    assert "3 files are another one again (2 in other blanks, marks or page furniture; --keep-duplicates counts them)" in told
    assert "又一份.txt" in told and "3 documents" in told
    told = CliRunner().invoke(main, [*command, "--keep-duplicates"], standalone_mode=False).output
    assert "1 file is another one again" in told and "5 documents" in told
    with open_graph(tmp_path / "graph") as graph:
        assert len(list(graph.known_by(2030).nodes("Document"))) == 5  # a year keeps the choice


def test_of_many_files_the_first_are_told_and_all_are_counted() -> None:
    told = list(same_sentences([Same(f"{n:03}.txt", "a.txt", equal=True) for n in range(30)]))
    assert len(told) == 21 and told[-1] == "30 files are another one again"
    assert told[0] == "000.txt: has the text of a.txt, and counts with it"
    assert list(same_sentences([])) == []
