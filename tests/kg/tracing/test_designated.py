"""What superiors gave regions: the stage of the record, the table, the origin. The documents are of our own making."""

from __future__ import annotations

from typing import Any

import pytest

from kg.disk.parts import SourceDocument
from kg.tracing.trace import Trace, trace
from tests.kg.records import document
from tests.kg.tracing.test_trace import notes, rows
from tests.kg.tracing.world import GRID, PLACES, told, world

BUSINESS, PILOT_CITY = "优化营商环境", "营商环境创新试点"
TITLE = "遂宁市人民政府2018年工作报告"


def given(kind: str, *regions: str, name: str = GRID, date: str = "2017", by: str | None = None, **more: Any) -> SourceDocument:
    """A city's report on 2018 that tells in one sentence what ``regions`` were given in the initiative ``name``."""
    sentence = f"{'、'.join(PLACES[code] for code in regions)}获评{by or ''}{name}{kind}"
    event = {"kind": kind, "subject": name, "date": date, "decided_by": by, "evidence": sentence, "scope": more.get("scope")}
    return document(
        more.get("file", "a.txt"),
        f"{TITLE}\n{sentence}。\n",
        head={"title": TITLE, "region": "510900", "year": 2018},
        regions=[{"code": code, "name": PLACES[code], "surface": PLACES[code]} for code in regions],
        agencies=[{"name": by, "region": "510000", "kind": "发展和改革委员会", "surface": by}] if by else [],
        initiatives=[{"name": name, "new": name == GRID, "surface": name}],
        events=[event | {"region": code} for code in regions],
    )


def table(found: Trace) -> list[tuple[Any, ...]]:
    return rows(found, "designations", "designation", "region", "scope", "decided_by", "initiative", "year", "date")


def test_a_designation_is_a_stage_of_its_own() -> None:
    graph = world(given("pilot_approved", "510903", date="2017-06"))
    assert rows(trace(graph, GRID), "record", "region", "designated", "hi")[1] == ("船山区", 2017, None)
    counted = trace(graph, GRID, count=("designated",))
    assert rows(counted, "record", "designated_date", "hi", "bound")[1] == ("2017-06", 2017, "unobserved")


def test_one_sentence_gives_to_each_of_its_regions() -> None:
    graph = world(given("named_model", "510903", "510904", scope="country"))
    found = trace(graph, GRID)
    assert table(found) == [
        ("named_model", "船山区", "country", None, GRID, 2017, None),
        ("named_model", "安居区", "country", None, GRID, 2017, None),
    ]
    assert len(set(found["designations"].column("statement"))) == 2
    assert {row[1] for row in rows(found, "record", "region", "designated")} == {None, 2017}


def test_who_gave_it_is_told_and_counted() -> None:
    agency = "四川省发展和改革委员会"
    graph = world(given("pilot_approved", "510903", by=agency, scope="province"))
    found = trace(graph, GRID)
    assert table(found) == [("pilot_approved", "船山区", "province", agency, GRID, 2017, None)]
    assert rows(found, "origin", "what", "place", "by") == [("earliest pilot", "船山区", agency)]
    assert "Distinctions by superiors: 1, of 1 regions (pilots approved: 1, models named: 0" in notes(found)


def test_a_promoted_practice_is_in_the_table_and_no_adoption() -> None:
    graph = world(given("promoted", "510903", scope="country"))
    found = trace(graph, GRID, count=("designated",))
    assert [row[0] for row in table(found)] == ["promoted"]
    assert rows(found, "record", "region", "designated") == [("遂宁市", None)]


def test_the_pilot_that_was_approved_first_is_the_origin_s() -> None:
    stated = told("510904", 2018, "pilot")
    found = rows(trace(world(given("pilot_approved", "510903"), stated), GRID), "origin", "what", "place", "year", "by")
    assert found[0] == ("earliest pilot", "船山区", 2017, None)
    earlier = told("510904", 2016, "pilot")
    found = rows(trace(world(given("pilot_approved", "510903"), earlier), GRID), "origin", "what", "place", "year", "by")
    assert found[0] == ("earliest pilot", "安居区", 2016, None)


def test_a_model_has_its_own_line_in_the_origin() -> None:
    found = trace(world(given("named_model", "510903", scope="province")), GRID)
    assert rows(found, "origin", "what", "place", "by") == [("earliest model", "船山区", "province")]


def test_what_is_given_in_a_part_is_shown_and_counts_with_it_only() -> None:
    graph = world(given("pilot_approved", "510903", name=PILOT_CITY, scope="country"), told("510904", 2018, "pilot", name=BUSINESS))
    found = trace(graph, BUSINESS)
    (pilot,) = [row for row in found["origin"].records() if row["what"] == "earliest pilot"]
    assert (pilot["place"], pilot["year"], pilot["by"], pilot["form"]) == ("船山区", 2017, "country", PILOT_CITY)
    assert table(found) == [("pilot_approved", "船山区", "country", None, PILOT_CITY, 2017, None)]
    assert "船山区" not in {region for region, year in rows(found, "record", "region", "designated") if year}
    with_parts = rows(trace(graph, BUSINESS, children=True), "record", "region", "designated")
    assert ("船山区", 2017) in with_parts


@pytest.mark.parametrize(
    ("choice", "expected"),
    [({"years": (2018, 2019)}, []), ({"years": (2017, 2017)}, ["船山区"]), ({"regions": ("安居区",)}, []), ({"regions": ("遂宁市",)}, ["船山区"])],
)  # fmt: skip
def test_years_and_regions_choose_designations_too(choice: dict[str, Any], expected: list[str]) -> None:
    graph = world(given("named_model", "510903"), told("510904", 2018, "implemented"))
    assert trace(graph, GRID, **choice)["designations"].column("region") == expected
