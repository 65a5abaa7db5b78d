"""The list of initiatives, and what its loader refuses."""

from __future__ import annotations

import datetime

import pytest

from ontology.errors import OntologyError
from ontology.initiatives import Launch, initiative_table, load_initiatives
from ontology.regions import region_table


def test_the_list_is_well_formed() -> None:
    table = initiative_table()  # its loader checks names, links, cycles and forms
    codes = [row.first_place.region for row in table if row.first_place]
    assert codes and all(region_table().at(code, None) for code in codes)


def test_forms_mean_what_they_meant_in_that_year() -> None:
    def meaning(form: str, year: int | None) -> list[str]:
        return [i.name for i in initiative_table() for f in i.forms if f.form == form and f.holds(year)]

    assert meaning("一件事", 2021) == ["一件事一次办"]
    assert meaning("一件事", 2024) == ["高效办成一件事"]
    assert meaning("一件事", None) == ["高效办成一件事"]
    assert meaning("一件事", 2015) == []


def test_a_launch_without_a_day_has_the_year_of_its_number() -> None:
    (row,) = load_initiatives("- {name: 甲, en: a, launched: {number: 中办发〔2015〕60号}}")
    assert row.launched and row.launched.year == 2015
    assert Launch(number="国务院令第722号", date=datetime.date(2019, 10, 22)).year == 2019
    assert Launch(number="国务院令第722号").year is None


def test_ancestors_are_nearest_first() -> None:
    assert initiative_table().ancestors("一业一证") == ("证照分离", "商事制度改革", "放管服改革")


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("- {name: 甲, en: a}\n- {name: 甲, en: b}", "given twice"),
        ("- {name: 甲, en: a, parent: 乙}", "乙 is not in the list"),
        ("- {name: 甲, en: a, parent: 乙}\n- {name: 乙, en: b, parent: 甲}", "in a circle"),
        ("- {name: 甲, en: a, successor: {name: 乙, year: 2018}}\n- {name: 乙, en: b, successor: {name: 甲, year: 2020}}",
         "in a circle"),
        ("- {name: 甲, en: a, parent: 乙, successor: {name: 乙, year: 2018}}\n- {name: 乙, en: b}", "one of its ancestors"),
        ("- {name: 甲, en: a, aliases: [丙]}\n- {name: 乙, en: b, aliases: [{form: 丙, from: 2019}]}", "at once"),
        ("- {name: 甲, en: a, first_place: {region: '51', year: 2018}}", "first_place.region"),
        ("- {name: 甲, english: a}", "甲: en"),
        ("- {name: 甲, en: a, aliases: [乙, 乙]}", "乙 is given twice"),
        ("- {name: 甲, en: a, aliases: [{form: 乙, only: '('}]}", "not a regular expression"),
    ],
)  # fmt: skip
def test_a_list_that_contradicts_itself_is_refused(rows: str, says: str) -> None:
    with pytest.raises(OntologyError, match=says):
        load_initiatives(rows)


def test_a_form_may_ask_for_its_company() -> None:
    (row,) = load_initiatives("- {name: 甲乙, en: a, unless: 金融_, aliases: [{form: 丙丁, only: '_(时间|环节)'}]}")
    name, alias = row.forms
    assert name.fits("推进甲乙", 2, 4) and not name.fits("推进金融甲乙", 4, 6)
    assert alias.fits("丙丁时间", 0, 2) and not alias.fits("丙丁服务", 0, 2)


def test_what_must_not_stand_around_a_form_must_not_stand_in_its_gap() -> None:
    (row,) = load_initiatives("- {name: 甲乙, en: a, aliases: [{form: 精简…丙丁, unless: 进出口|已_}]}")
    alias = row.forms[1]
    assert alias.fits("精简各类丙丁", 0, 6)
    assert not alias.fits("精简进出口丙丁", 0, 7)
    assert not alias.fits("已精简各类丙丁", 1, 7)


def test_a_document_may_be_of_another_matter_by_its_title() -> None:
    table = load_initiatives("- {name: 甲乙, en: a, unless_titled: 丙丁条例}\n- {name: 戊己, en: b}")
    assert table.others_titled("某市丙丁条例") == {"甲乙"}
    assert table.others_titled("某市庚辛条例") == set()
