"""Functional areas: the list, and what a name means in a region."""

from __future__ import annotations

import pytest

from ontology.areas import area_table
from ontology.regions import region_table
from ontology.schema import schema


@pytest.mark.parametrize(
    ("name", "code", "found"),
    [
        ("大鹏新区", "440300", "大鹏新区"),
        ("深圳市大鹏新区", "440300", "大鹏新区"),
        ("遂宁市经开区", "510900", "遂宁经济技术开发区"),
        ("昆山开发区", "320583", "昆山经济技术开发区"),
        ("昆山开发区", "320500", "昆山经济技术开发区"),
        ("第八师", "659001", "新疆生产建设兵团第八师"),
        ("大鹏新区", "510900", None),
        ("滨湖新区", "340111", "合肥滨湖新区"),
        ("滨湖新区", "131102", "衡水滨湖新区"),
        ("滨湖新区", "100000", None),
        ("无名新区", "440300", None),
    ],
)
def test_a_name_means_the_area_of_its_region(name: str, code: str, found: str | None) -> None:
    region = region_table().at(code, 2018) or region_table().by_code(code)[-1]
    area = area_table().find(name, region)
    assert (area.name if area else None) == found


def test_every_area_lies_somewhere_and_is_of_a_kind() -> None:
    areas = {area for found in area_table().by_name().values() for area in found}
    assert len(areas) > 700 and {area.kind for area in areas} == set(schema().area_kinds)
    assert all(region_table().by_code(area.code) for area in areas)


def test_what_a_district_was_before_it_was_one() -> None:
    district = region_table().by_code("440311")[0]
    years = {year: area_table().before(district, year) for year in (2006, 2007, 2017, 2018)}
    assert {year: area.name if area else None for year, area in years.items()} == {
        2006: None, 2007: "光明新区", 2017: "光明新区", 2018: None,
    }  # fmt: skip
