"""What stands behind a node or relationship."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import build_graph, open_graph
from kg.disk import GraphDirectory
from kg.errors import GraphError
from kg.model import KnowledgeGraph
from kg.stores.embedded import EmbeddedStore
from kg.why import COLUMNS, explain
from ontology.rule_book import rule_book
from ontology.rules import Rule
from tests.kg.records import CENTRALISED, TITLE


def test_a_region_shows_its_statements_with_document_place_rule_and_sentence(graph: KnowledgeGraph) -> None:
    found = explain(EmbeddedStore(graph), "region/510922/射洪县")
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in found.rows]
    (pilot,) = [r for r in rows if r["type"] == "ADOPTED" and r["to"] == CENTRALISED]
    assert pilot["document"] == "射洪县人民政府关于2017年法治政府建设情况的报告" and pilot["date"] == "2018-01-23"
    assert pilot["rule"] == "adoptions.test" and "试点" in pilot["quote"]
    assert "the name held in 1985-2018" in found.steps
    assert {r["document"] for r in rows if r["type"] == "SUCCEEDED_BY"} == {"ontology"}


def test_a_policy_is_explained_under_any_of_its_keys(graph: KnowledgeGraph) -> None:
    by_title = explain(EmbeddedStore(graph), f"policy//{TITLE}")
    by_number = explain(EmbeddedStore(graph), "policy/川办发〔2016〕76号")
    assert by_title.rows == by_number.rows
    assert f"policy//{TITLE} is another key of it" in by_title.steps
    assert f"also cited as policy//{TITLE}" in by_number.steps


def test_a_relationship_is_one_row(graph: KnowledgeGraph) -> None:
    edge = next(graph.relationships("ADOPTED"))
    found = explain(EmbeddedStore(graph), edge.key)
    assert len(found.rows) == 1 and found.rows[0][0] == "ADOPTED"


def test_conflicts_stand_beside(directory: GraphDirectory) -> None:
    assert explain(EmbeddedStore(directory=directory), "region/510922/射洪县").rows


def test_an_unknown_key_is_refused(graph: KnowledgeGraph) -> None:
    with pytest.raises(GraphError, match="nothing in this graph has the key or name region/1/x"):
        explain(EmbeddedStore(graph), "region/1/x")


def test_the_words_that_were_read_as_it_stand_with_their_rule(directory: GraphDirectory) -> None:
    store = EmbeddedStore(directory=directory)
    assert "read from 射洪县 by regions.test, 4 times" in explain(store, "region/510922/射洪县").steps
    steps = explain(store, "policy/川办发〔2016〕76号").steps
    assert "read from 川办发〔2016〕76号 by policies.test, 2 times" in steps
    assert f"read from 《{TITLE}》 by policies.test, 1 times" in steps
    assert not any(step.startswith("read from") for step in explain(store, "year/2017").steps)


def test_a_name_that_one_node_has_will_do(graph: KnowledgeGraph) -> None:
    store = EmbeddedStore(graph)
    assert explain(store, "船山区").rows == explain(store, "region/510903/船山区").rows
    with pytest.raises(GraphError, match="射洪县 is the name of region/510922/射洪县, region/512836/射洪县; give one"):
        explain(store, "射洪县")


def test_the_rules_of_the_rows_are_explained_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "遂宁市_2018.txt").write_text("开展告知承诺制试点。", encoding="utf-8")
    build_graph([tmp_path / "遂宁市_2018.txt"], tmp_path / "graph", workers=1)
    pilot = rule_book()[Rule.ADOPTION_PILOT]
    with open_graph(tmp_path / "graph") as store:
        english, chinese = (explain(store, "遂宁市", lang).rules for lang in ("en", "zh"))
    at = english.index(f"adoption.pilot: {pilot.about}")
    assert english[at + 1] == f"  as in {pilot.must} and not in {pilot.must_not}"
    at = chinese.index(f"adoption.pilot：{pilot.zh}")
    assert chinese[at + 1] == f"  例如 {pilot.must} 而不是 {pilot.must_not}"
    assert f"ontology.region.part_of: {rule_book()[Rule.ONTOLOGY_REGION_PART_OF].about}" in english


def test_a_rule_that_no_version_knows_is_not_explained(graph: KnowledgeGraph) -> None:
    assert all("adoptions.test" not in line for line in explain(EmbeddedStore(graph), "region/510922/射洪县").rules)


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("510981", "region/510981/射洪市"),
        ("四川省遂宁市船山区", "region/510903/船山区"),
        ("船山", "region/510903/船山区"),
        ("川办发[2016]76号", "policy/川办发〔2016〕76号"),
        ("一枚印章管审批", CENTRALISED),
    ],
)
def test_codes_short_names_numbers_and_forms_are_taken(graph: KnowledgeGraph, word: str, key: str) -> None:
    found = explain(EmbeddedStore(graph), word)
    assert found.rows == explain(EmbeddedStore(graph), key).rows
    assert f"{word} is another name of it" in found.steps


def test_a_word_that_means_nothing_is_refused_with_the_nearest(graph: KnowledgeGraph) -> None:
    with pytest.raises(GraphError, match="the key or name 船山县; nearest: 船山区"):
        explain(EmbeddedStore(graph), "船山县")
