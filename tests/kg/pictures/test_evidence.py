"""The sentences of the page: each once, with the form found in it, its document and its place."""

from __future__ import annotations

from types import SimpleNamespace

from cypher.elements import Node
from kg.pictures.evidence import Evidence, forms_at
from tests.kg.pictures.hand import row, statement


def test_the_form_found_is_marked_also_between_quotation_marks_and_more_than_once() -> None:
    text = "深化“放管服”改革，全市放管服改革走在前列"
    assert [text[start:end] for start, end in forms_at(text, "放管服改革", 2018)] == ["放管服”改革", "放管服改革"]


def test_a_form_means_the_reform_only_in_its_years() -> None:
    assert forms_at("大力推进简政放权", "放管服改革", 2012) == []
    assert forms_at("大力推进简政放权", "放管服改革", 2015) == [[4, 8]]


def test_a_local_reform_is_found_by_its_name() -> None:
    assert forms_at("推进“清易办”服务，清易办上线", "清易办", None) == [[3, 6], [10, 13]]
    assert forms_at("上述改革", "清易办", None) == []


def test_a_sentence_has_its_document_its_place_and_its_part() -> None:
    region = "region/510903/船山区"
    said = statement(region, "pilot", 2017, told=2018, quote="试行“网格化综合服务”。")
    document = Node(said.source, "Document", {"title": "船山区2018年报告", "year": 2018})
    facts = SimpleNamespace(documents={said.source: document}, name="社会治理")
    found = Evidence(facts, [said], {region: 4})  # type: ignore[arg-type]
    assert found.documents == [{"key": said.source, "name": "船山区2018年报告", "year": 2018}]
    assert found.sentences == [{
        "year": 2017, "stage": "pilot", "quote": "试行“网格化综合服务”。", "marks": [[3, 10]], "form": "网格化综合服务", "part": "网格化综合服务",
        "document": 0, "start": 12, "rule": "adoption.test", "confidence": 0.9, "told": 2018, "region": 4,
    }]  # fmt: skip
    assert found.place(said) == 0
    assert found.place(None) is None


def test_an_unknown_document_goes_by_its_key() -> None:
    of = row("1", "甲县", ("pilot", 2017))
    facts = SimpleNamespace(documents={}, name="x")
    assert Evidence(facts, of.statements, {}).documents == [{"key": "document/region/1/甲县/2017", "name": "document/region/1/甲县/2017"}]  # type: ignore[arg-type]
