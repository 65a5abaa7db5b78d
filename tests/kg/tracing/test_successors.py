"""One place under several names."""

from __future__ import annotations

from cypher.elements import Relationship
from kg.tracing.successors import heirs
from kg.tracing.trace import trace
from tests.kg.tracing.world import GRID, PLACES, told, world

PLACES["510981"] = "射洪市"


def step(start: str, end: str) -> Relationship:
    return Relationship(f"{start}-{end}", "SUCCEEDED_BY", start, end, {"year": 2019})


def test_what_a_region_last_became() -> None:
    assert heirs([step("a", "b"), step("b", "c")]) == {"a": "c", "b": "c"}


def test_a_divided_region_and_a_joined_one_stay_apart() -> None:
    assert heirs([step("a", "b"), step("a", "c")]) == {}
    assert heirs([step("a", "c"), step("b", "c"), step("c", "d")]) == {"c": "d"}


def test_names_that_come_back_end() -> None:
    assert set(heirs([step("a", "b"), step("b", "a")])) == {"a", "b"}


def test_a_county_that_became_a_city_is_one_place_on_request() -> None:
    graph = world(told("510922", 2016), told("510922", 2017, "pilot"), told("510981", 2020, "completed"), told("510981", 2021))
    apart = trace(graph, GRID)
    assert apart["first_adopters"].column("region") == ["射洪县", "射洪市"]
    assert "(射洪县, 射洪市): 1" in " ".join(note.text() for note in apart.notes)
    found = trace(graph, GRID, join_successors=True)
    assert [(row["region"], row["year"], row["bound"]) for row in found["first_adopters"].records()] == [
        ("射洪市", 2017, "exact")
    ]
    old = trace(graph, GRID, join_successors=True, regions=("射洪县",))
    assert old["record"].column("region") == ["射洪市"]
    assert found["pilots"].column("years") == [3]
    assert found["record"].column("observed_years") == [4]
    assert "--join-successors" not in " ".join(note.text() for note in found.notes)
