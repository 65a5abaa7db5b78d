"""The subgraph options."""

from __future__ import annotations

import pytest

from kg.assemble.assemble import assemble
from kg.disk import GraphDirectory
from kg.errors import SelectionError
from kg.model import KnowledgeGraph
from kg.stores.embedded import EmbeddedStore
from kg.subgraph.select import select
from kg.subgraph.selection import Selection
from kg.subgraph.years import parse_years
from tests.kg.records import CENTRALISED, all_documents, document


def chosen(graph: KnowledgeGraph, **options: object) -> KnowledgeGraph:
    return select(EmbeddedStore(graph), Selection(**options)).graph  # type: ignore[arg-type]


def adoptions(graph: KnowledgeGraph) -> set[tuple[str, str]]:
    return {(e.start.split("/")[2], e.end.split("/")[1]) for e in graph.relationships("ADOPTED")}


def test_without_options_everything_but_the_graph_node(graph: KnowledgeGraph) -> None:
    part = chosen(graph)
    assert len(part) == len(graph) - 1 and part.relationship_count == graph.relationship_count


@pytest.mark.parametrize("word", ["遂宁市", "遂宁", "510900", "region/510900/遂宁市", "四川省遂宁市"])
def test_a_region_brings_all_that_belongs_to_it(graph: KnowledgeGraph, word: str) -> None:
    assert adoptions(chosen(graph, regions=(word,))) == adoptions(graph)


def test_a_county_is_only_itself(graph: KnowledgeGraph) -> None:
    assert adoptions(chosen(graph, regions=("船山区",))) == {("船山区", CENTRALISED)}


def test_two_options_narrow_two_words_widen(graph: KnowledgeGraph) -> None:
    both = chosen(graph, regions=("射洪县",), initiatives=("一网通办",))
    assert adoptions(both) == {("射洪县", "一网通办")}
    either = chosen(graph, regions=("射洪县", "船山区"), initiatives=(CENTRALISED,))
    assert adoptions(either) == {("射洪县", CENTRALISED), ("船山区", CENTRALISED)}


@pytest.mark.parametrize("word", ["川办发〔2016〕76号", "policy/川办发〔2016〕76号"])
def test_a_policy_by_number_or_key(graph: KnowledgeGraph, word: str) -> None:
    part = chosen(graph, policies=(word,))
    assert len(list(part.relationships("IMPLEMENTS"))) == 3


def test_an_agency(graph: KnowledgeGraph) -> None:
    part = chosen(graph, agencies=("射洪县行政审批局",))
    assert [n.properties["name"] for n in part.nodes("Event")] == ["射洪县行政审批局"]


def test_hops_go_further_but_not_through_years(graph: KnowledgeGraph) -> None:
    sizes = [len(chosen(graph, regions=("船山区",), hops=hops)) for hops in (0, 1, 2)]
    assert sizes[0] == 1 < sizes[1] < sizes[2]
    year_2019 = chosen(graph, policies=("遂府办函〔2019〕12号",), hops=1)
    assert year_2019.node("year/2019") is not None
    assert year_2019.node("document/" + "0" * 16) is None


def test_years_select_by_the_year_of_the_statement(graph: KnowledgeGraph) -> None:
    assert adoptions(chosen(graph, years=(2018, 2018))) == {("射洪县", "一网通办"), ("船山区", CENTRALISED)}
    early = chosen(graph, years=(2017, 2017))
    assert adoptions(early) == {("射洪县", CENTRALISED)}
    assert not list(early.nodes("Event"))  # the agency was set up in 2018
    assert early.node("region/510900/遂宁市") is not None  # what the county belongs to


def test_years_leave_out_what_the_ontology_says_of_other_years(graph: KnowledgeGraph) -> None:
    assert not [
        e for e in chosen(graph, years=(2017, 2017)).relationships("SUCCEEDED_BY") if e.properties["year"] > 2017
    ]


def test_as_of_equals_the_graph_known_then(directory: GraphDirectory) -> None:
    part = select(EmbeddedStore(directory=directory), Selection(as_of=2018)).whole
    assert part.content_hash() == assemble(all_documents, "test", 2018).graph.content_hash()
    assert adoptions(part) == {("射洪县", CENTRALISED), ("射洪县", "一网通办")}


