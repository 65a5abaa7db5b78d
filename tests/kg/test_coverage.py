"""Which region-years have a document."""

from __future__ import annotations

from kg.assemble.assemble import assemble
from kg.coverage import coverage
from kg.model import KnowledgeGraph
from tests.kg.records import document, of_area, report


def test_regions_by_year_with_their_files(graph: KnowledgeGraph) -> None:
    rows = list(coverage(graph).rows())
    assert rows == [
        ("510900", "遂宁市", "prefecture", 2019, 1, 0, ["2019/遂宁通知.txt"]),
        ("510903", "船山区", "county", 2018, 1, 1, ["2018/船山.txt"]),
        ("510922", "射洪县", "county", 2017, 1, 1, ["2017/射洪.txt"]),
    ]
    assert coverage(graph).years()["region/510922/射洪县"] == [2017]


def test_a_region_only_named_is_not_covered(graph: KnowledgeGraph) -> None:
    assert "region/510981/射洪市" not in coverage(graph).regions


def test_an_area_is_told_apart_from_its_city() -> None:
    found = coverage(assemble(lambda: [of_area()], "test").graph)
    assert found.years() == {}
    assert list(found.rows()) == [("440300", "大鹏新区", "area", 2019, 1, 0, ["2019/大鹏.txt"])]


def test_documents_without_region_or_year_are_listed() -> None:
    documents = [report(), document("无地区.txt", "无题"), document("无年.txt", "船山区", head={"region": "510903"})]
    found = coverage(assemble(lambda: documents, "test").graph)
    assert [n.properties["paths"] for n in found.without_region] == [["无地区.txt"]]
    assert next(iter(found.rows())) == ("510903", "船山区", "county", None, 1, 0, ["无年.txt"])
    assert list(found.rows())[-1] == (None, None, None, None, 1, 0, ["无地区.txt"])
