"""From records to the graph."""

from __future__ import annotations

import dataclasses
import itertools
from pathlib import Path

import pytest

from cypher.elements import Relationship
from extractors.text.folding import fold
from kg.assemble.assemble import Assembled, assemble, ontology_hash
from kg.disk.parts import SourceDocument
from kg.model import KnowledgeGraph
from ontology.regions import region_table
from ontology.schema import ontology_files
from tests.kg.records import CENTRALISED, all_documents, document, notice, of_area, report, title_only


def built(*documents: SourceDocument, horizon: int | None = None) -> Assembled:
    return assemble(lambda: documents, "test", horizon)


def edges(graph: KnowledgeGraph, kind: str, source: str | None = None) -> list[Relationship]:
    return [e for e in graph.relationships(kind) if source is None or e.properties["source"] == source]


def test_any_order_gives_the_same_graph() -> None:
    hashes = {built(*order).graph.content_hash() for order in itertools.permutations(all_documents())}
    assert len(hashes) == 1


def test_every_quote_is_what_stands_in_its_text() -> None:
    texts = {d.record.text_sha256[:16]: d.text for d in all_documents() if d.record.text_sha256}
    stated = [e for e in built(*all_documents()).graph.relationships() if "quote" in e.properties]
    assert len(stated) > 40
    for edge in stated:
        text = texts[edge.properties["source"].removeprefix("document/")]
        assert text[edge.properties["start"] : edge.properties["end"]] == edge.properties["quote"]


def test_a_mention_is_shown_in_its_sentence() -> None:
    (edge,) = [e for e in edges(built(notice()).graph, "MENTIONS") if "船山区" in e.end]
    assert edge.properties["quote"] == "船山区、射洪市先行。"


def test_adoption_has_status_year_policy_and_evidence() -> None:
    found = {e.end: e for e in edges(built(report()).graph, "ADOPTED")}
    pilot = found[f"initiative/{CENTRALISED}"]
    assert pilot.start == "region/510922/射洪县"
    expected = {"status": "pilot", "year": 2017, "policy": "policy/川办发〔2016〕76号", "rule": "adoptions.test"}
    assert expected.items() <= pilot.properties.items()
    assert found["initiative/一网通办"].properties["status"] == "planned"


def test_a_functional_area_acts_for_itself_and_not_for_its_city() -> None:
    graph, city, area = built(of_area()).graph, "region/440300/深圳市", "area/440307/大鹏新区"
    (adopted,) = edges(graph, "ADOPTED")
    assert (adopted.start, adopted.end) == (city, "initiative/综合窗口改革")
    (own,) = edges(graph, "AREA_ADOPTED")
    assert (own.start, own.end) == (area, "initiative/一网通办")
    assert edges(graph, "COVERS") == edges(graph, "MEASURED_IN") == []
    assert {graph.node(e.start).label for e in edges(graph, "OF_AREA")} == {"Document", "Measurement"}  # type: ignore[union-attr]
    assert {e.end for e in edges(graph, "OF_AREA")} == {area}
    (lies,) = edges(graph, "IN_REGION")
    assert (lies.start, lies.end, lies.properties["from"]) == (area, city, "path")
    (node,) = graph.nodes("Area")
    assert node.properties == {"key": area, "name": "大鹏新区", "kind": "city_new_area", "valid": ["2011-"]}
    (node,) = graph.nodes("Document")
    assert node.properties["area"] == "大鹏新区"


def test_a_deed_of_a_document_that_tells_no_region_is_nobodys() -> None:
    text = "全面推行一网通办。"
    told = [{"region": None, "initiative": "一网通办", "evidence": text}]
    graph = built(document("a.txt", text, initiatives=[{"name": "一网通办", "surface": "一网通办"}], adoptions=told)).graph
    assert edges(graph, "ADOPTED") == []
    assert len(edges(graph, "CONCERNS")) == 1


