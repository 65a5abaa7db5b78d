"""Who says that it learned a reform from whom, and who says that it was the first: as said, and never ranked."""

from __future__ import annotations

import io
from typing import Any

import pytest

from cypher.elements import Node, Relationship
from kg.disk.parts import SourceDocument
from kg.sections import Report
from kg.tracing.claims import CLAIMS, claim_rows, claims_of, proofs
from kg.tracing.report import write_report
from kg.tracing.trace import trace
from kg.tracing.tree import Evidence
from tests.kg.records import document
from tests.kg.tracing.world import world

SUINING, SHEHONG_COUNTY, SHEHONG, BEIJING = (
    Node(f"region/{code}/{name}", "Region", {"code": code, "name": name, "level": level})
    for code, name, level in (
        ("510900", "遂宁市", "prefecture"),
        ("510922", "射洪县", "county"),
        ("510981", "射洪市", "county"),
        ("110000", "北京市", "province"),
    )
)
REGIONS = {node.key: node for node in (SUINING, SHEHONG_COUNTY, SHEHONG, BEIJING)}
REFORM = "initiative/优化营商环境"
REPORT = Node("document/1", "Document", {"year": 2021})


def learned(start: Node, end: Node, **more: Any) -> Relationship:
    return Relationship(
        f"{start.key}>{end.key}", "LEARNED_FROM", start.key, end.key,
        {"source": REPORT.key, "quote": "学习借鉴北京营商环境经验", "initiative": REFORM} | more,
    )  # fmt: skip


def first(start: Node, **more: Any) -> Relationship:
    properties = {"source": REPORT.key, "quote": "在全省率先", "scope": "province"} | more
    return Relationship(f"{start.key}!", "CLAIMED_FIRST", start.key, REFORM, properties)


def test_a_claim_is_of_its_own_year_or_of_its_documents() -> None:
    found = claims_of([learned(SUINING, BEIJING, year=2022)], [first(SUINING)], {REPORT.key: REPORT}, {})
    assert [(claim.kind, claim.year, claim.scope) for claim in found] == [("learned", 2022, None), ("first", 2021, "province")]


def test_what_names_the_other_place_is_proven_and_an_inferred_one_or_a_first_is_not() -> None:
    edges = [learned(SUINING, BEIJING, planned=True), learned(SHEHONG, BEIJING, inferred=True)]
    found = claims_of(edges, [first(SUINING)], {}, {})
    assert list(proofs(found)) == [Evidence(SUINING.key, BEIJING.key, "learned", edges[0].key)]


def test_a_place_does_not_learn_from_what_it_was_called() -> None:
    edges = [learned(SHEHONG, SHEHONG_COUNTY), learned(SHEHONG_COUNTY, BEIJING)]
    found = claims_of(edges, [], {}, {SHEHONG_COUNTY.key: SHEHONG.key})
    assert [(claim.region, claim.origin) for claim in found] == [(SHEHONG.key, BEIJING.key)]
    assert len(claims_of(edges, [], {}, {})) == 2


def test_rows_say_who_claims_what() -> None:
    found = claims_of([learned(SUINING, BEIJING)], [first(SUINING)], {REPORT.key: REPORT}, {})
    rows = [dict(zip(CLAIMS, row, strict=True)) for row in claim_rows(found, REGIONS)]
    assert [(row["claim"], row["region"], row["origin"], row["scope"], row["planned"]) for row in rows] == [
        ("learned", "遂宁市", "北京市", None, False),
        ("first", "遂宁市", None, "province", None),
    ]
    assert not any("rank" in name for name in CLAIMS)


def told(code: str, name: str, *claims: dict[str, Any]) -> SourceDocument:
    text = f"{name}人民政府2021年工作报告\n{name}推行容缺受理。\n学习借鉴北京容缺受理经验。在全省率先推行容缺受理。\n"
    return document(
        f"2021/{name}.txt",
        text,
        head={"title": f"{name}人民政府2021年工作报告", "region": code, "year": 2021},
        regions=[{"code": code, "name": name, "surface": name}],
        initiatives=[{"name": "容缺受理", "surface": "容缺受理"}],
        adoptions=[{"region": code, "initiative": "容缺受理", "year": 2021, "evidence": f"{name}推行容缺受理"}],
        claims=[{"region": code, "initiative": "容缺受理", "year": 2021} | claim for claim in claims],
    )


LEARNT = {"kind": "learned", "other": "110000", "evidence": "学习借鉴北京容缺受理经验", "planned": True}
CLAIMED = {"kind": "first", "scope": "province", "evidence": "在全省率先推行容缺受理"}


def test_a_trace_has_the_claims_of_the_regions_shown_and_says_what_they_prove() -> None:
    graph = world(told("510900", "遂宁市", LEARNT), told("510700", "绵阳市", LEARNT, CLAIMED))
    found = trace(graph, "容缺受理")
    assert [(row["claim"], row["region"], row["origin"]) for row in found["claims"].records()] == [
        ("learned", "绵阳市", "北京市"),
        ("learned", "遂宁市", "北京市"),
        ("first", "绵阳市", None),
    ]
    notes = {note.name: note.values for note in found.notes}
    assert notes["learned"] == {"n": 2, "regions": 2, "of": 2, "planned": 2, "inferred": 0}
    assert notes["first"] == {"n": 1, "regions": 1, "of": 2, "country": 0, "province": 1, "prefecture": 0}
    assert {row["rank"] for row in found["first_adopters"].records()} == {None}  # a claim moves no rank
    assert len(list(proofs(found.facts.claims))) == 2

    one = trace(graph, "容缺受理", regions=("遂宁市",))
    assert [row["region"] for row in one["claims"].records()] == ["遂宁市"]
    assert "first" not in {note.name for note in one.notes}
    assert len(trace(graph, "容缺受理", years=(2015, 2020))["claims"]) == 0


@pytest.mark.parametrize(("lang", "heading"), [("en", "What regions say of it"), ("zh", "各地自己的说法")])
def test_the_report_prints_them_with_their_sentences(lang: str, heading: str) -> None:
    stream = io.StringIO()
    write_report(trace(world(told("510900", "遂宁市", LEARNT)), "容缺受理"), Report(stream, "table", lang))
    assert heading in stream.getvalue() and LEARNT["evidence"] in stream.getvalue()
