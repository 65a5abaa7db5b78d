"""The origin box: the earliest of four kinds, how far its year is known, and what is not known."""

from __future__ import annotations

from kg.pictures.model import page_model
from kg.tracing.trace import trace
from tests.kg.tracing.test_designated import given
from tests.kg.tracing.test_trace import LICENSING, spread
from tests.kg.tracing.world import GRID, told, world


def boxes(graph: object, name: str = GRID, lang: str = "en") -> dict[str, dict]:
    model = page_model(trace(graph, name), lang)  # type: ignore[arg-type]
    return {box["what"]: box | {"quote_": model["sentences"][box["sentence"]]["quote"] if "sentence" in box else None} for box in model["origin"]}


def test_mention_pilot_and_deed_have_their_place_year_sentence_and_bound() -> None:
    found = boxes(spread())
    pilot = found["First pilot"]
    assert (pilot["year"], pilot["place"], pilot["quote_"]) == ("2015", "船山区", f"船山区2015年0推进{GRID}。")
    assert pilot["notes"][0] == "pilot; its report on 2014 is silent: the year is exact as far as reports tell"
    assert found["First mention"]["place"] == found["First deed"]["place"] == "船山区"


def test_what_nobody_states_is_said() -> None:
    found = boxes(world(told("510903", 2016), told("510904", 2016, "planned")))
    assert found["First pilot"]["notes"] == ["No sentence states a pilot."]
    assert "year" not in found["First deed"]
    assert found["First mention"]["notes"][0] == "planned; no report of the place on a year before: it had it by then"
    assert found["The centre's document"]["notes"] == ["No launching document is known; nothing is told of before and after."]


def test_the_centres_document_says_what_rests_on_general_knowledge_and_who_was_before() -> None:
    graph = world(
        told("510903", 2013), told("510903", 2014, "implemented", name=LICENSING), told("510904", 2018, "implemented", name=LICENSING),
        told("510922", 2014, "implemented", name=LICENSING),
    )  # fmt: skip
    launch = boxes(graph, LICENSING)["The centre's document"]
    assert (launch["year"], launch["place"]) == ("2015-03-27", "中央机构编制委员会办公室")
    assert launch["title"] == "《中央编办、国务院法制办关于印发《相对集中行政许可权试点工作方案》的通知》 中央编办发〔2015〕16号"
    assert launch["notes"] == [
        "Number and date are general knowledge, not yet found in a source.",
        "2 regions state it for an earlier year (1 exactly, 1 with a silent year before).",
    ]
    assert "Listed as first" in boxes(graph, LICENSING)["First mention"]["notes"][-1]


def test_a_pilot_that_a_superior_approved_comes_before_those_that_are_stated_later() -> None:
    agency = "四川省发展和改革委员会"
    approved = given("pilot_approved", "510903", name="营商环境创新试点", by=agency, scope="province")
    graph = world(approved, told("510903", 2018, "implemented", name="优化营商环境"), told("510904", 2018, "pilot", name="优化营商环境"))
    pilot = boxes(graph, "优化营商环境")["First pilot"]
    assert (pilot["year"], pilot["place"]) == ("2017", "船山区")
    assert pilot["notes"][0].startswith("designated by a superior; ") and pilot["notes"][-1] == f"Approved by: {agency}."
    assert "营商环境创新试点" in pilot["quote_"]
    unnamed = world(given("pilot_approved", "510903", scope="country"), told("510903", 2018, "implemented"))
    assert boxes(unnamed)["First pilot"]["notes"][-1] == "Approved at the level: country; the agency is not named."
    earlier = world(approved, told("510903", 2018, "implemented", name="优化营商环境"), told("510904", 2016, "pilot", name="优化营商环境"))
    assert boxes(earlier, "优化营商环境")["First pilot"]["place"] == "安居区"
