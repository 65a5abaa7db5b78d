"""Regions as of the year, and those that come along."""

from __future__ import annotations

from kg.resolve.regions import RegionResolver
from ontology.regions import Region, region_table


def found(code: str, year: int | None, name: str | None = None) -> Region:
    region = RegionResolver(region_table()).resolve(code, year, name)
    assert region is not None
    return region


def test_a_code_means_what_it_meant_in_that_year() -> None:
    assert found("510922", 2017).key == "region/510922/射洪县"
    assert found("510981", 2020).key == "region/510981/射洪市"


def test_a_code_used_after_its_end_still_means_its_last_name() -> None:
    assert found("510922", 2024).name == "射洪县"


def test_the_name_in_the_record_decides() -> None:
    versions = [region for region in region_table() if len(region_table().by_code(region.code)) > 1]
    first, last = region_table().by_code(versions[0].code)[:2]
    assert found(first.code, None, first.name) == first
    assert found(last.code, first.spans[0].from_year, last.name) == last


def test_an_unknown_code_is_none() -> None:
    assert RegionResolver(region_table()).resolve("999999", 2020) is None


def test_closure_has_ancestors_and_both_directions_of_time() -> None:
    names = {region.key for region in RegionResolver(region_table()).closure([found("510922", 2017)])}
    assert {"region/510981/射洪市", "region/510900/遂宁市", "region/510000/四川省", "region/100000/中国"} <= names


def test_closure_does_not_wander_into_the_neighbours() -> None:
    names = {region.name for region in RegionResolver(region_table()).closure([found("510903", 2018)])}
    assert "安居区" not in names  # another heir of 船山区's predecessor


def test_nothing_later_than_the_horizon_is_known() -> None:
    resolver = RegionResolver(region_table(), 2018)
    county = found("510922", 2017)
    assert resolver.successions(county) == []
    assert "region/510981/射洪市" not in {region.key for region in resolver.closure([county])}
    assert resolver.valid(county)[-1].endswith("-")
    assert RegionResolver(region_table(), 2019).valid(county)[-1].endswith("-2018")


def test_membership_is_told_by_years() -> None:
    parts = list(RegionResolver(region_table()).memberships(found("510922", 2017)))
    assert [(p.parent.name, p.from_year, p.to_year) for p in parts][-1] == ("遂宁市", 1985, 2018)
