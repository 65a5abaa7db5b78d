"""From whom regions have a reform: sentences that prove it, years that make it likely, what neither tells."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cypher.elements import Node, Relationship
from cypher.output import in_language
from kg.model import KnowledgeGraph
from kg.tracing.candidates import _silent_years, make_tree
from kg.tracing.citations import citations, joined
from kg.tracing.claims import Claim
from kg.tracing.facts import read_facts
from kg.tracing.trace import Trace, trace
from tests.kg.disk.test_directory import publish
from tests.kg.tracing.world import told, world
from tests.test_cli import run, sentence

REFORM = "河长制"
RIVERS = Node("policy//四川省河长制条例", "Policy", {"name": "四川省河长制条例", "title": "四川省河长制条例", "year": 2018})
SENTENCE = "根据《四川省河长制条例》，结合本市实际，制定本办法。"


def base(*more: object) -> KnowledgeGraph:
    """遂宁市 and its districts, which are silent for years and then have it one after the other."""
    documents = [told("510900", year) for year in range(2012, 2017)]
    documents += [told("510900", 2017, "implemented", name=REFORM), told("510000", 2016, "implemented", name=REFORM)]
    return world(*documents, told("510900", 2018, title="遂宁市河长制工作办法", kind="notice"), *more)  # type: ignore[arg-type]


def citing(graph: KnowledgeGraph, kind: str = "IMPLEMENTS", quote: str = SENTENCE, policy: Node = RIVERS) -> KnowledgeGraph:
    """With a document of 遂宁市 in which ``quote`` carries out ``policy``."""
    start = next(node.key for node in graph.nodes("Document") if node.properties.get("kind") == "notice")
    edge = Relationship("cite", kind, start, policy.key, {"source": start, "quote": quote, "rule": "policy.title"})
    return KnowledgeGraph([*graph.nodes(), policy], [*graph.relationships(), edge])


def proven(found: Trace) -> list[tuple[str, str, list[str], str]]:
    rows = found.tree().tables["proven"].records()
    return [(row["destination"], row["origin"], row["told"], row["quote"]) for row in rows]


def test_a_document_that_carries_out_anothers_on_the_reform_proves_a_link() -> None:
    found = trace(citing(base()), REFORM)
    assert proven(found) == [("遂宁市", "四川省", ["cited"], SENTENCE)]
    (row,) = found.tree().tables["candidates"].records()
    assert (row["relation"], row["lag"], row["proven"], row["chosen"], row["evidence"]) == ("superior", 1, True, True, ["cite"])
    assert row["probability"] is None


def test_what_is_forwarded_was_sent() -> None:
    assert [row[2] for row in proven(trace(citing(base(), "FORWARDS"), REFORM))] == [["sent"]]


@pytest.mark.parametrize(
    ("kind", "policy"),
    [
        ("CITES", RIVERS),  # it only names or approves it
        ("IMPLEMENTS", Node("policy//四川省水法", "Policy", {"name": "水法", "title": "四川省实施水法办法"})),  # not of the reform
        ("IMPLEMENTS", Node("policy//河长制意见", "Policy", {"name": "河长制意见", "title": "关于全面推行河长制的意见"})),  # nobody's
        ("IMPLEMENTS", Node("policy//遂宁", "Policy", {"name": "遂宁", "title": "遂宁市河长制工作方案"})),  # its own
    ],
)
def test_what_proves_no_link(kind: str, policy: Node) -> None:
    assert proven(trace(citing(base(), kind, policy=policy), REFORM)) == []


def test_a_document_long_after_the_adoption_proves_no_origin() -> None:
    graph = world(
        told("510900", 2016, "implemented", name=REFORM), told("510000", 2015, "implemented", name=REFORM),
        told("510900", 2021, title="遂宁市河长制实施细则", kind="notice"),
    )  # fmt: skip
    tree = trace(citing(graph), REFORM).tree()
    assert tree.candidates == ()
    assert any("1 documents that carry out another region's are of later years" in note.text() for note in tree.notes)


def test_an_origin_that_no_report_covers_is_kept() -> None:
    """Nothing else is known of 浙江省 here than that its document is carried out."""
    policy = Node("policy//浙江省河长制规定", "Policy", {"name": "浙江省河长制规定", "title": "浙江省河长制规定"})
    graph = citing(base(), policy=policy)
    place = Node("region/330000/浙江省", "Region", {"name": "浙江省", "code": "330000", "full_name": "浙江省", "level": "province", "valid": ["1981-"]})
    graph = KnowledgeGraph([*graph.nodes(), place], graph.relationships())
    assert [row[:2] for row in proven(trace(graph, REFORM))] == [("遂宁市", "浙江省")]


def test_regions_that_became_one_do_not_cite_each_other() -> None:
    (found,) = citations(citing(base()), read_facts(citing(base()), REFORM))
    assert joined(found, {}) == found
    assert joined(found, {found.region: found.origin}) is None


def test_a_claim_to_have_learned_proves_a_link_and_few_links_give_no_share() -> None:
    found = trace(base(), REFORM)
    keys = {node.properties["name"]: node.key for node in found.facts.regions.values()}
    claim = Claim("learned", "c", keys["遂宁市"], keys["四川省"], f"initiative/{REFORM}", None, 2017, False, False, "学习省里的做法。")
    tree = make_tree(None, replace(found.facts, claims=(claim,)), found.rows, found.everyone, found.rate)
    assert tree.tables["proven"].records()[0]["quote"] == "学习省里的做法。"
    assert tree.directions.proven == 1
    assert "1 links are proven; shares of directions need 10." in [note.text() for note in tree.notes]


@pytest.mark.parametrize(("rate", "years"), [(None, None), (0.0, None), (1.0, 1), (0.95, 1), (0.7, 2), (0.3, 7)])
def test_how_many_silent_reports_leave_little_doubt(rate: float | None, years: int | None) -> None:
    assert _silent_years(rate) == years


def spread() -> KnowledgeGraph:
    """Nine regions with reports of all years, each of which names it in every year from its first on."""
    codes = ("510000", "510900", "510903", "510904", "510921", "510922", "510700", "510703", "500101")
    documents = []
    for number, code in enumerate(codes):
        first = 2013 + number // 2
        documents += [told(code, year) for year in range(2011, first)]
        documents += [told(code, year, "implemented", name=REFORM) for year in range(first, 2020)]
    return world(*documents)


def test_probabilities_are_of_earlier_regions_and_never_above_065() -> None:
    tree = trace(spread(), REFORM).tree()
    assert tree.candidates
    assert all(one.lag and one.lag > 0 and one.probability and one.probability <= 0.65 for one in tree.candidates)
    likely = tree.tables["likely"].records()
    assert all(row["probability"] >= 0.5 for row in likely)
    assert len(likely) == sum(one.chosen for one in tree.candidates)
    assert "Probabilities are told of 9 of 9 adopters" in tree.notes[-1].text()
    assert all(note.text("zh") for note in tree.notes)


def test_only_regions_shown_are_destinations() -> None:
    tree = trace(spread(), REFORM, regions=("绵阳市",)).tree()
    assert {one.destination.split("/")[2] for one in tree.candidates} <= {"绵阳市", "涪城区"}


def test_columns_have_chinese_names() -> None:
    for table in trace(spread(), REFORM).tree().tables.values():
        assert [one for one, other in zip(table.columns, in_language(table, "zh").columns, strict=True) if one == other] == []


# The command


def test_the_report_the_table_and_the_json_have_the_tree(tmp_path: Path) -> None:
    graph, name = publish(tmp_path / "graph").path, "相对集中行政许可权改革"
    said = run("trace", name, "--tree", "--graph", graph)
    assert "Only the proven ones are counted." in said.stdout
    assert "No probabilities: 0 of 2 adopters" in said.stdout
    assert run("trace", name, "--tree", "--graph", graph, "--format", "csv").stdout.startswith("destination,destination_code,origin")
    tables = json.loads(run("trace", name, "--tree", "--graph", graph, "--format", "json").stdout)["tables"]
    assert {"proven", "likely", "candidates"} <= tables.keys()
    assert "leave the other one out" in sentence(run("trace", name, "--tree", "--panel", "--graph", graph))
