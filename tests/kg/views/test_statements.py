"""Folding parallel relationships into links, and what a statement keeps."""

from __future__ import annotations

from kg.views.statements import Documents, fold
from tests.kg.views.tiny import HEZHOU, LINSHUI, REFORM, REPORT, link, report, tiny

PLACES = {HEZHOU: 0, LINSHUI: 1, REFORM: 2}


def _fold(*relationships, documents=None):
    return fold(list(relationships), PLACES, documents or Documents({REPORT: report()}))


def test_parallel_relationships_become_one_link_with_every_statement() -> None:
    _, relationships = tiny()
    links, outside = _fold(*reversed(relationships))
    assert [(item.start, item.end, item.kind, len(item.statements)) for item in links] == [
        (0, 2, "ADOPTED", 2),
        (1, 0, "PART_OF", 1),
        (1, 2, "ADOPTED", 1),
    ]
    assert outside == 1
    assert [statement["key"] for statement in links[0].statements] == ["a1", "a2"]


def test_the_strongest_status_and_the_first_year_stand_for_a_link() -> None:
    _, relationships = tiny()
    links, _ = _fold(*relationships)
    assert (links[0].status, links[0].first_year) == ("pilot", 2018)
    assert (links[1].status, links[1].first_year) == (None, None)


def test_a_statement_without_a_year_has_the_one_of_its_document() -> None:
    links, _ = _fold(link("x", "CARRIES_OUT", HEZHOU, REFORM, source=REPORT))
    assert links[0].statements[0]["year"] == 2019


def test_what_the_reference_list_says_has_no_document_and_no_year() -> None:
    documents = Documents({REPORT: report()})
    links, _ = _fold(link("x", "PART_OF", LINSHUI, HEZHOU, source="ontology"), documents=documents)
    assert links[0].statements == [{"key": "x", "listed": True}]
    assert documents.listed == []


def test_a_document_is_listed_once_and_an_unknown_one_by_its_key() -> None:
    documents = Documents({REPORT: report()})
    _fold(
        link("x", "ADOPTED", HEZHOU, REFORM, source=REPORT),
        link("y", "ADOPTED", LINSHUI, REFORM, source=REPORT),
        link("z", "ADOPTED", LINSHUI, REFORM, source="document/unknown"),
        documents=documents,
    )
    assert [document["name"] for document in documents.listed] == [report().properties["name"], "document/unknown"]


def test_keys_of_other_nodes_become_those_nodes_and_the_rest_is_kept() -> None:
    links, _ = _fold(
        link("x", "ADOPTED", HEZHOU, REFORM, source=REPORT, agency=LINSHUI, policy="policy/甲1号", mentions=3)
    )
    statement = links[0].statements[0]
    assert statement["nodes"] == {"agency": LINSHUI}
    assert statement["more"] == {"mentions": 3, "policy": "policy/甲1号"}


def test_an_adoption_without_a_year_does_not_borrow_that_of_its_document() -> None:
    links, _ = _fold(link("x", "ADOPTED", HEZHOU, REFORM, source=REPORT))
    assert "year" not in links[0].statements[0]
