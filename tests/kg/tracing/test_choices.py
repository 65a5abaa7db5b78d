"""What of a graph a trace is asked for: how sure, which regions, years, parts and stages; and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import GraphError, SelectionError
from kg.model import KnowledgeGraph
from kg.tracing.trace import trace
from tests.kg.tracing.test_trace import notes, rows, spread
from tests.kg.tracing.world import GRID, told, world


def test_sentences_that_are_not_likely_enough_are_mentions() -> None:
    made = world(told("510903", 2016, "implemented"), told("510903", 2018, "implemented"), told("510904", 2017, "implemented"))
    doubt = {2016: 0.4, 2017: 0.4, 2018: 0.9}
    edges = (
        replace(e, properties=dict(e.properties) | {"confidence": doubt[e.properties["year"]]}) if e.type == "ADOPTED" else e
        for e in made.relationships()
    )
    graph = KnowledgeGraph(made.nodes(), edges)
    assert rows(trace(graph, GRID), "first_adopters", "region", "year", "confidence") == [
        ("船山区", 2016, 0.4), ("安居区", 2017, 0.4),
    ]  # fmt: skip
    found = trace(graph, GRID, min_confidence=0.8)
    assert rows(found, "first_adopters", "region", "year", "bound") == [("船山区", 2018, "interval")]
    assert rows(found, "record", "region", "first_mention", "hi") == [("船山区", 2016, 2018), ("安居区", 2017, None)]
    assert "with less probability than --min-confidence: 2." in notes(found)


def test_regions_narrow_what_is_shown_and_not_what_is_known() -> None:
    found = trace(spread(), GRID, regions=("船山区",))
    assert rows(found, "record", "region") == [("船山区",)]
    assert rows(found, "order", "superior_year", "order") == [(2017, "later")]
    assert rows(found, "first_adopters", "p_missed") == rows(trace(spread(), GRID), "first_adopters", "p_missed")[:1]


def test_years_are_as_if_the_others_were_not_there() -> None:
    found = trace(spread(), GRID, years=(2017, 2018))
    assert rows(found, "first_adopters", "region", "year", "bound") == [
        ("遂宁市", 2017, "left"), ("安居区", 2017, "left"), ("船山区", 2018, "left"), ("射洪县", 2018, "left"),
    ]  # fmt: skip


def test_keys_narrow_as_well() -> None:
    assert rows(trace(spread(), GRID, among={"region/510904/安居区"}), "record", "region") == [("安居区",)]


def test_parts_are_traced_on_request() -> None:
    graph = world(told("510903", 2016, "implemented", name="三证合一"), told("510904", 2017, "implemented", name="商事制度改革"))
    alone, together = trace(graph, "商事制度改革"), trace(graph, "商事制度改革", children=True)
    assert [r for r in rows(alone, "record", "region", "hi") if r[1]] == [("安居区", 2017)]
    assert rows(together, "record", "region", "hi") == [("船山区", 2016), ("安居区", 2017)]
    assert "Initiatives that are part of it" in notes(alone) and "三证合一" in notes(together)


def test_a_form_names_its_initiative() -> None:
    graph = world(told("510903", 2018, "implemented", name="放管服改革"))
    assert trace(graph, "“放管服”").initiative == trace(graph, "initiative/放管服改革").initiative == "放管服改革"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("网格化综合服", f"no initiative in this graph is called 网格化综合服; nearest: {GRID}"),
        ("河长志", "no initiative in this graph is called 河长志"),
        ("放管服", "放管服 is a form of 放管服改革, which no document of this graph names"),
    ],
)
def test_a_wrong_name_is_refused_with_the_nearest(name: str, message: str) -> None:
    with pytest.raises(SelectionError) as refused:
        trace(spread(), name)
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize("count", [("deed",), ()])
def test_an_unknown_stage_is_refused(count: tuple[str, ...]) -> None:
    with pytest.raises(SelectionError, match="planned, pilot, implemented, completed, laid_down, designated"):
        trace(spread(), GRID, count=count)


def test_an_unknown_region_is_refused() -> None:
    with pytest.raises(SelectionError, match="no region in this graph is called 成都市"):
        trace(spread(), GRID, regions=("成都市",))


def test_an_empty_graph_knows_no_initiative() -> None:
    with pytest.raises(SelectionError, match="no initiative"):
        trace(KnowledgeGraph(), GRID)


def test_a_graph_that_does_not_say_what_observes_is_refused() -> None:
    made = spread()
    edges = (replace(e, properties={n: v for n, v in e.properties.items() if n != "observes"}) for e in made.relationships())
    with pytest.raises(GraphError, match="build it again"):
        trace(KnowledgeGraph(made.nodes(), edges), GRID)


def test_a_subgraph_is_a_graph() -> None:
    made = spread()
    part = made.subgraph(n.key for n in made.nodes() if n.label != "Region" or not n.key.startswith("region/510703"))
    assert "涪城区" not in {region for (region,) in rows(trace(part, GRID), "record", "region")}
