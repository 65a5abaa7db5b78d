"""The hidden-adoption likelihood on rows small enough to reckon by hand, and on planted worlds."""

from __future__ import annotations

import time

import numpy as np
import pytest

from kg.tracing.hidden import Sightings, events, fit_spread, sightings, statistics
from scripts.support.worlds import YEARS, adoptions, reports

THREE = [2018, 2019, 2020]


def seen(*rows: str, **sides: list[float]) -> Sightings:
    """A row a region, a letter a year: N a report that names it, s a silent one, n a naming without a report, . nothing."""
    letters = np.array([list(row) for row in rows])
    return sightings(THREE, np.isin(letters, ["N", "s"]), np.isin(letters, ["N", "n"]), **sides)


def test_the_bounds_of_a_region() -> None:
    found = seen("sNs", "s.N", "N.s", "sss", "...", ".n.")
    assert found.first.tolist() == [2019, 2020, 2018, np.inf, np.inf, 2019]
    assert found.last_without.tolist() == [2018, 2018, -np.inf, 2020, -np.inf, -np.inf]


def test_silent_reports_are_counted_from_each_year_of_adoption_on() -> None:
    told = statistics(seen("sNs"))
    assert told.silent.tolist() == [[2, 1, -1, -1]]
    assert (told.named.tolist(), told.count.tolist()) == ([1], [1.0])


def test_regions_that_are_alike_are_one_row_and_those_that_tell_nothing_none() -> None:
    told = statistics(seen("sNs", "...", "sNs"))
    assert told.count.tolist() == [2.0]


def test_a_naming_without_a_report_bounds_the_year_and_does_not_count_for_the_rate() -> None:
    told = statistics(seen(".n."))
    assert told.silent.tolist() == [[0, 0, -1, -1]]
    assert told.named.tolist() == [0]


def test_a_source_that_cannot_be_silent_bounds_both_sides() -> None:
    told = statistics(seen("sss", after=[2018], by=[2020]))
    assert told.silent.tolist() == [[-1, 2, 1, -1]]
    assert statistics(events(THREE, [2019, np.inf, 2025.4])).silent.tolist() == [[-1, -1, -1, 0], [-1, 0, -1, -1]]
    assert statistics(events(THREE, [2019, np.inf, 2025.4])).count.tolist() == [2.0, 1.0]


def test_a_region_that_has_it_before_a_year_known_without_is_refused() -> None:
    with pytest.raises(ValueError, match="row 1 has it in 2018, but is given as without it later"):
        seen("sss", "Nss", after=[-np.inf, 2019])


def test_years_with_a_hole_are_refused() -> None:
    with pytest.raises(ValueError, match="not consecutive"):
        sightings([2018, 2020], np.ones((1, 2)), np.ones((1, 2)))


def test_without_silence_the_shares_are_counts() -> None:
    found = fit_spread(statistics(events(THREE, [2018, 2019, 2019, np.inf])))
    assert found.shares == pytest.approx([0.25, 0.5, 0])
    assert found.reached == pytest.approx([0.25, 0.75, 0.75])
    assert (found.naming, found.regions) == (None, 4)
    assert found.log_likelihood == pytest.approx(2 * np.log(0.25) + 2 * np.log(0.5))


def test_the_naming_rate_is_what_adopters_name() -> None:
    found = fit_spread(statistics(seen("NsN", "NNs", "NNN", "NNs")))
    assert found.naming == pytest.approx(9 / 12, abs=1e-3)
    assert found.shares[0] == pytest.approx(1, abs=1e-3)


def test_a_naming_rate_of_one_gives_the_interval_censored_estimate() -> None:
    found = fit_spread(statistics(seen("sNN", "ssN", "s.N", "sss")), naming=1.0)
    # By symmetry half of the region of the interval falls to each of the two years.
    assert found.shares == pytest.approx([0, 0.375, 0.375], abs=1e-3)


def test_where_no_report_names_it_silence_tells_nothing() -> None:
    assert fit_spread(statistics(seen("sss", "ss."))).naming is None


@pytest.mark.parametrize("naming", [1.0, 0.5, 0.25])
def test_the_curve_and_the_naming_rate_of_a_planted_world_come_back(naming: float) -> None:
    rng = np.random.default_rng(1)
    points = adoptions(rng, 3_000)
    found = fit_spread(statistics(reports(rng, points, naming, gappy=False)))
    truth = [(points < year + 1).mean() for year in YEARS]
    assert found.naming == pytest.approx(naming, abs=0.02)
    assert found.reached[:-2] == pytest.approx(truth[:-2], abs=0.06)


def test_three_thousand_regions_are_fitted_in_seconds() -> None:
    rng = np.random.default_rng(2)
    told = statistics(reports(rng, adoptions(rng, 3_000), 0.25, gappy=True))
    start = time.perf_counter()
    fit_spread(told)
    assert time.perf_counter() - start < 10
