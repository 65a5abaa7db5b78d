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


@pytest.mark.parametrize(
    ("code", "year", "heir", "founded"),
    [
        ("330109", 2021, "钱塘区", True),  # 萧山区 gave it a part of its streets
        ("440300", 1990, "南山区", True),  # which lies below what it was carved out of
        ("440307", 2016, "坪山区", True),
        ("430121", 1996, "开福区", False),  # which was there before and took towns of 长沙县
        ("653126", 2026, "岑岭县", True),
        ("500109", 2025, "两江新区", True),
    ],
)
def test_what_took_a_part_of_one_that_lives_on_is_no_successor(code: str, year: int, heir: str, founded: bool) -> None:
    region = TABLE.at(code, year)
    assert region and heir not in {other.name for other, _ in TABLE.successors(region)}
    assert (heir, year, founded) in {(s.region.name, s.year, s.founded) for s in TABLE.offshoots(region)}
    (new,) = [s.region for s in TABLE.offshoots(region) if (s.region.name, s.year) == (heir, year)]
    assert (region, year, founded) in TABLE.origins(new)
    assert region not in {other for other, _ in TABLE.predecessors(new)}


def test_no_region_that_holds_on_is_succeeded() -> None:
    links = [(region, year) for region in TABLE for _, year in TABLE.successors(region)]
    assert len(links) > 3000 and not [(r.name, year) for r, year in links if r.holds(year)]
    assert sum(len(TABLE.offshoots(region)) for region in TABLE) > 500


def test_the_table_goes_on_to_2026() -> None:
    assert TABLE.last_year == 2026
    new = TABLE.at("500157", 2026)
    assert new and [r.name for r in TABLE.ancestors(new)] == ["重庆市", "中国"]
    assert [(r.name, year) for r, year in TABLE.predecessors(new)] == [("江北区", 2025), ("渝北区", 2025)]
    assert TABLE.at("500105", 2024) and TABLE.at("500105", 2025) is None
    assert [TABLE.at(code, 2026).name for code in ("653132", "659013", "500109")] == ["岑岭县", "草湖市", "北碚区"]  # type: ignore[union-attr]
    assert TABLE.at("653132", 2025) is None


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
