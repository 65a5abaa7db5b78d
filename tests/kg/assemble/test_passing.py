"""The passing of a regulation, and distinctions, from the record to the graph. The documents are of our own making."""

from __future__ import annotations

from kg.disk.parts import SourceDocument
from kg.model import KnowledgeGraph
from tests.kg.assemble.test_assemble import built, edges
from tests.kg.records import document

TITLE, CONGRESS = "遂宁市一网通办条例", "遂宁市人民代表大会常务委员会"
HISTORY = f"（2019年3月2日{CONGRESS}通过 2021年4月8日{CONGRESS}修正）"


def regulation(**head: str | None) -> SourceDocument:
    """A city's regulation of 2019 as amended in 2021."""
    told = {"title": TITLE, "issuer": CONGRESS, "region": "510900", "year": 2021, "date": "2021-04-08", "kind": "law"}
    return document(
        "条例.txt", f"{TITLE}\n{HISTORY}\n第一条 各窗口应当推行一网通办。\n",
        head=told | {"passed": "2019-03-02"} | head, head_at={"passed": "2019年3月2日", "date": "2021年4月8日"},
        agencies=[{"name": CONGRESS, "region": "510900", "kind": "人民代表大会常务委员会", "surface": CONGRESS}],
        initiatives=[{"name": "一网通办", "surface": "一网通办"}],
    )  # fmt: skip


def of_event(graph: KnowledgeGraph) -> dict[str, str]:
    (event,) = graph.nodes("Event")
    return {edge.type: edge.end for edge in graph.touching(event.key)}


def test_a_passing_is_an_event_about_the_policy_decided_by_its_congress() -> None:
    graph = built(regulation()).graph
    (event,) = graph.nodes("Event")
    told = {name: event.properties.get(name) for name in ("name", "kind", "date", "year")}
    assert told == {"name": TITLE, "kind": "passed", "date": "2019-03-02", "year": 2019}
    assert of_event(graph) == {
        "STATED_IN": next(graph.nodes("Document")).key, "ABOUT": f"policy/{CONGRESS}/{TITLE}", "OF_YEAR": "year/2019",
        "HAPPENED_IN": "region/510900/遂宁市", "DECIDED_BY": f"agency/510900/{CONGRESS}",
    }  # fmt: skip


def test_the_day_of_the_version_is_kept_beside() -> None:
    graph = built(regulation()).graph
    nodes = [node for node in graph.nodes("Document", "Policy") if node.properties["name"] == TITLE]
    days = {(node.label, node.properties["passed"], node.properties["date"]) for node in nodes}
    assert days == {(label, "2019-03-02", "2021-04-08") for label in ("Document", "Policy")}


def test_a_regulation_that_does_not_tell_its_passing_has_no_such_event() -> None:
    assert list(built(regulation(passed=None)).graph.nodes("Event")) == []


def test_what_is_passed_later_is_not_known_as_of_a_year() -> None:
    assert list(built(regulation(), horizon=2018).graph.nodes("Event")) == []
    assert [e.properties["kind"] for e in built(regulation(), horizon=2021).graph.nodes("Event")] == ["passed"]


def test_a_distinction_of_two_regions_has_its_level_and_both() -> None:
    sentence = "船山区、安居区获评全国一网通办示范区"
    regions = {"510903": "船山区", "510904": "安居区"}
    event = {"kind": "named_model", "subject": "一网通办", "date": "2018", "scope": "country", "evidence": sentence}
    made = document(
        "a.txt", f"遂宁市2018年工作报告\n{sentence}。\n", head={"region": "510900", "year": 2018},
        regions=[{"code": code, "name": name, "surface": name} for code, name in regions.items()],
        initiatives=[{"name": "一网通办", "surface": "一网通办"}], events=[event | {"region": code} for code in regions],
    )  # fmt: skip
    graph = built(made).graph
    (node,) = graph.nodes("Event")
    assert (node.properties["kind"], node.properties["scope"]) == ("named_model", "country")
    assert [e.end for e in edges(graph, "HAPPENED_IN")] == ["region/510903/船山区", "region/510904/安居区"]
    assert [e.end for e in edges(graph, "ABOUT")] == ["initiative/一网通办"] and edges(graph, "DECIDED_BY") == []