def test_as_of_before_any_document_says_so(directory: GraphDirectory) -> None:
    with pytest.raises(SelectionError, match="no document of this graph could be known at the end of 2001"):
        select(EmbeddedStore(directory=directory), Selection(as_of=2001))


def test_as_of_needs_the_records(graph: KnowledgeGraph) -> None:
    with pytest.raises(SelectionError, match="needs a graph directory"):
        chosen(graph, as_of=2018)


def test_a_query_chooses_nodes_relationships_and_keys(graph: KnowledgeGraph) -> None:
    edges = chosen(graph, cypher="MATCH (:Region)-[a:ADOPTED {status: 'pilot'}]->() RETURN a")
    assert adoptions(edges) == {("射洪县", CENTRALISED)} and len(edges) == 2
    keys = chosen(graph, cypher="MATCH (r:Region)-[:ADOPTED]->(i {name: '一网通办'}) RETURN r.key, i.key")
    assert adoptions(keys) == {("射洪县", "一网通办"), ("遂宁市", "一网通办")}


def test_a_query_without_elements_is_refused(graph: KnowledgeGraph) -> None:
    with pytest.raises(SelectionError, match="gives no nodes"):
        chosen(graph, cypher="MATCH (n:Region) RETURN count(*)")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"regions": ("射洪镇",)}, "no region in this graph is called 射洪镇; nearest: 射洪"),
        ({"initiatives": ("一网通半",)}, "nearest: 一网通办"),
        ({"policies": ("国发〔1999〕1号",)}, "no policy in this graph is called"),
    ],
)
def test_a_word_that_names_nothing_is_refused_with_the_nearest(
    graph: KnowledgeGraph, options: dict[str, tuple[str, ...]], says: str
) -> None:
    with pytest.raises(SelectionError, match=says):
        chosen(graph, **options)


@pytest.mark.parametrize(("text", "span"), [("2015:2020", (2015, 2020)), ("2018", (2018, 2018)), (":2018", (0, 2018))])
def test_spans_of_years(text: str, span: tuple[int, int]) -> None:
    assert parse_years(text) == span


@pytest.mark.parametrize("text", ["2020:2015", "二〇一五", "2015-2020"])
def test_no_span_of_years(text: str) -> None:
    with pytest.raises(SelectionError, match=text):
        parse_years(text)


def test_who_learned_from_whom_is_shown_with_the_initiative_it_is_of() -> None:
    text = "遂宁市推行一网通办。绵阳市推行一网通办。遂宁市推行容缺受理。学习借鉴绵阳市一网通办经验。学习借鉴绵阳市容缺受理经验。\n"
    graph = assemble(
        lambda: [
            document(
                "2021/x.txt", text, head={"region": "510900", "year": 2021},
                regions=[{"code": "510700", "name": "绵阳市", "surface": "绵阳市"}],
                initiatives=[{"name": name, "surface": name} for name in ("一网通办", "容缺受理")],
                adoptions=[
                    {"region": code, "initiative": name, "year": 2021, "evidence": f"{place}推行{name}"}
                    for code, place, name in (("510900", "遂宁市", "一网通办"), ("510700", "绵阳市", "一网通办"),
                                              ("510900", "遂宁市", "容缺受理"))
                ],
                claims=[
                    {"kind": "learned", "region": "510900", "other": "510700", "initiative": name, "year": 2021,
                     "evidence": f"学习借鉴绵阳市{name}经验"} for name in ("一网通办", "容缺受理")
                ],
            )
        ],
        "test",
    ).graph  # fmt: skip

    def learned(**options: object) -> list[str]:
        return sorted(e.properties["initiative"] for e in chosen(graph, **options).relationships("LEARNED_FROM"))

    assert learned(initiatives=("一网通办",)) == ["initiative/一网通办"]
    assert learned(regions=("绵阳市",)) == ["initiative/一网通办", "initiative/容缺受理"]
    assert learned() == ["initiative/一网通办", "initiative/容缺受理"]
