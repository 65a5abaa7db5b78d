"""The heat map: one mark for one meaning, cell by cell, and which regions are shown at first."""

from __future__ import annotations

from kg.pictures.heat import FEWEST, MOST, heat_model, row_cells
from kg.pictures.words import Words
from kg.tracing.record import Row
from tests.kg.pictures.hand import evidence, row, statement

YEARS = range(2015, 2019)


def cells(of: Row) -> list[dict]:
    return row_cells(of, YEARS, evidence(of))


def test_silent_and_unobserved_are_told_apart() -> None:
    assert cells(row("1", "甲县", observed=(2015, 2017))) == [{"observed": 1}, {"observed": 0}, {"observed": 1}, {"observed": 0}]


def test_the_strongest_stage_stands_for_a_year_and_its_sentence_comes_first() -> None:
    of = row("1", "甲县", ("mention", 2016), ("planned", 2016), ("pilot", 2016), observed=(2016,))
    assert cells(of)[1] == {"observed": 1, "state": "pilot", "first": "bounded", "sentences": [1, 0, 2]}
    assert of.statements[1].stage == "pilot"


def test_the_first_adoption_is_outlined_as_far_as_it_is_known() -> None:
    exact = cells(row("1", "甲县", ("implemented", 2016), ("completed", 2017), observed=(2015, 2016, 2017)))
    assert [cell.get("first") for cell in exact] == [None, "exact", None, None]
    assert [cell.get("state") for cell in exact] == [None, "implemented", "completed", None]
    assert cells(row("1", "甲县", ("implemented", 2017), observed=(2015, 2017)))[2]["first"] == "bounded"


def test_a_plan_told_by_another_years_report_stands_on_a_hollow_cell() -> None:
    of = row("1", "甲县", statement("region/1/甲县", "planned", 2016, told=2015), observed=(2015,))
    assert cells(of)[1] == {"observed": 0, "state": "planned", "sentences": [0]}


def test_own_rules_and_designations_never_fill_a_cell() -> None:
    of = row("1", "甲县", ("laid_down", 2016), ("designated", 2016), observed=(2016,))
    assert cells(of)[1] == {"observed": 1, "beside": ["laid_down", "designated"], "sentences": [0, 1]}


def test_many_regions_are_shown_by_how_many_years_their_reports_are_on() -> None:
    once = [row(f"{at:06}", f"第{at}县", observed=(2016,)) for at in range(MOST)]
    often = [row(f"99999{at}", f"末{at}县", observed=(2000, 2015, 2016)) for at in range(FEWEST)]
    elsewhere = row("999990", "旧县", observed=(2000, 2001, 2002))
    rows = [*once, *often, elsewhere]
    model = heat_model(rows, YEARS, evidence(*rows), Words("en"))
    assert model["first"] == list(range(MOST, MOST + FEWEST))
    assert model["left_out"] == f"Shown: the {FEWEST} regions with reports on at least 2 years. {MOST + 1} have fewer."
    few = heat_model(rows[:3], YEARS, evidence(*rows[:3]), Words("en"))
    assert (few["first"], few["left_out"]) == ([0, 1, 2], None)


def test_where_reports_do_not_tell_many_regions_apart_the_first_of_the_list_are_shown() -> None:
    rows = [row(f"{at:06}", f"第{at}县", observed=(2016,)) for at in range(MOST + 3)]
    model = heat_model(rows, YEARS, evidence(*rows), Words("en"))
    assert model["first"] == list(range(MOST))
    assert model["left_out"] == f"Shown: the first {MOST} regions by first adoption; 3 more."


def finding(*rows: Row, lang: str = "zh") -> str:
    return heat_model(rows, YEARS, evidence(*rows), Words(lang))["finding"]


def test_only_who_is_known_to_have_been_without_is_called_first() -> None:
    exact = row("1", "甲县", ("implemented", 2017), observed=(2016, 2017))
    left = row("2", "乙县", ("implemented", 2015), observed=(2015,))
    assert finding(exact) == "甲县 2017 年最早；到 2017 年，1 个地区中 1 个已表述采纳"
    assert finding(left, exact).startswith("2 个采纳地区中起始年份可考的 1 个里，甲县 2017 年最早")
    assert finding(left) == "此前都没有未提的报告，谁最早无从得知；到 2015 年，1 个地区中 1 个已表述采纳"
    assert finding(row("3", "丙县", observed=(2016,))) == "1 个地区均未表述采纳"


def test_several_first_regions_are_named_or_counted() -> None:
    same = [row(str(at), f"{name}县", ("implemented", 2016), observed=(2015, 2016)) for at, name in enumerate("甲乙丙丁")]
    assert finding(*same[:3], lang="en").startswith("甲县, 乙县, 丙县 first, in 2016")
    assert finding(*same, lang="en").startswith("甲县, 乙县 and 2 more first, in 2016")
