"""The curve of a group of regions: planted worlds, a true one, and each refusal with its sentence."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from kg.tracing.curve import Curve, fit_curve
from kg.tracing.hidden import Sightings, events, sightings
from kg.tracing.refusals import Refusal
from scripts.support.worlds import MIDPOINT, YEARS, adoptions, naive, reports


def refused(curve: Curve) -> list[str]:
    """The reasons of the refusals."""
    return [refusal.reason for refusal in curve.refusals]


def planted(
    naming: float, regions: int = 300, seed: int = 0, *, gappy: bool = False, plateau: float = 1.0
) -> Sightings:
    rng = np.random.default_rng(seed)
    return reports(rng, adoptions(rng, regions, plateau), naming, gappy=gappy)


def more(seen: Sightings, observed: list[bool], named: list[bool]) -> Sightings:
    """With one region more."""
    return sightings(seen.years, np.vstack([seen.observed, observed]), np.vstack([seen.named, named]))


@pytest.mark.parametrize("gappy", [False, True])
@pytest.mark.parametrize("naming", [1.0, 0.5, 0.25])
def test_the_midpoint_of_a_planted_world_comes_back_where_the_naive_one_is_late(naming: float, gappy: bool) -> None:
    curves = [fit_curve(planted(naming, seed=seed, gappy=gappy)) for seed in range(3)]
    found = [curve.midpoint for curve in curves if curve.midpoint]
    assert len(found) == 3
    assert np.mean([middle.value for middle in found]) == pytest.approx(MIDPOINT, abs=0.5)
    assert sum(middle.low <= MIDPOINT <= middle.high for middle in found) >= 2
    assert np.mean([curve.naming for curve in curves if curve.naming]) == pytest.approx(naming, abs=0.04)
    late = fit_curve(naive(planted(naming, gappy=gappy))).midpoint
    assert late
    assert (late.value - MIDPOINT > 0.6) == (naming < 1)


def test_a_plateau_below_one_is_found_where_its_half_is_passed() -> None:
    curve = fit_curve(planted(0.5, plateau=0.5), ahead=2)
    assert curve.plateau
    assert curve.plateau.low < 0.5 < curve.plateau.high < 0.7
    assert curve.midpoint
    assert curve.midpoint.low < MIDPOINT < curve.midpoint.high
    assert [point.year for point in curve.points][-3:] == [2024, 2025, 2026]
    assert curve.points[-1].reached is None
    assert curve.points[-1].fitted == pytest.approx(curve.plateau.value, abs=0.02)


def test_a_plateau_that_is_not_told_from_one_does_not_move_the_midpoint() -> None:
    """A quarter is named, reports begin and stop: that three in ten never adopt is hardly seen."""
    found = [fit_curve(planted(0.25, seed=seed, gappy=True, plateau=0.7)).midpoint for seed in range(5)]
    told = [middle for middle in found if middle]
    assert len(told) >= 3
    assert np.mean([middle.value for middle in told]) == pytest.approx(MIDPOINT, abs=0.6)


def test_each_point_has_its_reports_and_an_interval() -> None:
    seen = planted(0.5)
    points = fit_curve(seen).points
    assert [point.year for point in points] == YEARS.tolist()
    assert [point.observed for point in points] == seen.observed.sum(axis=0).tolist()
    assert [point.named for point in points] == seen.named.sum(axis=0).tolist()
    assert all(point.low < point.fitted < point.high for point in points if point.fitted and point.low and point.high)


def test_hazards_tell_an_outbreak_at_the_date_from_none() -> None:
    rng = np.random.default_rng(15)
    slow, fast = rng.exponential(20, 400) + 2010, rng.exponential(2, 400) + 2016.5
    burst = fit_curve(events(YEARS, np.where(slow < 2016.5, slow, fast)), 2016.5).hazards
    assert burst
    assert burst.before.low < 1 / 20 < burst.before.high
    assert burst.after.low < 1 / 2 < burst.after.high
    assert burst.ratio.low < 10 < burst.ratio.high
    even = fit_curve(events(YEARS, rng.exponential(6, 400) + 2010), 2016.5).hazards
    assert even
    assert even.ratio.low < 1 < even.ratio.high


def test_bass_only_on_demand() -> None:
    seen = events(YEARS, adoptions(np.random.default_rng(6), 300).clip(2010))
    assert fit_curve(seen).bass is None
    bass = fit_curve(seen, bass=True).bass
    assert bass
    assert bass.imitation.low < bass.imitation.value < bass.imitation.high
    assert bass.innovation.value < bass.imitation.value


def test_a_region_without_reports_changes_nothing() -> None:
    seen, nothing = planted(0.5), [False] * len(YEARS)
    assert fit_curve(more(seen, nothing, nothing)) == fit_curve(seen)


def test_a_region_known_by_a_regulation_only_is_no_non_adopter() -> None:
    seen, nothing = planted(0.5, regions=60), [False] * len(YEARS)
    passed = [year == 2012 for year in YEARS]
    curve, before = fit_curve(more(seen, nothing, passed)), fit_curve(seen)
    assert curve.adopters == before.adopters + 1
    assert curve.points[2].reached is not None and before.points[2].reached is not None
    assert curve.points[2].reached > before.points[2].reached
    assert [point.observed for point in curve.points] == [point.observed for point in before.points]


def test_a_region_whose_reports_stop_is_no_non_adopter() -> None:
    points = np.concatenate([np.repeat(YEARS[5:10], 20), np.full(100, np.inf)])
    observed = np.ones((200, len(YEARS)), dtype=bool)
    observed[100:, 5:] = False  # those of which nothing is named have reports of the first five years only
    named = observed & (points[:, None] <= YEARS)
    curve = fit_curve(sightings(YEARS, observed, named))
    assert curve.points[-1].reached == pytest.approx(1, abs=0.01)


def test_few_adopters_with_a_year_known_from_both_sides_are_refused() -> None:
    seen = planted(1.0)
    curve = fit_curve(sightings(YEARS, seen.observed[:7], seen.named[:7]))
    assert refused(curve) == ["few_adopters"]
    assert curve.refusals[0].sentence() == "7 of 7 adopters have a year known from both sides; a curve needs 8"
    assert (curve.points, curve.midpoint, curve.naming) == ((), None, None)


def test_adopters_whose_first_report_has_it_have_no_year_known_from_both_sides() -> None:
    seen = planted(1.0)
    late = seen.observed & (seen.years >= 2020)
    curve = fit_curve(sightings(YEARS, late, seen.named & late))
    assert curve.bounded < curve.adopters / 4


def test_fewer_than_four_observed_years_are_refused() -> None:
    seen = planted(1.0)
    few = seen.observed & (seen.years > 2015) & (seen.years < 2019)
    curve = fit_curve(sightings(YEARS, few, seen.named & few))
    assert refused(curve) == ["few_years"]
    assert curve.refusals[0].sentence() == "3 years are observed; a curve needs 4"


def test_reports_of_a_single_year_are_refused() -> None:
    seen = planted(1.0)
    once = np.zeros_like(seen.observed)
    once[np.arange(300), np.random.default_rng(8).integers(0, len(YEARS), 300)] = True
    once[:20] = True
    curve = fit_curve(sightings(YEARS, once, seen.named & once))
    assert refused(curve) == ["single_year"]
    assert "adopters have a report of one year only" in curve.refusals[0].sentence()


def test_a_naming_rate_below_a_tenth_is_refused() -> None:
    curve = fit_curve(planted(0.05))
    assert refused(curve) == ["seldom_named"]
    assert curve.naming == pytest.approx(0.05, abs=0.02)
    assert "a region that has it names it in " in curve.refusals[0].sentence()
    assert "below 10% silence tells too little" in curve.refusals[0].sentence()


def test_a_midpoint_that_the_data_do_not_show_is_refused() -> None:
    """Every region of a few, seen seldom: within four years either way or anywhere at all."""
    curves = [fit_curve(planted(0.25, regions=30, seed=seed, gappy=True)) for seed in range(6)]
    reasons = {reason for curve in curves for reason in refused(curve)}
    assert reasons & {"wide_midpoint", "open_midpoint"}
    for curve in curves:
        if {"wide_midpoint", "open_midpoint"} & set(refused(curve)):
            assert (curve.midpoint, curve.slope, curve.plateau) == (None, None, None)
            assert all(point.fitted is None and point.reached is not None for point in curve.points)
        elif curve.midpoint:
            assert curve.midpoint.half <= 2


def test_regions_seen_in_the_last_two_years_only_do_not_place_a_midpoint() -> None:
    seen = planted(0.5, regions=100)
    late = seen.observed & (seen.years >= 2023)
    late[:10, 5:] = True
    curve = fit_curve(sightings(YEARS, late, seen.named & late))
    assert curve.midpoint is None or curve.midpoint.low < MIDPOINT < curve.midpoint.high


def test_a_jump_within_a_year_is_refused_a_slope() -> None:
    curve = fit_curve(events(YEARS, np.repeat([2016.0, 2017, 2018, np.inf], [4, 190, 4, 2])))
    assert "steep" in refused(curve)
    assert "nearly all that adopt do so within a year, about 2017" in curve.refusals[0].sentence()
    assert curve.slope is None
    assert curve.midpoint
    assert 2017 < curve.midpoint.low < curve.midpoint.high < 2018
    assert all(point.fitted is None and point.reached is not None for point in curve.points)


def test_a_date_outside_the_years_has_no_before_and_after() -> None:
    curve = fit_curve(planted(0.5), 2008.2)
    assert refused(curve) == ["turn"]
    assert curve.refusals[0].sentence() == (
        "the launching document (2008.2) is not inside the observed years 2010–2024; there is no before and after"
    )
    assert curve.hazards is None


def test_each_refusal_has_its_sentence_in_both_languages() -> None:
    refusal = Refusal("few_years", {"years": 3, "needed": 4})
    assert refusal.sentence() == "3 years are observed; a curve needs 4"
    assert refusal.sentence("zh") == "仅观测到 3 个年份；拟合曲线至少需要 4 个"
    assert (
        Refusal("seldom_named", {"naming": 0.051, "needed": 0.1})
        .sentence("zh")
        .startswith("已采纳的地区仅在 5% 的报告中提及")
    )


def conduct(shared: Path) -> list[int]:
    with (shared / "truth" / "conduct_regulations.csv").open(encoding="utf-8") as file:
        return [int(row["year"]) for row in csv.DictReader(file)]


def test_the_regulations_on_civil_conduct_have_their_midpoint_in_2020(shared: Path) -> None:
    curve = fit_curve(events(np.arange(2012, 2024), conduct(shared)))
    assert curve.midpoint
    assert 2020.3 <= curve.midpoint.value <= 2020.7
    assert 0.15 <= curve.midpoint.half <= 0.30
    assert curve.refusals == ()
    assert (curve.adopters, curve.naming) == (220, None)


def test_cut_at_2018_they_have_no_plateau(shared: Path) -> None:
    curve = fit_curve(events(np.arange(2012, 2019), conduct(shared)), ahead=3)
    assert refused(curve) == ["plateau"]
    assert (curve.plateau, curve.midpoint) == (None, None)
    assert curve.points[-1].year == 2018
    assert "midpoint, plateau and forecast are not told" in curve.refusals[0].sentence()
