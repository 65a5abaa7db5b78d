"""Claims in the graph: who learned from whom, who says to be the first, and what becomes no relationship."""

from __future__ import annotations

from typing import Any

from cypher.elements import Relationship
from extractors.record import LAYERS
from kg.assemble.assemble import assemble
from kg.corrections.stanza import stanzas
from kg.disk.parts import SourceDocument
from kg.verify.schema import check_relationships
from ontology.rules import Rule
from ontology.schema import schema
from tests.kg.records import document

TEXT = "遂宁市人民政府2021年工作报告\n学习借鉴北京容缺受理、杭州告知承诺制经验。在全省率先推行容缺受理。学习运用“千万工程”经验。\n"
LEARNT, FIRST, EXPERIENCE = "学习借鉴北京容缺受理、杭州告知承诺制经验", "在全省率先推行容缺受理", "学习运用“千万工程”经验"
SUINING, BEIJING, HANGZHOU, ZHEJIANG = "region/510900/遂宁市", "region/110000/北京市", "region/330100/杭州市", "region/330000/浙江省"


def learned(other: str, initiative: str | None, **more: Any) -> dict[str, Any]:
    rule = Rule.CLAIM_LEARNED if initiative else Rule.CLAIM_EXPERIENCE
    given = {"kind": "learned", "region": "510900", "other": other, "initiative": initiative, "year": 2021, "rule": rule}
    return given | {"evidence": LEARNT if initiative else EXPERIENCE} | more


def told(*claims: dict[str, Any], area: str | None = None) -> SourceDocument:
    return document(
        "2021/遂宁.txt",
        TEXT,
        head={"title": "遂宁市人民政府2021年工作报告", "region": "510900", "year": 2021, "area": area},
        initiatives=[{"name": "容缺受理", "surface": "容缺受理"}, {"name": "告知承诺制", "surface": "告知承诺制"}],
        claims=claims,
    )


def edges(kind: str, *documents: SourceDocument, horizon: int | None = None) -> list[Relationship]:
    graph = assemble(lambda: documents, "test", horizon).graph
    labels = {node.key: node.label for node in graph.nodes()}
    assert list(check_relationships(graph.relationships(), labels, schema(), 2030)) == []
    return sorted(graph.relationships(kind), key=lambda edge: edge.end)


def test_who_learned_what_from_whom() -> None:
    both = told(learned("110000", "容缺受理", planned=True), learned("330100", "告知承诺制"))
    found = edges("LEARNED_FROM", both)
    assert [(e.start, e.end) for e in found] == [(SUINING, BEIJING), (SUINING, HANGZHOU)]
    of = ("initiative", "year", "planned", "inferred", "rule", "quote")
    assert [[e.properties.get(name) for name in of] for e in found] == [
        ["initiative/容缺受理", 2021, True, None, "claim.learned", LEARNT],
        ["initiative/告知承诺制", 2021, None, None, "claim.learned", LEARNT],
    ]


def test_an_experience_without_an_initiative_is_inferred() -> None:
    (edge,) = edges("LEARNED_FROM", told(learned("330000", None)))
    assert (edge.end, edge.properties["inferred"], "initiative" in edge.properties) == (ZHEJIANG, True, False)


def test_who_says_to_be_the_first_is_not_ranked() -> None:
    claim = {"kind": "first", "region": "510900", "initiative": "容缺受理", "scope": "province", "year": 2021, "evidence": FIRST}
    (edge,) = edges("CLAIMED_FIRST", told(claim))
    assert (edge.start, edge.end) == (SUINING, "initiative/容缺受理")
    assert {"scope": "province", "year": 2021, "quote": FIRST}.items() <= edge.properties.items()
    assert "rank" not in edge.properties


def test_what_an_area_says_of_itself_is_its_own() -> None:
    first = {"kind": "first", "region": "510900", "initiative": "容缺受理", "year": 2021, "evidence": FIRST}
    given = told(learned("110000", "容缺受理"), first, area="遂宁经开区")
    (edge,), (claimed,) = edges("LEARNED_FROM", given), edges("CLAIMED_FIRST", given)
    assert edge.start == claimed.start == "area/510900/遂宁经济技术开发区"
    assert edge.end == BEIJING


def test_nothing_is_a_relationship_of_a_region_with_itself_or_of_later() -> None:
    assert edges("LEARNED_FROM", told(learned("510900", "容缺受理"))) == []
    assert edges("LEARNED_FROM", told(learned("110000", "容缺受理")), horizon=2020) == []


def test_what_is_spread_is_a_happening_and_no_relationship() -> None:
    claim = {"kind": "promoted", "region": "510900", "initiative": "容缺受理", "scope": "province", "year": 2021, "evidence": FIRST}
    assert edges("CLAIMED_FIRST", told(claim)) == edges("LEARNED_FROM", told(claim)) == []


def test_why_prints_the_one_claim_of_several_in_a_sentence() -> None:
    given = told(learned("110000", "容缺受理"), learned("330100", "告知承诺制"))
    graph = assemble(lambda: [given], "test").graph
    (edge,) = [e for e in graph.relationships("LEARNED_FROM") if e.end == HANGZHOU]
    (stanza,) = stanzas(graph, [given], edge.key)
    assert (stanza["kind"], stanza["is"]["other"], stanza["is"]["initiative"]) == ("claim", "330100", "告知承诺制")
    assert LAYERS["claims"].noun == stanza["kind"]