def test_the_forms_of_an_initiative_are_kept_apart_from_those_that_mean_it_only_in_some_years() -> None:
    text = "深化“一网通办”，一网通办事项全流程网上办理，网办率提高。"
    named = [{"name": "一网通办", "surface": surface, "rule": rule} for surface, rule in
             (("“一网通办”", "initiative.name"), ("网办率", "initiative.alias"), ("全流程网上办理", "initiative.dated"))]  # fmt: skip
    one = document("a.txt", text, initiatives=named[:1])
    mentions = [mention for entry in document("a.txt", text, initiatives=named).record.initiatives for mention in entry.mentions]
    entry = dataclasses.replace(one.record.initiatives[0], mentions=tuple(mentions))
    graph = built(dataclasses.replace(one, record=dataclasses.replace(one.record, initiatives=(entry,)))).graph
    (concerns,) = edges(graph, "CONCERNS")
    assert concerns.properties["forms"] == ["一网通办", "网办率"]
    assert concerns.properties["dated_forms"] == ["全流程网上办理"]
    assert concerns.properties["mentions"] == 3


def test_a_notice_is_the_text_of_a_policy_which_speaks_in_its_place() -> None:
    graph = built(notice()).graph
    policy = "policy/遂府办函〔2019〕12号"
    (text,) = edges(graph, "TEXT_OF")
    assert text.end == policy
    assert [e.start for e in edges(graph, "IMPLEMENTS")] == [policy]
    assert [e.start for e in edges(graph, "CONCERNS")] == [policy]
    assert [(e.end, e.properties["date"]) for e in edges(graph, "ISSUED_IN") if e.start == policy] == [
        ("year/2019", "2019-05-08")
    ]
    assert [e.end for e in edges(graph, "APPLIES_TO")] == ["region/510900/遂宁市"]


def test_a_report_speaks_for_itself() -> None:
    graph = built(report()).graph
    (document_key,) = [n.key for n in graph.nodes("Document")]
    assert not edges(graph, "TEXT_OF")
    assert {e.start for e in edges(graph, "CONCERNS")} == {document_key}
    assert [e.end for e in edges(graph, "ADDRESSED_TO")] == ["agency/510900/遂宁市人民政府"]


def test_policy_cited_by_number_and_by_title_is_one_node_once_joined() -> None:
    assert len([e.end for e in edges(built(notice(), title_only()).graph, "IMPLEMENTS")]) == 2
    ends = {e.end for e in edges(built(notice(), title_only(), report()).graph, "IMPLEMENTS")}
    assert ends == {"policy/川办发〔2016〕76号"}


def test_an_issuer_known_by_the_number_alone_is_marked_so() -> None:
    by_code = [e for e in edges(built(notice()).graph, "ISSUED_BY") if "川办发" in e.start]
    printed = [e for e in edges(built(report()).graph, "ISSUED_BY") if "川办发" in e.start]
    assert [e.properties.get("inferred") for e in by_code] == [True]
    assert [e.properties.get("inferred") for e in printed] == [None]


def test_regions_bring_their_ancestors_and_heirs() -> None:
    graph = built(report()).graph
    assert [(e.start, e.end, e.properties["year"]) for e in edges(graph, "SUCCEEDED_BY") if "射洪市" in e.end] == [
        ("region/510922/射洪县", "region/510981/射洪市", 2019)
    ]
    county = [e for e in edges(graph, "PART_OF") if e.start == "region/510922/射洪县"]
    assert [(e.end, e.properties["from_year"], e.properties["to_year"]) for e in county] == [
        ("region/510900/遂宁市", 1985, 2018)
    ]
    assert county[0].properties["source"] == "ontology" and "quote" not in county[0].properties


def test_initiatives_bring_their_lineage() -> None:
    graph = built(title_only()).graph
    assert ("initiative/两集中两到位", f"initiative/{CENTRALISED}") in {
        (e.start, e.end) for e in edges(graph, "EVOLVED_INTO")
    }
    assert graph.node("initiative/行政审批制度改革") is not None
    (launch,) = [e for e in edges(graph, "LAUNCHED_BY") if e.start == f"initiative/{CENTRALISED}"]
    assert launch.end == "policy/中央编办发〔2015〕16号"


def test_event_establishes_its_agency() -> None:
    graph = built(report()).graph
    agency = graph.node("agency/510922/射洪县行政审批局")
    assert agency is not None and agency.properties["established"] == "2018-01-10"
    (event,) = graph.nodes("Event")
    assert (event.properties["name"], event.properties["year"]) == ("射洪县行政审批局", 2018)
    about = [e.end for e in edges(graph, "ABOUT") if e.start == event.key]
    assert about == ["agency/510922/射洪县行政审批局"]


