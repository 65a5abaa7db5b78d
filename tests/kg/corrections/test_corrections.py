"""An analyst's corrections in the graph: each verdict, who is who, parents, and what no longer applies."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cypher.elements import Relationship
from kg.assemble.assemble import Assembled, assemble
from kg.corrections.load import load_corrections
from kg.disk.parts import SourceDocument
from kg.keys import document_key
from tests.kg.records import CENTRALISED, TITLE, all_documents, document, report

REPORT = report()
SHA = REPORT.record.text_sha256 or ""
PILOT = "于11月启动相对集中行政许可权改革试点"


def span(text: str, surface: str) -> str:
    start = text.index(surface)
    return f"start: {start}, end: {start + len(surface)}"


def corrected(yaml: str, documents: Sequence[SourceDocument] | None = None) -> Assembled:
    loaded = load_corrections(yaml.encode(), "c.yaml")
    return assemble(lambda: documents or all_documents(), "test", corrections=loaded)


def statement(verdict: str, kind: str, surface: str, more: str = "") -> str:
    head = f"verdict: {verdict}, kind: {kind}, text: {SHA[:16]}, {span(REPORT.text, surface)}"
    return f"statements:\n- {{{head}{more}}}"


def adoptions(found: Assembled) -> list[tuple[str, str, str]]:
    edges: list[Relationship] = list(found.graph.relationships("ADOPTED"))
    return sorted((e.start.split("/")[1], e.end.split("/")[1], e.properties["status"]) for e in edges)


def test_without_corrections_nothing_changes() -> None:
    plain = assemble(all_documents, "test")
    assert corrected("").graph.content_hash() == plain.graph.content_hash()
    assert plain.corrected == ()


def test_a_rejected_adoption_is_gone_and_the_rest_stays() -> None:
    before, found = adoptions(assemble(all_documents, "test")), corrected(statement("reject", "adoption", PILOT))
    assert set(before) - set(adoptions(found)) == {("510922", CENTRALISED, "pilot")}
    (outcome,) = found.corrected
    assert outcome.applied and outcome.concerns(document_key(SHA)) and outcome.concerns("region/510922/射洪县")
    assert outcome.concerns(f"initiative/{CENTRALISED}") and not outcome.concerns("region/510981/射洪市")


def test_is_tells_the_statements_of_one_span_apart() -> None:
    found = corrected(statement("reject", "adoption", PILOT, ", is: {region: 510922, status: completed}"))
    assert adoptions(found) == adoptions(assemble(all_documents, "test"))
    assert found.corrected[0].message == "no adoption with region 510922, status completed is stated there"


def test_a_changed_adoption_says_by_which_rule() -> None:
    found = corrected(statement("change", "adoption", PILOT, ", change: {status: completed, year: 2018}"))
    (edge,) = [e for e in found.graph.relationships("ADOPTED") if e.properties["status"] == "completed"]
    assert edge.properties["rule"] == "correction.change" and edge.properties["year"] == 2018
    assert edge.properties["quote"] == PILOT and "confidence" not in edge.properties


def test_accepting_what_is_stated_changes_nothing() -> None:
    found = corrected(statement("accept", "adoption", PILOT))
    assert found.graph.content_hash() == assemble(all_documents, "test").graph.content_hash()
    assert found.corrected[0].applied


def test_accepting_what_no_rule_found_adds_it() -> None:
    stated = ", is: {region: 510922, initiative: 一网通办, status: implemented, year: 2018}"
    found = corrected(statement("accept", "adoption", "全县承接行政审批事项130项", stated))
    assert ("510922", "一网通办", "implemented") in adoptions(found)
    (edge,) = [e for e in found.graph.relationships("ADOPTED") if e.properties["rule"] == "correction.accept"]
    assert edge.properties["quote"] == "全县承接行政审批事项130项"


def test_what_says_too_little_is_not_added() -> None:
    found = corrected(statement("accept", "adoption", "全县承接行政审批事项130项", ", is: {region: 510922}"))
    assert not found.corrected[0].applied and "its initiative, status" in found.corrected[0].message


def test_events_and_measurements() -> None:
    event = corrected(statement("reject", "event", "2018年1月10日，射洪县行政审批局挂牌成立"))
    assert not list(event.graph.nodes("Event"))
    assert all("established" not in node.properties for node in event.graph.nodes("Agency"))
    figure = corrected(statement("change", "measurement", "全县承接行政审批事项130项", ", change: {value: 103}"))
    assert [node.properties["value"] for node in figure.graph.nodes("Measurement")] == [103.0]


def test_mentions() -> None:
    gone = corrected(statement("reject", "initiative", "一网通办"))
    key = document_key(SHA)
    assert not [e for e in gone.graph.relationships("CONCERNS") if e.start == key and e.end == "initiative/一网通办"]
    moved = corrected(statement("change", "agency", "射洪县行政审批局", ", change: {name: 射洪县政务服务局}"))
    edge = moved.graph.relationships("MENTIONS")
    assert "agency/510922/射洪县政务服务局" in {e.end for e in edge}
    cited = corrected(statement("change", "policy", "川办发〔2016〕76号", ", change: {relation: cites}"))
    assert [e.type for e in cited.graph.touching("policy/川办发〔2016〕76号") if e.start == key] == ["CITES"]


def test_the_fields_of_a_document() -> None:
    yaml = f"statements:\n- {{verdict: change, kind: document, text: {SHA}, is: {{region: 510922}}, "
    found = corrected(yaml + "change: {region: 510903, year: 2016}}")
    covers = {e.start: e for e in found.graph.relationships("COVERS")}[document_key(SHA)]
    assert covers.end == "region/510903/船山区" and covers.properties["rule"] == "correction.change"
    assert "quote" not in covers.properties
    gone = corrected(f"statements:\n- {{verdict: reject, kind: document, text: {SHA}, is: {{region: 510922}}}}")
    assert document_key(SHA) not in {e.start for e in gone.graph.relationships("COVERS")}


def test_another_text_is_told_not_guessed() -> None:
    found = corrected("statements:\n- {verdict: reject, kind: adoption, text: 0123456789012345, start: 1, end: 2}")
    (outcome,) = found.corrected
    assert not outcome.applied and outcome.message == "no document has this text" and outcome.line == 2


def test_an_analyst_knows_the_address_of_a_document() -> None:
    found = corrected(f"statements:\n- {{verdict: accept, kind: document, text: {SHA}, is: {{url: 'https://example.test/1'}}}}")
    node = found.graph.node(document_key(SHA))
    assert node and node.properties["url"] == "https://example.test/1" and found.corrected[0].applied


def test_two_names_of_one_agency() -> None:
    kept, other = "agency/510922/射洪县政务服务管理局", "agency/510922/射洪县行政审批局"
    found = corrected(f"same:\n- keys: [{kept}, {other}]\n  note: 挂两块牌子")
    assert found.graph.node(other) is None
    node = found.graph.node(kept)
    assert node and node.properties["name"] == "射洪县政务服务管理局" and node.properties["established"] == "2018-01-10"
    assert found.corrected[0].applied


def test_two_keys_of_one_policy() -> None:
    kept, other = "policy/川办发〔2016〕76号", "policy/遂府办函〔2019〕12号"
    found = corrected(f"same:\n- keys: [{kept}, {other}]")
    assert found.graph.node(other) is None and found.graph.resolve_key(other) == kept
    assert not [e for e in found.graph.relationships() if other in (e.start, e.end)]


def test_a_new_initiative_is_one_of_the_ontology() -> None:
    text = "金堂县2020年工作总结\n我县推出金小快帮办。\n"
    new = document(
        "a.txt", text, head={"region": "510121", "year": 2020},
        initiatives=[{"name": "金小快帮办", "new": True, "surface": "金小快帮办"}],
        adoptions=[{"region": "510121", "initiative": "金小快帮办", "year": 2020, "evidence": "我县推出金小快帮办"}],
    )  # fmt: skip
    found = corrected("same:\n- keys: [initiative/一网通办, initiative/金小快帮办]", [new])
    assert [e.end for e in found.graph.relationships("ADOPTED")] == ["initiative/一网通办"]
    placed = corrected("parents:\n- {initiative: 金小快帮办, parent: 一网通办}", [new])
    (part,) = [e for e in placed.graph.relationships("PART_OF") if e.start == "initiative/金小快帮办"]
    assert part.end == "initiative/一网通办" and part.properties["rule"] == "correction.parent"
    assert placed.corrected[0].applied


def test_a_title_is_not_the_numbered_policy() -> None:
    number, title = "policy/川办发〔2016〕76号", f"policy//{TITLE}"
    assert assemble(all_documents, "test").graph.node(title) is None
    for pair in ((number, title), (title, number)):
        found = corrected(f"different:\n- keys: [{', '.join(pair)}]")
        assert found.graph.node(title) and found.graph.node(number) and found.corrected[0].applied


@pytest.mark.parametrize(
    ("yaml", "says"),
    [
        ("same:\n- keys: [policy/甲, policy/乙]", "no document names policy/乙"),
        ("different:\n- keys: [policy/甲, policy/乙]", "nothing took them for one"),
        ("parents:\n- {initiative: 甲, parent: 一网通办}", "no document names 甲"),
    ],
)
def test_what_is_about_nothing_is_told(yaml: str, says: str) -> None:
    found = corrected(yaml)
    assert [outcome.message for outcome in found.corrected] == [says]
    assert found.graph.content_hash() == assemble(all_documents, "test").graph.content_hash()


def test_the_order_of_documents_does_not_matter() -> None:
    yaml = statement("change", "adoption", PILOT, ", change: {status: completed}")
    there, back = corrected(yaml, all_documents()), corrected(yaml, all_documents()[::-1])
    assert there.graph.content_hash() == back.graph.content_hash() and there.corrected == back.corrected
