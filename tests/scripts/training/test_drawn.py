"""Judged candidates of whole documents: found beside the annotated ones, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from scripts.support.annotated import AnnotatedText
from scripts.support.training.drawn import PART, drawn_texts
from scripts.support.training.figures import FIGURES, cases
from tests.extractors.support import analysed, written

TABLE = "file,start,right\nwork/b.txt,7,no\nwork/a.txt,4,yes\nwork/a.txt,9,no\n"


def test_the_documents_of_a_table_lie_beside_those_of_the_corpus(tmp_path: Path) -> None:
    table = tmp_path / "drawn.csv"
    table.write_text(TABLE, encoding="utf-8")
    seed = AnnotatedText("seeds", tmp_path / "corpus" / "seeds" / "s.txt", {})
    found = drawn_texts(table, [seed])
    assert [(text.part, text.file, text.gold) for text in found] == [
        (PART, tmp_path / "corpus" / "work" / "a.txt", {PART: {4: True, 9: False}}),
        (PART, tmp_path / "corpus" / "work" / "b.txt", {PART: {7: False}}),
    ]
    assert drawn_texts(None, [seed]) == drawn_texts(table, []) == []


def test_only_what_was_judged_is_a_case() -> None:
    text = "办件12件，投资34亿元，窗口56个。"
    analysis = written(analysed(text), "initiatives")
    judged = {text.index("12"): True, text.index("34"): False}
    assert [case.so for case in cases(analysis, {PART: judged})] == [True, False]
    assert [*cases(analysis, {})] == []
    told = {"measurements": [{"value": 56, "unit": "个", "evidence": "窗口56个"}]}
    assert [case.so for case in cases(analysis, told)] == [False, False, True]


def test_the_table_of_figures_is_well_formed() -> None:
    assert FIGURES.drawn is not None
    rows = FIGURES.drawn.read_text("utf-8").splitlines()
    assert rows[0] == "file,start,right" and rows[1:] == sorted(
        rows[1:], key=lambda row: (row.split(",")[0], int(row.split(",")[1]))
    )
    assert {row.rsplit(",", 1)[1] for row in rows[1:]} == {"yes", "no"}
