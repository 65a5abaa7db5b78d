from __future__ import annotations

import pytest

from cypher.elements import Node, Relationship
from cypher.errors import ParameterError
from cypher.named import NamedQuery, QueryParameter, load_named_query
from kg.errors import SelectionError
from kg.model import KnowledgeGraph
from kg.named_values import look_up
from kg.stores.embedded import EmbeddedStore
from tests.cypher.sample import sample


def _region(code: str, name: str, full: str) -> Node:
    key = f"region/{code}/{name}"
    told = {"key": key, "name": name, "code": code, "full_name": full, "level": "county", "valid": ["1980-"]}
    return Node(key, "Region", told)


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    """The sample, with regions that share a name, one that no document speaks of, and one that only begins alike."""
    nodes, edges = sample()
    known = next(edge.properties["source"] for edge in edges if edge.type == "COVERS")
    more = [
        _region("511002", "市中区", "四川省内江市市中区"),
        _region("370402", "市中区", "山东省枣庄市市中区"),
        _region("512832", "遂宁县", "四川省绵阳地区遂宁县"),
        _region("460000", "海南省", "海南省"),
        _region("632500", "海南藏族自治州", "青海省海南藏族自治州"),
    ]
    spoken = [
        Relationship(f"mentions-{i}", "MENTIONS", known, node.key, {"key": f"mentions-{i}", "source": known, "rule": "r", "mentions": 1})
        for i, node in enumerate(more) if node.properties["name"] != "遂宁县"
    ]  # fmt: skip
    return EmbeddedStore(KnowledgeGraph([*nodes, *more], [*edges, *spoken]))


def _asked(store: EmbeddedStore, query: str, **given: str) -> dict[str, object]:
    return look_up(store, load_named_query(query), given).parameters


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("遂宁市", "遂宁市"), ("遂宁", "遂宁市"), ("510900", "遂宁市"), ("region/510900/遂宁市", "遂宁市"), ("遂宁县", "遂宁县"),
        ("511002", "region/511002/市中区"), ("四川省内江市市中区", "region/511002/市中区"), ("市中区", "市中区"),
    ],
)  # fmt: skip
def test_a_region_by_short_name_code_or_full_name(store: EmbeddedStore, word: str, value: str) -> None:
    assert _asked(store, "region_profile", region=word) == {"region": value}


@pytest.mark.parametrize(
    ("query", "given", "value"),
    [
        ("adoption_timeline", {"initiative": "一网通办"}, "一网通办"),
        ("adoption_timeline", {"initiative": "全程网办"}, "一网通办"),
        ("first_years_of_initiatives", {"initiatives": "一网通办，initiative/最多跑一次、一网通办"}, ["一网通办", "最多跑一次"]),
        ("policy_chain", {"number": "遂府办发[2017]12号"}, "遂府办发〔2017〕12号"),
        ("policy_chain", {"number": "遂宁市审批改革方案"}, "遂府办发〔2017〕12号"),
        ("indicator_ranking", {"indicator": "可办"}, "可办"),
    ],
)  # fmt: skip
def test_what_is_named_gets_the_name_that_the_graph_has(
    store: EmbeddedStore, query: str, given: dict[str, str], value: object
) -> None:
    assert next(iter(_asked(store, query, **given).values())) == value


def test_things_of_any_kind(store: EmbeddedStore) -> None:
    asked = _asked(store, "evidence_for_statement", **{"from": "遂宁", "to": "全程网办"})
    assert asked == {"from": "遂宁市", "to": "一网通办"}
    assert store.query(load_named_query("evidence_for_statement").text, asked).rows


@pytest.mark.parametrize(
    ("query", "given", "words"),
    [
        ("region_profile", {"region": "衢洲市"}, "no region in this graph is called 衢洲市; nearest: 衢州市"),
        ("two_regions_compared", {"first": "遂宁", "second": "衢洲市"}, "衢洲市; nearest: 衢州市"),
        ("region_profile", {"region": "海南"}, r"海南 names several regions: 海南省 \(460000\), 青海省海南藏族自治州 \(632500\); give one"),
        ("first_years_of_initiatives", {"initiatives": "一网通办,最多跑两次"}, "called 最多跑两次; nearest: 最多跑一次"),
        ("policy_chain", {"number": "遂府办发〔2017〕13号"}, "has the number 遂府办发〔2017〕13号; nearest: 遂府办发〔2017〕12号"),
        ("policy_chain", {"number": "遂宁市审批改革法案"}, "no policy in this graph is called 遂宁市审批改革法案; nearest: 遂宁市审批改革方案"),
        ("indicator_ranking", {"indicator": "可办律"}, "has “可办律” in its name; nearest: 网上可办率"),
        ("evidence_for_statement", {"from": "遂宁市司法鞠"}, "nothing in this graph is called 遂宁市司法鞠; nearest: 遂宁市, 衢州市司法局"),
        ("evidence_for_statement", {"from": "海南"}, "海南 names several regions"),
    ],
)  # fmt: skip
def test_what_names_nothing_is_refused_with_the_nearest(
    store: EmbeddedStore, query: str, given: dict[str, str], words: str
) -> None:
    with pytest.raises(SelectionError, match=words):
        look_up(store, load_named_query(query), given)


def test_a_default_that_this_graph_lacks_says_what_to_give() -> None:
    with pytest.raises(SelectionError, match=r"what region_profile asks by default, so give another: -p region=…"):
        look_up(EmbeddedStore(KnowledgeGraph()), load_named_query("region_profile"), {})


def test_the_parameters_are_told_with_what_is_by_default(store: EmbeddedStore) -> None:
    asked = look_up(store, load_named_query("first_adopters"), {"initiative": "一网通办"})
    assert asked.notes == ["asked with initiative=一网通办, limit=10 (default)"]
    assert look_up(store, load_named_query("initiatives_overview"), {}).notes == []


def test_a_name_of_several_regions_is_told(store: EmbeddedStore) -> None:
    told = look_up(store, load_named_query("region_profile"), {"region": "市中区"}).notes[1]
    assert told.startswith("市中区 is the name of 2 regions") and "山东省枣庄市市中区 (370402)" in told


def test_a_parameter_that_the_query_has_not(store: EmbeddedStore) -> None:
    query = NamedQuery("q", "?", "？", (QueryParameter("region", "region", None),), ("x",), "RETURN 1 AS x")
    with pytest.raises(ParameterError, match="did you mean region"):
        look_up(store, query, {"regoin": "遂宁"})
