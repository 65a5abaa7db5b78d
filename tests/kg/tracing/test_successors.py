"""One place under several names."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cypher.elements import Node, Relationship
from kg.tracing.successors import heirs
from kg.tracing.trace import trace
from tests.kg.tracing.world import GRID, PLACES, told, world

PLACES["510981"] = "射洪市"



def became(*steps: str, valid: str = "1983-2018", more: Sequence[Relationship] = ()) -> dict[str, str]:
    """Who is whose heir, of steps such as ``ab`` in 2019."""
    edges = [Relationship(step, "SUCCEEDED_BY", step[0], step[1], {"year": 2019}) for step in steps]
    nodes = {key: Node(key, "Region", {"valid": [valid]}) for step in steps for key in step}
    return heirs([*edges, *more], nodes)


def test_what_a_region_last_became() -> None:
    assert became("ab", "bc") == {"a": "c", "b": "c"}


def test_a_divided_region_and_a_joined_one_stay_apart() -> None:
    assert became("ab", "ac") == {}
    assert became("ac", "bc", "cd") == {"c": "d"}


@pytest.mark.parametrize("valid", ["1983-", "1983-2024"])
def test_a_region_that_goes_on_stays_apart_from_what_it_gave_away(valid: str) -> None:
    assert became("ab", valid=valid) == {}


def test_a_region_that_also_took_a_part_of_one_that_goes_on_is_no_one_place() -> None:
    took = [Relationship("bc", "SPLIT_FROM", "b", "c", {"year": 2019, "founded": True})]
    assert became("ab", more=took) == {}
    later = [Relationship("bc", "SPLIT_FROM", "b", "c", {"year": 2022, "founded": False})]
    assert became("ab", more=later) == {"a": "b"}


def test_names_that_come_back_end() -> None:
    assert set(became("ab", "ba")) == {"a", "b"}


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
