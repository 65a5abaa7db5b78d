"""The page counts what the command's tables count, by the same names."""

from __future__ import annotations

import pytest

from kg.pictures.model import page_model
from kg.pictures.words import Words, _read, percent
from kg.tracing.trace import Trace, trace
from tests.kg.tracing.test_trace import spread
from tests.kg.tracing.world import GRID, told, world


@pytest.fixture(scope="module")
def found() -> Trace:
    return trace(spread(), GRID)


def test_head_regions_and_classes_add_up_to_the_record(found: Trace) -> None:
    model = page_model(found, "en")
    record = [row for row in found["record"].records() if row["level"] != "country"]
    assert len(model["regions"]) == len(record) == sum(model["classes"].values()) == 8
    assert model["head"]["sum"] == "8 regions = adopted 6 + planned only 1 + report, silent 1"
    assert sum(item["statements"] for item in model["regions"]) == len(model["sentences"])
    by_code = {row["code"]: (row["hi"], row["bound"], row["observed_years"]) for row in record}
    assert {item["code"]: (item.get("year"), item["bound"], len(item["observed"])) for item in model["regions"]} == by_code


def test_the_curves_strips_are_the_tables_of_coverage_and_adoptions(found: Trace) -> None:
    model = page_model(found, "en")
    observed = {(row["year"], row["level"]): (row["observed"], row["regions"]) for row in found["coverage"].records()}
    adopted = {(row["year"], row["level"]): (row["exact"], row["adopters"] - row["exact"]) for row in found["adoptions"].records()}
    for strip in model["curve"]["strips"]:
        for year, coverage, firsts in zip(model["years"], strip["coverage"], strip["firsts"], strict=True):
            at = year, strip["level"]
            assert tuple(coverage) == observed.get(at, (0, coverage[1]))
            assert tuple(firsts) == adopted.get(at, (0, 0))


def test_each_region_has_the_sentence_of_its_adoption(found: Trace) -> None:
    model = page_model(found, "en")
    quotes = {row["code"]: row["quote"] for row in found["record"].records() if row["quote"]}
    shown = {item["code"]: model["sentences"][item["sentence"]]["quote"] for item in model["regions"] if "year" in item}
    assert shown == quotes


def test_the_foot_is_the_traces_and_says_what_the_pictures_leave_out(found: Trace) -> None:
    model = page_model(found, "zh")
    assert [note.text("zh") for note in found.notes] == model["notes"][: len(found.notes)]
    late = trace(world(told("510903", 2008, "planned"), told("510903", 2018, "implemented")), GRID)
    assert page_model(late, "en")["notes"][-1] == "2 sentences speak of years that the pictures do not show (2015–2018)."


def test_a_part_of_the_graph_says_so_in_the_title() -> None:
    assert page_model(trace(spread(), GRID, regions=("遂宁市",)), "zh")["scope"] == "遂宁市"
    assert page_model(trace(spread(), GRID), "zh")["scope"] == ""


def test_both_languages_have_the_same_words_with_the_same_blanks() -> None:
    def blanks(text: str) -> set[str]:
        return {part.partition("}")[0] for part in text.split("{")[1:]}

    both = _read()
    assert both["en"].keys() == both["zh"].keys()
    assert [name for name in both["en"] if blanks(both["en"][name]) != blanks(both["zh"][name])] == []


@pytest.mark.parametrize("level", ["province", "prefecture", "county", "all"])
def test_levels_have_words(level: str) -> None:
    assert Words("zh").level(level) and Words("en").level(level)


def test_no_share_is_rounded_to_all_or_nothing() -> None:
    assert [percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == ["0 %", "1 %", "50 %", "99 %", "100 %"]
