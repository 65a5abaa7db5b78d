"""Documents that are one source count once; those that might be another's stay apart."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from kg.assemble.assemble import Assembled, assemble
from kg.corrections.load import load_corrections
from kg.disk.parts import SourceDocument
from tests.kg.assemble.test_wording import BODY, PLAIN, TITLE
from tests.kg.records import document

PAGE = "\n".join(["首页 > 政务公开", TITLE, "浏览次数：312", *BODY, "主办：射洪市人民政府办公室"])
WIDE = PLAIN.replace("\n", "\n\n　　")
HEAD = {"region": "510981", "year": 2021}


def told(file: str, text: str, **head: Any) -> SourceDocument:
    return document(
        file,
        text,
        head=HEAD | head,
        initiatives=[{"surface": "一网通办", "name": "一网通办"}],
        adoptions=[{"evidence": "推行“一网通办”", "region": head.get("region", "510981"), "initiative": "一网通办", "year": 2021}],
    )  # fmt: skip


def together(*documents: SourceDocument, **options: Any) -> Assembled:
    found = assemble(lambda: documents, "test", **options)
    for order in permutations(documents):
        again = assemble(lambda order=order: order, "test", **options)  # type: ignore[misc]
        assert (again.graph.content_hash(), again.conflicts) == (found.graph.content_hash(), found.conflicts)
    return found


def papers(found: Assembled) -> list[tuple[list[str], list[str]]]:
    nodes = found.graph.nodes("Document")
    return sorted((node.properties["paths"], node.properties.get("copies", [])) for node in nodes)


def test_a_report_in_three_files_counts_once_and_has_the_paths_of_all() -> None:
    found = together(told("a.txt", PLAIN), told("b.docx", WIDE), told("c.html", PAGE))
    assert papers(found) == [(["a.txt", "b.docx", "c.html"], ["b.docx", "c.html"])]
    assert len(list(found.graph.relationships("ADOPTED"))) == 1


def test_who_wants_each_counted_gets_it() -> None:
    found = together(told("a.txt", PLAIN), told("b.docx", WIDE), keep_duplicates=True)
    assert papers(found) == [(["a.txt"], []), (["b.docx"], [])]
    assert len(list(found.graph.relationships("ADOPTED"))) == 2


def test_equal_texts_and_their_copies_are_one_document() -> None:
    found = together(told("a.txt", PLAIN), told("again.txt", PLAIN), told("b.docx", WIDE), told("b2.docx", WIDE))
    assert papers(found) == [(["a.txt", "again.txt", "b.docx", "b2.docx"], ["b.docx", "b2.docx"])]


@pytest.mark.parametrize("head", [{"region": "510904"}, {"year": 2020}, {"area": "射洪经济技术开发区"}])
def test_what_tells_another_region_year_or_area_is_another_source(head: dict[str, Any]) -> None:
    assert len(papers(together(told("a.txt", PLAIN), told("b.docx", WIDE, **head)))) == 2


def test_what_bears_another_number_is_another_source() -> None:
    one, other = told("a.txt", PLAIN, number="射府发〔2021〕3号"), told("b.docx", WIDE, number="射府发〔2021〕4号")
    assert len(papers(together(one, other))) == 2


def test_that_stands_which_tells_its_region_and_most_of_its_head() -> None:
    bare = told("a.txt", PLAIN, region=None)
    full = told("z.html", PAGE, issuer="射洪市人民政府", date="2022-01-18")
    found = together(bare, told("m.docx", WIDE), full)
    assert papers(found) == [(["a.txt", "m.docx", "z.html"], ["a.txt", "m.docx"])]
    (node,) = found.graph.nodes("Document")
    assert node.properties["date"] == "2022-01-18"


def test_what_may_be_the_copy_of_two_that_are_not_one_is_the_copy_of_none() -> None:
    found = together(told("a.txt", PLAIN), told("b.docx", WIDE, region="510904"), told("c.html", PAGE, region=None))
    assert [copies for _, copies in papers(found)] == [[], [], []]


def test_a_text_that_an_analyst_corrected_stands_and_is_no_copy() -> None:
    one, other = told("a.txt", PLAIN), told("b.docx", WIDE)
    entry = f"{{verdict: change, kind: document, text: {other.record.text_sha256}, change: {{title: {TITLE}}}}}"
    corrections = load_corrections(f"statements:\n- {entry}\n".encode(), "c.yaml")
    found = together(one, other, corrections=corrections)
    assert papers(found) == [(["a.txt", "b.docx"], ["a.txt"])]
    assert all(outcome.applied for outcome in found.corrected)


def test_a_form_that_everybody_fills_in_is_a_copy_of_none(monkeypatch: pytest.MonkeyPatch) -> None:
    spaced = [PLAIN.replace("\n", "\n" * n) for n in range(1, 5)]
    documents = [told(f"{n}.txt", text) for n, text in enumerate(spaced)]
    assert len(papers(together(*documents))) == 1
    monkeypatch.setattr("kg.assemble.copies.MOST", 2)
    assert len(papers(together(*documents))) == 4
    assert len(papers(together(*documents[:3]))) == 1


def test_rows_of_a_table_are_no_copies() -> None:
    rows = [told(f"policies.csv#{n}", text) for n, text in enumerate((PLAIN, WIDE), 1)]
    assert len(papers(together(*rows))) == 2


def test_reports_of_a_later_horizon_are_not_joined_to_what_was_known() -> None:
    early, late = told("a.txt", PLAIN, date="2022-01-18"), told("b.docx", WIDE, date="2023-01-05")
    assert papers(together(early, late, horizon=2022)) == [(["a.txt"], [])]
