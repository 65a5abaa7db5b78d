"""The timeline layout: a lane for each initiative, years across, no mark over another."""

from __future__ import annotations

import random

from kg.views.layout.timeline import Adoption, timeline


def _adoptions(count: int = 200) -> list[Adoption]:
    pick = random.Random(4)
    return [Adoption(pick.randrange(6), 10 + n, 2015 + min(9, int(pick.expovariate(0.4)))) for n in range(count)]


def test_marks_stand_in_the_lane_of_their_initiative_and_the_strip_of_their_year() -> None:
    adoptions = _adoptions()
    laid = timeline(adoptions)
    assert laid is not None
    lanes = {lane.node: lane for lane in laid.lanes}
    years = dict(laid.years)
    for adoption, (x, y) in zip(adoptions, laid.marks, strict=True):
        assert lanes[adoption.initiative].top < y < lanes[adoption.initiative].bottom
        assert abs(x - years[adoption.year]) < laid.step / 2
    assert len(set(laid.marks)) == len(laid.marks)


def test_lanes_are_sorted_by_their_first_year_and_close_up() -> None:
    laid = timeline([Adoption(3, 9, 2020), Adoption(1, 9, 2016), Adoption(2, 8, 2016), Adoption(3, 7, 2018)])
    assert laid is not None
    assert [lane.node for lane in laid.lanes] == [1, 2, 3]
    assert [lane.top for lane in laid.lanes[1:]] == [lane.bottom for lane in laid.lanes[:-1]]
    assert [year for year, _ in laid.years] == [2016, 2017, 2018, 2019, 2020]


def test_years_without_any_adoption_keep_their_room() -> None:
    laid = timeline([Adoption(1, 2, 2010), Adoption(1, 3, 2020)])
    assert laid is not None
    steps = {round(b - a, 3) for (_, a), (_, b) in zip(laid.years, laid.years[1:], strict=False)}
    assert steps == {laid.step}


def test_nothing_to_show() -> None:
    assert timeline([]) is None
