"""The record: stages, bounds, and what is no observation."""

from __future__ import annotations

import pytest

from kg.model import KnowledgeGraph
from kg.tracing.facts import read_facts
from kg.tracing.record import COLUMNS, Row, make_record, naming_rate
from kg.tracing.trace import trace
from kg.tracing.words import DONE
from tests.kg.tracing.world import GRID, told, world

CHUANSHAN = "region/510903/船山区"
ANJU = "region/510904/安居区"


def record(graph: KnowledgeGraph, *counted: str) -> dict[str, Row]:
    return make_record(read_facts(graph, GRID), counted or DONE)


def bound(row: Row) -> tuple[int | None, int | None, str]:
    return row.lo, row.hi, row.bound


# Bounds


def test_exact_where_the_year_before_is_observed_and_silent() -> None:
    row = record(world(told("510903", 2016), told("510903", 2017), told("510903", 2018, "implemented")))[CHUANSHAN]
    assert bound(row) == (2017, 2018, "exact") and row.silent == (2016, 2017)


def test_an_interval_where_the_last_silent_year_lies_further_back() -> None:
    row = record(world(told("510903", 2014), told("510903", 2018, "pilot")))[CHUANSHAN]
    assert bound(row) == (2014, 2018, "interval")


def test_left_where_the_first_observed_year_has_it() -> None:
    row = record(world(told("510903", 2018, "implemented"), told("510903", 2019)))[CHUANSHAN]
    assert bound(row) == (None, 2018, "left")


def test_unobserved_where_another_regions_report_says_it() -> None:
    found = record(world(told("510900", 2018, ("implemented", f"船山区推进{GRID}。"), of="510903")))
    assert bound(found[CHUANSHAN]) == (None, 2018, "unobserved")
    assert bound(found["region/510900/遂宁市"]) == (2018, None, "right")


def test_unobserved_where_the_first_report_looks_back() -> None:
    row = record(world(told("510903", 2019, "implemented", said=2016)))[CHUANSHAN]
    assert bound(row) == (None, 2016, "unobserved")


def test_a_report_that_looks_back_dates_by_what_it_says() -> None:
    row = record(world(told("510903", 2015), told("510903", 2019, "implemented", said=2016)))[CHUANSHAN]
    assert bound(row) == (2015, 2016, "exact")


def test_a_plan_is_silence_about_the_deed() -> None:
    row = record(world(told("510903", 2017, "planned"), told("510903", 2018, "implemented")))[CHUANSHAN]
    assert bound(row) == (2017, 2018, "exact") and row.stages["planned"].year == 2017


def test_right_where_it_is_observed_and_never_stated() -> None:
    row = record(world(told("510904", 2017), told("510904", 2019), told("510903", 2018, "pilot")))[ANJU]
    assert bound(row) == (2019, None, "right") and row.adoption is None


# What is no observation: a year without a report, one with a regulation only, one after the last report


def test_a_year_without_a_report_is_no_silence() -> None:
    row = record(world(told("510903", 2015), told("510903", 2018, "implemented")))[CHUANSHAN]
    assert row.observed == (2015, 2018) and row.silent == (2015,)


def test_a_year_with_a_regulation_only_is_no_silence() -> None:
    rule = told("510903", 2017, kind="law", title="船山区河道管理条例")
    row = record(world(told("510903", 2015), rule, told("510903", 2018, "implemented")))[CHUANSHAN]
    assert bound(row) == (2015, 2018, "interval") and 2017 not in row.observed


@pytest.mark.parametrize("kind", ["notice", "opinion", "measures", "decision", "news", "plan"])
def test_a_document_about_one_matter_is_no_silence(kind: str) -> None:
    other = told("510903", 2017, kind=kind, title="船山区窗口服务事项")
    row = record(world(other, told("510903", 2018, "implemented")))[CHUANSHAN]
    assert bound(row) == (None, 2018, "left")


def test_the_years_after_the_last_report_are_no_silence() -> None:
    graph = world(told("510904", 2015), told("510904", 2016), told("510903", 2018, "implemented"), told("510903", 2020))
    row = record(graph)[ANJU]
    assert bound(row) == (2016, None, "right") and max(row.observed) == 2016


def test_a_functional_area_is_not_its_city() -> None:
    area = told("510903", 2017, "implemented", title="高新区管理委员会2017年工作报告", area="高新区")
    row = record(world(told("510903", 2016), area, told("510903", 2018, "implemented")))[CHUANSHAN]
    assert row.observed == (2016, 2018) and bound(row) == (2016, 2018, "interval")
    assert [statement.year for statement in row.statements] == [2018, 2018]