def test_figures_are_floats_with_region_year_and_initiative() -> None:
    graph = built(report()).graph
    (figure,) = graph.nodes("Measurement")
    assert figure.properties["value"] == 130.0 and isinstance(figure.properties["value"], float)
    ends = {(e.type, e.end) for e in graph.touching(figure.key)}
    assert {
        ("MEASURED_IN", "region/510922/射洪县"),
        ("OF_YEAR", "year/2017"),
        ("ABOUT", f"initiative/{CENTRALISED}"),
    } < ends


def test_equal_texts_are_one_document_with_both_paths() -> None:
    record = dataclasses.replace(report().record, file="b/副本.txt")
    again = dataclasses.replace(report(), input="b/副本.txt", record=record)
    graph = built(report(), again).graph
    (node,) = graph.nodes("Document")
    assert node.properties["paths"] == ["2017/射洪.txt", "b/副本.txt"]
    assert graph.relationship_count == built(report()).graph.relationship_count


def test_a_document_without_region_year_or_names_is_still_a_document() -> None:
    graph = built(document("e.txt", "无题")).graph
    assert [(n.label, n.properties["name"]) for n in graph.nodes()] == [("Document", "e.txt"), ("Graph", "reformkg")]


def test_a_document_that_could_not_be_read_is_none() -> None:
    assert [n.label for n in built(all_documents()[-1]).graph.nodes()] == ["Graph"]


@pytest.mark.parametrize("horizon", [2017, 2018, 2019])
def test_as_of_equals_the_graph_of_the_documents_known_by_then(horizon: int) -> None:
    # The report on 2017 is dated January 2018; the work summary of 2018 has no date, so it counts from 2019.
    known = {2017: [], 2018: [report()], 2019: [report(), title_only(), notice()]}[horizon]
    chosen = built(*all_documents(), horizon=horizon).graph
    assert chosen.content_hash() == built(*known, horizon=horizon).graph.content_hash()
    assert len(list(chosen.nodes("Document"))) == len(known)


def test_as_of_knows_nothing_later() -> None:
    graph = built(*all_documents(), horizon=2018).graph
    assert graph.node("region/510981/射洪市") is None
    assert all(e.properties.get("year", 0) <= 2018 for e in graph.relationships())


def test_graph_node_says_which_graph_this_is() -> None:
    graph = built(*all_documents()).graph
    node = graph.node("graph")
    assert node is not None
    assert node.properties["documents"] == 3 and node.properties["extractor"] == "test"
    assert node.properties["hash"] == graph.content_hash()


def test_a_number_without_place_or_region_stays_with_its_document() -> None:
    def cites(file: str) -> SourceDocument:
        entry = {"number": "政府令第36号", "surface": "政府令第36号"}
        return document(file, f"{file}按政府令第36号办理。", policies=[entry])

    assert len(list(built(cites("a.txt"), cites("b.txt")).graph.nodes("Policy"))) == 2


def test_a_word_that_only_pages_show_makes_no_other_ontology(tmp_path: Path) -> None:
    def of_changed(file: str, old: str, new: str) -> str:
        folder = tmp_path / file
        folder.mkdir()
        for path in ontology_files():
            text = path.read_bytes().decode("utf-8")
            changed = text.replace(old, new, 1) if path.name == file else text
            (folder / path.name).write_bytes(changed.encode("utf-8"))
            assert (changed != text) == (path.name == file)
        return ontology_hash(tuple(sorted(folder.iterdir())))

    assert of_changed("schema.yaml", "zh: 文献", "zh: 文件") == ontology_hash()
    assert of_changed("events.yaml", "#", "# Note:") == ontology_hash()
    assert of_changed("initiatives.yaml", "en: hotline integration", "en: one hotline") != ontology_hash()


def test_the_place_where_an_initiative_began_is_marked_as_general_knowledge() -> None:
    graph = built(report()).graph
    (origin,) = [e for e in edges(graph, "ORIGINATED_IN") if e.start == f"initiative/{CENTRALISED}"]
    assert origin.end == "region/510107/武侯区" and origin.properties["source"] == "ontology"
    assert (origin.properties["year"], origin.properties["checked"]) == (2008, False)
    assert graph.node(origin.end) is not None
    (launch,) = [e for e in edges(graph, "LAUNCHED_BY") if e.start == f"initiative/{CENTRALISED}"]
    assert launch.properties["checked"] is False


