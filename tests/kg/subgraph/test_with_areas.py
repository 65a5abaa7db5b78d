"""Functional areas taken for their regions, on request."""

from __future__ import annotations

from kg.assemble.assemble import assemble
from kg.model import KnowledgeGraph
from kg.stores.embedded import EmbeddedStore
from kg.subgraph.select import select
from kg.subgraph.selection import Selection
from kg.subgraph.with_areas import WithAreas, with_areas
from tests.kg.records import document, of_area

CITY = "region/440300/深圳市"


def of_city() -> KnowledgeGraph:
    """The report of an area, and one of its city that tells of another area."""
    text = "深圳市2018年工作报告\n前海合作区推行告知承诺制。全市推行容缺受理。前海合作区办件5万件。\n"
    city = document(
        "2018/深圳.txt",
        text,
        head={"title": "深圳市2018年工作报告", "region": "440300", "year": 2018},
        initiatives=[{"name": "告知承诺制", "surface": "告知承诺制"}, {"name": "容缺受理", "surface": "容缺受理"}],
        adoptions=[
            {"region": "440300", "area": "前海合作区", "initiative": "告知承诺制", "year": 2018,
             "evidence": "前海合作区推行告知承诺制", "rule": "adoption.place"},
            {"region": "440300", "initiative": "容缺受理", "year": 2018, "evidence": "全市推行容缺受理"},
        ],
        measurements=[{"indicator": "办件", "value": 50000, "unit": "件", "region": "440300", "area": "前海合作区", "year": 2018,
                       "evidence": "前海合作区办件5万件"}],
    )  # fmt: skip
    return assemble(lambda: [of_area(), city], "test").graph


def test_what_a_city_tells_of_an_area_is_the_areas() -> None:
    graph = of_city()
    adopted = {(e.start, e.end) for e in graph.relationships("ADOPTED")}
    assert adopted == {(CITY, "initiative/容缺受理"), (CITY, "initiative/综合窗口改革")}
    of_areas = {(e.start.split("/")[2], e.end.split("/")[1]) for e in graph.relationships("AREA_ADOPTED")}
    assert of_areas == {("大鹏新区", "一网通办"), ("前海深港现代服务业合作区", "告知承诺制")}
    assert not list(graph.relationships("MEASURED_IN"))


def test_areas_are_taken_for_their_regions_and_named() -> None:
    graph = of_city()
    folded = with_areas(graph)
    assert not list(folded.nodes("Area"))
    adopted = {(e.end.split("/")[1], e.properties.get("area")) for e in folded.relationships("ADOPTED") if e.start == CITY}
    assert adopted == {("一网通办", "大鹏新区"), ("告知承诺制", "前海深港现代服务业合作区"), ("容缺受理", None), ("综合窗口改革", None)}
    assert {e.end for e in folded.relationships("COVERS", "MEASURED_IN")} == {CITY}
    assert not list(folded.relationships("AREA_ADOPTED", "OF_AREA", "IN_REGION"))
    keys = {e.key for e in graph.relationships("AREA_ADOPTED", "OF_AREA")}
    assert keys <= {e.key for e in folded.relationships()}


def test_a_source_is_asked_for_types_and_ends_as_ever() -> None:
    source = WithAreas(of_city())
    assert {e.end for e in source.relationships("ADOPTED", to={"initiative/一网通办"})} == {"initiative/一网通办"}
    assert len(list(source.relationships("COVERS", to={CITY}))) == 2
    assert not list(source.relationships("COVERS", to={"region/440000/广东省"}))
    assert {node.label for node in source.nodes("Region", "Area")} == {"Region"}


def test_a_selection_keeps_areas_apart_unless_asked() -> None:
    with EmbeddedStore(of_city()) as store:
        apart = select(store, Selection(regions=("深圳市",))).graph
        assert {e.end for e in apart.relationships("ADOPTED")} == {"initiative/容缺受理", "initiative/综合窗口改革"}
        assert not list(apart.relationships("AREA_ADOPTED"))
        joined = select(store, Selection(regions=("深圳市",), with_areas=True)).graph
        assert len({e.end for e in joined.relationships("ADOPTED")}) == 4
