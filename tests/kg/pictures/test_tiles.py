"""The tile map: provinces in their places, or what lies right below the one region asked for."""

from __future__ import annotations

import pytest

from kg.pictures.tiles import CLASSES, frame_years, tile_model, year_classes
from kg.pictures.words import Words
from kg.tracing.record import Row
from ontology.regions import region_table
from tests.kg.pictures.hand import Above, row, statement

SICHUAN, SUINING, CHUANSHAN = "region/510000/四川省", "region/510900/遂宁市", "region/510903/船山区"
ABOVE = Above({SICHUAN: "region/100000/全国", SUINING: SICHUAN, CHUANSHAN: SUINING})
YEARS = range(2016, 2021)


def drawn(*rows: Row, shown: set[str] | None = None) -> dict | None:
    return tile_model(rows, YEARS, shown, ABOVE, Words("en"))  # type: ignore[arg-type]


def test_every_province_has_a_tile_of_its_own() -> None:
    model = drawn()
    assert model is not None
    now = [region.name for region in region_table() if region.level == "province" and region.holds(2020)]
    assert sorted(tile["name"] for tile in model["tiles"]) == sorted(now)
    assert len({(tile["column"], tile["row"]) for tile in model["tiles"]}) == 34
    assert len({tile["letters"] for tile in model["tiles"]}) == 34


def test_a_tile_tells_its_first_year_its_bound_its_first_report_and_its_own_rule() -> None:
    rule = statement(SICHUAN, "laid_down", 2018, rule=True)
    model = drawn(row("510000", "四川省", ("implemented", 2019), rule, observed=(2017, 2019), level="province"))
    assert model is not None
    tile = next(tile for tile in model["tiles"] if tile["name"] == "四川省")
    told = {name: tile[name] for name in ("region", "year", "bounded", "observed", "rule")}
    assert told == {"region": 0, "year": 2019, "bounded": True, "observed": 2017, "rule": {"year": 2018, "date": None}}


def test_counts_tell_who_states_it_who_has_a_report_and_who_is_stated_of_without_one() -> None:
    reported = row("510000", "四川省", ("implemented", 2018), observed=(2017, 2018), level="province")
    alone = row("500000", "重庆市", ("implemented", 2018), level="province")
    model = drawn(reported, alone)
    assert model is not None
    assert {year: model["counts"][year] for year in (2016, 2017, 2018)} == {2016: [0, 0, 34, 0], 2017: [0, 1, 34, 0], 2018: [2, 1, 34, 1]}
    assert model["finding"].startswith("Provinces: 1 of 1 with a report state it by 2020; 34 there are")


def test_for_one_region_the_tiles_are_what_lies_right_below_it() -> None:
    model = drawn(row("510900", "遂宁市", ("implemented", 2017), observed=(2017,)), shown={SICHUAN, SUINING, CHUANSHAN})
    assert model is not None
    names = [tile["name"] for tile in model["tiles"]]
    assert len(names) == 21
    assert names[:2] == ["成都市", "自贡市"]
    assert next(tile for tile in model["tiles"] if tile["name"] == "遂宁市")["letters"] == "遂宁"
    assert len({(tile["column"], tile["row"]) for tile in model["tiles"]}) == 21


def test_without_one_region_on_top_or_anything_below_it_there_is_no_map() -> None:
    assert drawn(shown={SUINING, "region/500000/重庆市"}) is None
    assert drawn(shown={CHUANSHAN}) is None


@pytest.mark.parametrize("years", [[], [2018], [2016, 2017, 2017], list(range(2000, 2012)) * 2])
def test_classes_cover_all_years_once(years: list[int]) -> None:
    found = year_classes(sorted(years))
    assert len(found) <= CLASSES
    assert [sum(1 for first, last in found if first <= year <= last) for year in years] == [1] * len(years)


def test_frames_run_from_the_first_adoption_to_the_last_year() -> None:
    assert frame_years([2017, 2017, 2018, 2019], YEARS) == [2017, 2018, 2019, 2020]
    assert frame_years([], YEARS) == [2020]
