"""Local initiatives from the file to the graph: they belong under a known one, by a statement of their own."""

from __future__ import annotations

import itertools

import networkx
import pytest

from extractors.pipeline import Extractor
from kg.assemble.assemble import Assembled, assemble
from kg.corrections.load import load_corrections
from kg.disk.parts import SourceDocument
from kg.keys import initiative_key
from kg.measured.rules import rule_confidence
from kg.model import KnowledgeGraph
from ontology.rules import Rule

EXTRACTOR = Extractor()
BRAND = "2021年，我市打造“遂心快办”政务服务品牌，窗口办件时间缩短两成。\n"
LATER = "2024年，我市上线“遂心快办”平台，推出“养犬登记一件事”服务。\n"
EARLIER = "2022年，我市推出“养犬登记一件事”服务，办结三百件。\n"


def read(file: str, text: str) -> SourceDocument:
    return SourceDocument(file, *EXTRACTOR.record_and_text(text.encode(), file))


DOCUMENTS = [read("遂宁市_2021.txt", BRAND), read("遂宁市_2024.txt", LATER), read("遂宁市_2022.txt", EARLIER)]


def built(*documents: SourceDocument, corrections: str = "") -> Assembled:
    return assemble(lambda: documents, "test", corrections=load_corrections(corrections.encode(), "c.yaml"))


def parents(graph: KnowledgeGraph, name: str) -> set[tuple[str, str]]:
    return {
        (edge.end.removeprefix("initiative/"), edge.properties["rule"])
        for edge in graph.relationships("PART_OF")
        if edge.start == initiative_key(name)
    }


def test_a_local_initiative_belongs_under_the_known_one_with_its_sentence() -> None:
    graph = built(DOCUMENTS[0]).graph
    (edge,) = (edge for edge in graph.relationships("PART_OF") if edge.start == "initiative/遂心快办")
    assert edge.end == "initiative/放管服改革"
    assert edge.properties["rule"] == Rule.PARENT_WORD
    assert edge.properties["quote"] == BRAND.strip() and edge.properties["source"] == next(graph.nodes("Document")).key
    assert edge.properties["confidence"] == rule_confidence()[Rule.PARENT_WORD]
    above = graph.node("initiative/放管服改革")
    assert above and above.properties["en"] and above.properties["discovered"] is False


def test_each_document_places_it_by_its_own_year() -> None:
    graph = built(*DOCUMENTS).graph
    assert parents(graph, "养犬登记一件事") == {
        ("高效办成一件事", Rule.PARENT_FORM),
        ("一件事一次办", Rule.PARENT_FORM),
    }


def test_a_known_initiative_has_only_the_place_that_the_ontology_gives_it() -> None:
    graph = built(*DOCUMENTS).graph
    assert parents(graph, "高效办成一件事") == {("放管服改革", Rule.ONTOLOGY_INITIATIVE_PARENT)}


@pytest.mark.parametrize(
    ("parent", "expected"),
    [("优化营商环境", {("优化营商环境", Rule.CORRECTION_PARENT)}), ("null", set())],
)
def test_the_analyst_has_the_last_word(parent: str, expected: set[tuple[str, str]]) -> None:
    found = built(*DOCUMENTS, corrections=f"parents:\n- {{initiative: 遂心快办, parent: {parent}}}\n")
    assert parents(found.graph, "遂心快办") == expected
    assert found.corrected[0].applied


def test_a_local_one_that_is_the_same_as_a_known_one_is_not_placed() -> None:
    same = "same:\n- keys: [initiative/一网通办, initiative/遂心快办]\n"
    assert parents(built(DOCUMENTS[0], corrections=same).graph, "一网通办") == {
        ("数字政府", Rule.ONTOLOGY_INITIATIVE_PARENT)
    }


def test_the_order_of_the_documents_does_not_matter() -> None:
    hashes = {built(*order).graph.content_hash() for order in itertools.permutations(DOCUMENTS)}
    assert len(hashes) == 1


def test_nothing_comes_to_belong_to_itself() -> None:
    chain = "parents:\n- {initiative: 遂心快办, parent: 养犬登记一件事}\n"
    for corrections in ("", chain):
        graph = built(*DOCUMENTS, corrections=corrections).graph
        above = [(e.start, e.end) for e in graph.relationships("PART_OF") if e.start.startswith("initiative/")]
        assert above and networkx.is_directed_acyclic_graph(networkx.DiGraph(above))
