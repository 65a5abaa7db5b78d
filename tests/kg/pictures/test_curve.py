"""The curve: shares of observed regions, where they may be drawn, and what is said where they may not."""

from __future__ import annotations

from kg.pictures.curve import curve_model
from kg.pictures.words import Words
from kg.tracing.curve import Curve, Point
from kg.tracing.record import Row
from kg.tracing.refusals import Refusal
from tests.kg.pictures.hand import row

YEARS = range(2015, 2020)


def counties(n: int, *stated: tuple[str, int], observed: tuple[int, ...] | range = YEARS, start: int = 0) -> list[Row]:
    return [row(f"5109{start + at:02}", f"第{start + at}县", *stated, observed=observed) for at in range(n)]


def drawn(rows: list[Row], curves: dict[str, Curve] | None = None, lang: str = "en") -> dict:
    return curve_model(rows, YEARS, curves or {}, None, Words(lang))


def shares(model: dict, level: str) -> list[tuple[int, int, int]]:
    line = next(line for line in model["lines"] if line["level"] == level)
    return [(point["year"], point["stated"], point["observed"]) for point in line["points"]]


def test_the_denominator_is_the_regions_with_a_report_by_the_year_so_a_share_may_fall() -> None:
    rows = counties(10, ("implemented", 2016)) + counties(10, observed=(2018, 2019), start=10)
    assert shares(drawn(rows), "county") == [(2015, 0, 10), (2016, 10, 10), (2017, 10, 10), (2018, 10, 20), (2019, 10, 20)]


def test_an_adoption_that_another_document_tells_waits_for_the_region_to_be_observed() -> None:
    rows = [*counties(10), row("510922", "射洪县", ("implemented", 2016), observed=(2018,))]
    assert shares(drawn(rows), "county") == [(2015, 0, 10), (2016, 0, 10), (2017, 0, 10), (2018, 1, 11), (2019, 1, 11)]


def test_a_point_needs_ten_regions_so_far_and_five_on_the_year() -> None:
    rows = counties(4) + counties(6, ("implemented", 2016), observed=(2015, 2016), start=4)
    assert [year for year, *_ in shares(drawn(rows), "county")] == [2015, 2016]
    few = drawn(counties(9))
    assert shares(few, "county") == []
    assert few["lines"][0]["refusals"] == ["county: 9 with a report; a share needs 10 regions by a year and 5 on it. None is drawn."]


def test_where_no_level_has_enough_all_levels_are_one_line() -> None:
    city = row("510900", "遂宁市", ("implemented", 2016), observed=YEARS, level="prefecture")
    model = drawn([*counties(9), city])
    assert [line["level"] for line in model["lines"]] == ["prefecture", "county", "all"]
    assert shares(model, "all")[-1] == (2019, 1, 10)
    assert [line["level"] for line in drawn([*counties(10), city])["lines"]] == ["prefecture", "county"]


def test_points_that_no_year_joins_are_told_of() -> None:
    model = drawn(counties(10, observed=(2016,)), lang="zh")
    assert model["lines"][0]["refusals"] == ["县级：10 个地区中 10 个只有一年的报告。只画点（2016），不连线。"]


def test_the_band_is_the_models_and_its_refusal_is_said() -> None:
    points = tuple(Point(year, 10, 5, 0.5, 0.5, 0.4, 0.6) for year in (2016, 2030))
    told = Curve(10, 5, 5, naming=0.5, points=points)
    line = drawn(counties(10), {"county": told})["lines"][0]
    assert line["band"] == [{"year": 2016, "fitted": 0.5, "low": 0.4, "high": 0.6}]
    assert line["naming"] == "50 %"
    refused = Curve(10, 5, 1, refusals=(Refusal("few_adopters", {"bounded": 1, "adopters": 5, "needed": 8}),))
    line = drawn(counties(10), {"county": refused})["lines"][0]
    assert line["band"] == []
    assert line["refusals"] == ["county, no model: 1 of 5 adopters have a year known from both sides; a curve needs 8."]


def test_strips_tell_reports_of_all_regions_and_first_years_by_bound() -> None:
    rows = [*counties(2, ("implemented", 2016)), *counties(1, ("implemented", 2016), observed=(2016,), start=5)]
    (strip,) = drawn(rows)["strips"]
    observed, all_ = strip["coverage"][1]
    assert (observed, all_ > 2000) == (3, True)
    assert strip["firsts"] == [[0, 0], [2, 1], [0, 0], [0, 0], [0, 0]]
