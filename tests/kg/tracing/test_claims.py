"""Who says that it learned a reform from whom, and who says that it was the first: as said, and never ranked."""

from __future__ import annotations

from typing import Any

from cypher.elements import Node, Relationship
from kg.tracing.claims import CLAIMS, claim_rows, claims_of, proofs
from kg.tracing.tree import Evidence

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
    assert list(proofs(found, REGIONS)) == [Evidence("510900", "110000", "learned", edges[0].key)]


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