def test_what_began_later_is_not_known_as_of_a_year() -> None:
    def began(document: SourceDocument, horizon: int) -> set[str]:
        return {e.start for e in edges(built(document, horizon=horizon).graph, "ORIGINATED_IN")}

    assert f"initiative/{CENTRALISED}" in began(title_only(), 2019)
    early = document(
        "a.txt", "2005年，船山区推行相对集中行政许可权改革。", head={"region": "510903", "year": 2005, "date": "2006-01-09"},
        initiatives=[{"name": CENTRALISED, "surface": CENTRALISED}],
    )  # fmt: skip
    assert began(early, 2006) == {"initiative/行政审批制度改革"}


def test_a_report_observes_its_region_and_a_notice_does_not() -> None:
    observes = {e.end: e.properties["observes"] for e in edges(built(report(), notice()).graph, "COVERS")}
    assert observes == {"region/510922/射洪县": True, "region/510900/遂宁市": False}


def test_a_plan_observes_where_it_is_for_a_year_and_a_row_of_a_table_never() -> None:
    def observes(file: str, title: str, kind: str, year: int | None = 2020) -> list[bool]:
        made = document(file, title + "\n", head={"title": title, "kind": kind, "region": "510903", "year": year})
        return [e.properties["observes"] for e in edges(built(made).graph, "COVERS")]

    assert observes("a.txt", "船山区2020年工作要点", "plan") == [True]
    assert observes("a.txt", "船山区推进河长制实施方案", "plan") == [False]
    assert observes("titles.csv#4", "船山区2020年工作报告", "report") == [False]
    assert observes("a.txt", "船山区工作报告", "report", None) == [False]


@pytest.mark.parametrize(
    ("code", "other"), [("430100", "长沙县"), ("330100", "萧山区"), ("440300", "龙岗区"), ("510900", "船山区")]
)
def test_what_lives_on_is_succeeded_by_nobody(code: str, other: str) -> None:
    text = f"工作总结\n{other}推行容缺受理。\n"
    named = next(region for region in region_table().named(other) if region.code[:4] == code[:4])
    told = [{"region": named.code, "initiative": "容缺受理", "year": 2022, "evidence": f"{other}推行容缺受理"}]
    graph = built(document("a.txt", text, head={"region": code, "year": 2022}, adoptions=told)).graph
    assert not [e for e in edges(graph, "SUCCEEDED_BY") if e.start == named.key]
    for edge in edges(graph, "SPLIT_FROM"):
        assert edge.properties["founded"] in {True, False} and edge.properties["rule"] == "ontology.region.split_from"


def test_a_code_means_the_name_of_the_statements_year() -> None:
    text = "工作总结\n2010年楚州区推行容缺受理。2021年淮安区推行告知承诺制。\n"
    adoptions = [
        {"region": "320803", "initiative": "容缺受理", "year": 2010, "evidence": "2010年楚州区推行容缺受理"},
        {"region": "320803", "initiative": "告知承诺制", "year": 2021, "evidence": "2021年淮安区推行告知承诺制"},
    ]
    regions = [{"code": "320803", "name": name, "surface": name} for name in ("楚州区", "淮安区")]
    given = document("a.txt", text, head={"region": "320800", "year": 2021}, regions=regions, adoptions=adoptions)
    found = {e.end: e.start for e in edges(built(given).graph, "ADOPTED")}
    assert found == {"initiative/容缺受理": "region/320803/楚州区", "initiative/告知承诺制": "region/320803/淮安区"}


def test_an_adoption_tells_the_words_that_name_it() -> None:
    graph = built(*all_documents()).graph
    texts = {edge.properties["quote"]: edge.properties.get("form") for edge in edges(graph, "ADOPTED")}
    assert any(form for form in texts.values())
    assert all(form is None or form in fold(quote) for quote, form in texts.items())


def test_a_launching_document_has_its_title_and_issuer() -> None:
    graph = built(report()).graph
    (launch,) = [edge for edge in edges(graph, "LAUNCHED_BY") if edge.start == "initiative/一网通办"]
    policy = graph.node(launch.end)
    assert policy is not None and "一网、一门、一次" in policy.properties["title"]
    (issued,) = [edge for edge in edges(graph, "ISSUED_BY") if edge.start == launch.end]
    assert (issued.end, issued.properties["inferred"]) == ("agency/100000/国务院办公厅", True)
