"""The regions of the page: their order, their classes, which add up, and how far a first year is known."""

from __future__ import annotations

from kg.pictures.regions import class_of, classes, first_year, ordered, years_shown
from kg.pictures.words import Words
from tests.kg.pictures.hand import row

EXACT = row("510904", "安居区", ("implemented", 2017), observed=(2016, 2017))
LEFT = row("510903", "船山区", ("pilot", 2017), observed=(2017,))
INTERVAL = row("510921", "蓬溪县", ("implemented", 2019), observed=(2015, 2019))
PLANNED = row("510922", "射洪县", ("planned", 2016), ("mention", 2015), observed=(2015, 2016))
SILENT = row("510703", "涪城区", observed=(2018,))
RULE = row("500101", "万州区", ("laid_down", 2018))
NATION = row("100000", "全国", ("implemented", 2015), level="country")


def test_regions_are_sorted_by_first_year_exact_ones_first_and_silent_ones_last_but_there() -> None:
    found = ordered([SILENT, RULE, PLANNED, INTERVAL, LEFT, NATION, EXACT])
    names = [of.region.properties["name"] for of in found]
    assert names == ["安居区", "船山区", "蓬溪县", "射洪县", "万州区", "涪城区"]


def test_classes_add_up_to_the_regions() -> None:
    all_ = [EXACT, LEFT, INTERVAL, PLANNED, SILENT, RULE]
    assert classes(all_) == {"adopted": 3, "planned": 1, "laid_down": 1, "silent": 1}
    assert sum(classes(all_).values()) == len(all_)


def test_a_stage_that_is_not_counted_is_a_class_of_its_own() -> None:
    assert class_of(row("1", "甲县", ("pilot", 2016), count=("completed",))) == "pilot"


def test_a_first_year_says_how_far_it_is_known() -> None:
    said = Words("zh")
    assert [first_year(of, said) for of in (EXACT, LEFT, INTERVAL, SILENT)] == ["2017", "≤ 2017", "2016–2019", None]


def test_the_years_begin_before_the_first_adoption_and_end_with_the_last_report() -> None:
    assert years_shown([EXACT, SILENT]) == range(2014, 2019)
    assert years_shown([PLANNED]) == range(2012, 2017)  # nothing is adopted: from the first sentence
    assert years_shown([]) == range(0)