def test_a_row_of_a_catalogue_is_no_observation() -> None:
    title = told("510903", 2017, title="船山区2017年工作总结报告", file="t.csv#4")
    row = record(world(title, told("510903", 2018, "implemented")))[CHUANSHAN]
    assert bound(row) == (None, 2018, "left")


# What counts


def test_what_counts_is_chosen() -> None:
    graph = world(
        told("510903", 2016), told("510903", 2017, "planned"), told("510903", 2018, "pilot"), told("510903", 2020, "completed")
    )
    assert record(graph, "planned")[CHUANSHAN].hi == 2017
    assert record(graph)[CHUANSHAN].hi == 2018
    assert record(graph, "completed")[CHUANSHAN].hi == 2020
    assert record(graph, "laid_down")[CHUANSHAN].hi is None


def test_a_regulation_of_the_reform_lays_it_down_and_counts_apart() -> None:
    rule = told("510903", 2017, ("implemented", f"本区推进{GRID}。"), kind="law", title=f"船山区{GRID}条例")
    graph = world(rule, told("510903", 2018))
    assert record(graph)[CHUANSHAN].adoption is None
    row = record(graph, "laid_down")[CHUANSHAN]
    assert (row.hi, row.bound) == (2017, "unobserved") and row.stages["laid_down"].by_rule


def test_the_day_of_first_passing_tells_that_it_was_not_there_the_year_before() -> None:
    passed = {"title": f"船山区{GRID}条例", "said": 2017, "on": "2017-06-30", "passed": "2017-06-30"}
    rule = told("510903", 2019, ("implemented", f"本区推进{GRID}。"), kind="law", **passed)
    graph = world(rule, told("510903", 2020))
    row = record(graph, "laid_down")[CHUANSHAN]
    assert (row.lo, row.hi, row.bound, row.p_missed(0.2)) == (2016, 2017, "exact", 0.0)
    row = record(graph, "laid_down", *DONE)[CHUANSHAN]
    assert (row.lo, row.hi, row.bound) == (None, 2017, "unobserved")
    cascade = trace(graph, GRID, count=("laid_down",)).cascade()
    assert cascade.rows == (("510903", 2017, GRID),)


def test_a_regulation_of_something_else_only_mentions_it() -> None:
    rule = told("510903", 2017, ("implemented", f"本区推进{GRID}。"), kind="law", title="船山区河道管理条例")
    row = record(world(rule, told("510903", 2018)), "laid_down", *DONE)[CHUANSHAN]
    assert row.adoption is None and row.stages == {} and row.statements[0].year == 2017


def test_a_dated_sentence_comes_before_an_undated_one_of_its_year() -> None:
    row = record(
        world(told("510903", 2018, ("pilot", f"试点{GRID}。")), told("510903", 2018, ("pilot", f"启动{GRID}。"), on="2018-11-20", title="船山区2018年总结"))
    )[CHUANSHAN]  # fmt: skip
    assert row.adoption is not None and row.adoption.date == "2018-11-20"


# The table


def test_cells_are_under_their_columns() -> None:
    graph = world(
        told("510903", 2016), told("510903", 2017, "planned"), told("510903", 2018, "pilot", on="2018-03"),
        told("510903", 2019, "implemented"), told("510903", 2021),
    )  # fmt: skip
    found = record(graph)
    rate, years = naming_rate(found.values())
    assert (rate, years) == (0.5, 2)
    cells = dict(zip(COLUMNS, found[CHUANSHAN].cells(GRID, rate), strict=True))
    expected = {
        "code": "510903", "region": "船山区", "level": "county", "parent_code": "510900", "initiative": GRID,
        "first_mention": 2017, "first_planned": 2017, "first_pilot": 2018, "first_implemented": 2019, "first_completed": None,
        "first_laid_down": None, "designated": None, "last_mention": 2019, "lo": 2017, "hi": 2018, "bound": "exact",
        "silent_before": 2, "p_missed": 0.25, "observed_years": 5, "quote": f"船山区2018年0推进{GRID}。",
        "first_pilot_date": "2018-03",
    }  # fmt: skip
    assert {name: cells[name] for name in expected} == expected
    assert cells["statement"] == cells["first_pilot_statement"]


def test_the_naming_rate_counts_later_reports_only() -> None:
    graph = world(
        told("510903", 2016, "implemented"), told("510903", 2017), told("510903", 2018, "planned"),
        told("510903", 2019, "implemented"), told("510904", 2016), told("510904", 2018, "pilot"),
    )  # fmt: skip
    assert naming_rate(record(graph).values()) == (pytest.approx(1 / 3), 3)
    assert naming_rate(record(world(told("510903", 2016, "pilot"))).values()) == (None, 0)
