"""Fits of shapes: slopes and intervals against what can be reckoned otherwise."""

from __future__ import annotations

import math

import numpy as np
import pytest

from kg.tracing.climbing import climb, crossing, differences
from kg.tracing.hidden import Floats, events, statistics
from kg.tracing.likelihood import fit_shape
from kg.tracing.shapes import Shape, bass_curve, logistic_curve, odds_of, share_of, shares_of, two_hazards
from scripts.support.worlds import MIDPOINT, SLOPE, YEARS, adoptions, reports

ENDS = YEARS + 1.0


def hill(point: Floats) -> tuple[float, Floats]:
    """A narrow ridge (the valley of Rosenbrock turned round) with its top at (1, 1)."""
    x, y = point
    gradient = [2 * (1 - x) + 400 * x * (y - x**2), -200 * (y - x**2)]
    return float(-((1 - x) ** 2) - 100 * (y - x**2) ** 2), np.array(gradient)


def test_the_climb_ends_on_the_top_or_at_the_bound() -> None:
    wide, longest = np.array([5.0, 5.0]), np.array([1.0, 1.0])
    top, value = climb(hill, np.array([-1.2, 1.0]), -wide, wide, longest)
    assert top == pytest.approx([1, 1], abs=1e-3)
    assert value == pytest.approx(0, abs=1e-6)
    top, _ = climb(hill, np.array([-1.2, 1.0]), -wide, np.array([0.5, 5.0]), longest)
    assert top == pytest.approx([0.5, 0.25], abs=1e-3)
    top, _ = climb(hill, np.array([-1.2, 1.0]), np.array([-1.2, -5.0]), np.array([-1.2, 5.0]), longest)
    assert top == pytest.approx([-1.2, 1.44], abs=1e-3)


def test_a_sign_change_is_found_on_either_side_or_not_at_all() -> None:
    assert crossing(lambda x: x**2 - 2, 0.0, 10, 0.1) == pytest.approx(math.sqrt(2), abs=1e-3)
    assert crossing(lambda x: x**2 - 2, 0.0, -10, -0.1) == pytest.approx(-math.sqrt(2), abs=1e-3)
    assert crossing(lambda x: -1.0, 0.0, 10, 0.1) == math.inf
    assert crossing(lambda x: -1.0, 10.0, -10, -0.1) == -math.inf


def test_odds_and_shares_are_inverse() -> None:
    assert shares_of(odds_of(np.array([0.2, 0.9]))) == pytest.approx([0.2, 0.9])
    assert (share_of(-math.inf), share_of(0.0), share_of(math.inf)) == (0, 0.5, 1)
    assert differences(shares_of, np.array([0.0]), 1e-4) == pytest.approx(np.array([[0.25]]))


@pytest.mark.parametrize(
    "shape",
    [
        logistic_curve(ENDS, MIDPOINT),
        two_hazards(ENDS, 2015.3),
        two_hazards(ENDS, 2015.3, ratio=True),
        bass_curve(ENDS),
    ],
)
def test_the_shares_of_every_shape_are_a_distribution(shape: Shape) -> None:
    shares = shape.shares(np.array(shape.start), ENDS)
    assert (shares >= 0).all()
    assert shares.sum() == pytest.approx(1)


def test_one_hazard_is_adoptions_by_time_at_risk() -> None:
    adopted = np.repeat([2010.0, 2011, 2012, np.inf], [50, 25, 12, 13])
    told = statistics(events([2010, 2011, 2012], adopted))
    fit = fit_shape(told, two_hazards(told.ends, 2011.0))
    # Half of those at risk adopt in each of the years: −ln(1/2) a year, before and after.
    assert np.exp(fit.parameters) == pytest.approx([math.log(2), math.log(2)], abs=0.03)


def test_the_interval_is_that_of_the_profile_likelihood() -> None:
    """One hazard, exact: the ends of a binomial share's likelihood interval, carried over to the hazard."""
    told = statistics(events([2010], np.repeat([2010.0, np.inf], [30, 70])))
    found = fit_shape(told, two_hazards(told.ends, 2011.0)).interval(0).mapped(lambda v: 1 - math.exp(-math.exp(v)))

    def excess(share: float) -> float:
        return 1.9207 + 30 * math.log(share / 0.3) + 70 * math.log((1 - share) / 0.7)

    assert found.value == pytest.approx(0.3, abs=1e-4)
    assert (excess(found.low), excess(found.high)) == pytest.approx((0, 0), abs=0.02)
    assert found.low < 0.3 < found.high


def test_a_naming_rate_near_one_is_held_at_one_unless_a_report_is_silent_again() -> None:
    rng = np.random.default_rng(3)
    seen = reports(rng, adoptions(rng, 200), 1.0, gappy=False)
    fit = fit_shape(statistics(seen), logistic_curve(ENDS, MIDPOINT))
    assert (fit.naming, len(fit.parameters)) == (1.0, 3)
    row = int(np.flatnonzero(seen.named[:, 5])[0])
    seen.named[row, -1] = False
    fit = fit_shape(statistics(seen), logistic_curve(ENDS, MIDPOINT))
    assert 0.98 < fit.naming < 1
    assert len(fit.parameters) == 4


def test_the_band_holds_the_true_curve_as_often_as_it_says() -> None:
    truth, held = shares_of(SLOPE * (ENDS - MIDPOINT)), []
    for seed in range(12):
        rng = np.random.default_rng(seed)
        told = statistics(reports(rng, adoptions(rng, 300), 0.5, gappy=False))
        value, low, high = fit_shape(told, logistic_curve(ENDS, MIDPOINT)).band(ENDS).T
        assert ((low < value) & (value < high)).all()
        assert (high - low).max() < 0.2
        held.append((low <= truth) & (truth <= high))
    assert np.mean(held) > 0.85
