"""Agencies that are only named."""

from __future__ import annotations

import pytest

from kg.resolve.agencies import agency_region, split_agencies
from ontology.regions import region_table


@pytest.mark.parametrize(
    ("name", "year", "own", "code"),
    [
        ("遂宁市人民政府办公室", 2018, None, "510900"),
        ("四川省遂宁市人民政府", 2018, None, "510900"),
        ("中共遂宁市委办公室", 2018, None, "510900"),
        ("国务院办公厅", 2018, "510900", "100000"),
        ("住房和城乡建设部", 2018, "510900", "100000"),
        ("国家税务总局", 2018, None, "100000"),
        ("朝阳区人民政府", 2018, "110000", "110105"),
        ("朝阳区人民政府", 2018, "220100", "220104"),
        ("射洪县人民政府", 2017, None, "510922"),
        ("政务服务中心", 2018, "510903", "510903"),
        ("政务服务中心", 2018, None, None),
    ],
)
def test_region_of_an_agency(name: str, year: int, own: str | None, code: str | None) -> None:
    assert agency_region(name, region_table(), year, own) == code


@pytest.mark.parametrize(
    ("printed", "agencies"),
    [
        ("四川省发展和改革委员会、四川省财政厅", ["四川省发展和改革委员会", "四川省财政厅"]),
        ("遂宁市人民政府:", ["遂宁市人民政府"]),
        ("各县（区）人民政府，市直各部门", []),
        ("有关单位", []),
        ("国务院各部委、本局各科室", []),
        (None, []),
    ],
)
def test_collective_nouns_are_no_agencies(printed: str | None, agencies: list[str]) -> None:
    assert split_agencies(printed) == agencies
