"""Regions as of the year."""

from __future__ import annotations

import pytest

from ontology.regions import region_table, short_name

TABLE = region_table()


def test_a_county_that_became_a_city() -> None:
    county = TABLE.at("510922", 2018)
    city = TABLE.at("510981", 2019)
    assert county and city and (county.name, city.name) == ("射洪县", "射洪市")
    assert TABLE.at("510922", 2020) is None and TABLE.at("510981", 2018) is None
    assert TABLE.at("510922", 2019, grace=1) == county
    assert TABLE.successors(county) == ((city, 2019),)
    assert (county, 2019) in TABLE.predecessors(city)


def test_a_code_under_two_names_succeeds_itself() -> None:
    before, after = TABLE.at("320800", 1999), TABLE.at("320800", 2001)
    assert before and after and (before.name, after.name) == ("淮阴市", "淮安市")
    assert TABLE.successors(before) == ((after, 2000),)


def test_the_chain_of_a_county() -> None:
    county = TABLE.at("510903", 2018)
    assert county and [r.name for r in TABLE.ancestors(county, 2018)] == ["遂宁市", "四川省", "中国"]
    direct = TABLE.at("429004", 2018)
    assert direct and [r.name for r in TABLE.ancestors(direct)] == ["湖北省", "中国"]
    district = TABLE.at("310115", 2018)
    assert district and [r.name for r in TABLE.ancestors(district)] == ["上海市", "中国"]


def test_what_the_table_lacks_is_corrected() -> None:
    laiwu = TABLE.at("371200", 2017)
    assert laiwu and [r.name for r, _ in TABLE.successors(laiwu)] == ["莱芜区", "钢城区"]


def test_a_prefecture_that_became_a_city() -> None:
    prefecture = next(r for r in TABLE.named("保定地区"))
    assert [(r.name, year) for r, year in TABLE.successors(prefecture)] == [("保定市", 1994)]


def test_one_name_for_many_regions() -> None:
    assert len({r.code for r in TABLE.named("鼓楼区") if r.holds(2020)}) == 4


@pytest.mark.parametrize(
    ("name", "level", "short"),
    [("四川省", "province", "四川"), ("广西壮族自治区", "province", "广西"), ("遂宁市", "prefecture", "遂宁"),
     ("锡林郭勒盟", "prefecture", "锡林郭勒"), ("恩施土家族苗族自治州", "prefecture", "恩施"), ("船山区", "county", "船山"),
     ("易县", "county", "易县"), ("峨边彝族自治县", "county", "峨边"), ("浦东新区", "county", "浦东")],
)  # fmt: skip
def test_short_names(name: str, level: str, short: str) -> None:
    assert short_name(name, level) == short


def test_every_code_is_well_formed_and_no_successor_is_unknown() -> None:
    for region in TABLE:
        assert len(region.code) == 6 and region.code.isdigit()
        for code, _ in region.successors:
            assert TABLE.by_code(code), f"{region.name}: successor {code} is not in the table"
