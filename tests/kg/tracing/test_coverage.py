"""Denominators: the regions that there were."""

from __future__ import annotations

import pytest

from kg.tracing.coverage import regions_at
from ontology.regions import region_table

SUINING = {"region/510900/遂宁市"}


@pytest.mark.parametrize("level", ["province", "prefecture", "county"])
@pytest.mark.parametrize("year", [1985, 2004, 2019, 2024, 2030])
def test_regions_of_a_level_and_year_are_those_of_the_table(level: str, year: int) -> None:
    assert regions_at(level, year) == sum(1 for region in region_table() if region.level == level and region.holds(year))


def test_regions_within_some_others_as_of_the_year() -> None:
    assert regions_at("county", 2020, SUINING) == 5  # 射洪市 in the place of 射洪县
    assert regions_at("prefecture", 2020, SUINING) == 1 and regions_at("province", 2020, SUINING) == 0
    assert regions_at("county", 2020, set()) == 0
