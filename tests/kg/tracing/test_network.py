"""NetInf: links reckoned by hand, the two reference outputs, planted networks, neighbouring states."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import numpy as np
import pytest

from kg.tracing.delays import Delay, Exponential, Rayleigh, YearAware
from kg.tracing.network import Cascade, Link, Network, best_rate, infer_network
from scripts.support.worlds import in_years, planted_cascade, planted_links

# Neighbours on land, each pair once; 105 of the 1,225 pairs of states.
NEIGHBOURS = """
Alabama: Florida, Georgia, Mississippi, Tennessee
Arizona: California, Nevada, New Mexico, Utah
Arkansas: Louisiana, Mississippi, Missouri, Oklahoma, Tennessee, Texas
California: Nevada, Oregon
Colorado: Kansas, Nebraska, New Mexico, Oklahoma, Utah, Wyoming
Connecticut: Massachusetts, New York, Rhode Island
Delaware: Maryland, New Jersey, Pennsylvania
Florida: Georgia
Georgia: North Carolina, South Carolina, Tennessee
Idaho: Montana, Nevada, Oregon, Utah, Washington, Wyoming
Illinois: Indiana, Iowa, Kentucky, Missouri, Wisconsin
Indiana: Kentucky, Michigan, Ohio
Iowa: Minnesota, Missouri, Nebraska, South Dakota, Wisconsin
Kansas: Missouri, Nebraska, Oklahoma
Kentucky: Missouri, Ohio, Tennessee, Virginia, West Virginia
Louisiana: Mississippi, Texas
Maine: New Hampshire
Maryland: Pennsylvania, Virginia, West Virginia
Massachusetts: New Hampshire, New York, Rhode Island, Vermont
Michigan: Ohio, Wisconsin
Minnesota: North Dakota, South Dakota, Wisconsin
Mississippi: Tennessee
Missouri: Nebraska, Oklahoma, Tennessee
Montana: North Dakota, South Dakota, Wyoming
Nebraska: South Dakota, Wyoming
Nevada: Oregon, Utah
New Hampshire: Vermont
New Jersey: New York, Pennsylvania
New Mexico: Oklahoma, Texas
New York: Pennsylvania, Vermont
North Carolina: South Carolina, Tennessee, Virginia
North Dakota: South Dakota
Ohio: Pennsylvania, West Virginia
Oklahoma: Texas
Oregon: Washington
Pennsylvania: West Virginia
South Dakota: Wyoming
Tennessee: Virginia
Utah: Wyoming
Virginia: West Virginia
"""


def pairs(network: Network) -> list[tuple[str, str]]:
    return [(link.origin, link.destination) for link in network.links]


def read(path: Path, cascade: str, node: str, time: str) -> list[Cascade]:
    found: dict[str, dict[str, float]] = {}
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found.setdefault(row[cascade], {})[row[node]] = float(row[time])
    return list(found.values())


def rows(path: Path) -> dict[tuple[str, str], dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return {(row["origin_node"], row["destination_node"]): row for row in csv.DictReader(file)}


def test_the_gain_of_the_first_link_by_hand() -> None:
    """成都 two and three months before 绵阳, in two reforms; without a link the parent costs a factor of 10⁻¹⁰."""
    cascades = [{"成都市": 0.0, "绵阳市": 2.0}, {"成都市": 5.0, "绵阳市": 8.0}]
    (link,) = infer_network(cascades, Exponential(1.0)).links
    gain = math.log(0.5) + 10 * math.log(10)
    assert (link.origin, link.destination, link.cascades) == ("成都市", "绵阳市", 2)
    assert link.improvement == pytest.approx(2 * gain)
    assert link.p_value == 1  # both cascades gain the same: there is no deviation to test by


def test_a_second_link_gains_only_what_the_first_left() -> None:
    cascades = [{"a": 0.0, "b": 1.0, "c": 4.0}, {"a": 0.0, "c": 1.0}]
    found = infer_network(cascades, Exponential(1.0))
    assert pairs(found) == [("a", "c"), ("a", "b"), ("b", "c")]
    assert found.links[2].improvement == pytest.approx(4 - 3)  # the lag of c in the first cascade: 3 for 4
    assert found.links[2].cascades == 1


@pytest.mark.parametrize("delay", [Exponential(1.0), Rayleigh(1.0)])
def test_regions_of_one_time_are_not_each_other_s_origin(delay: Delay) -> None:
    assert infer_network([{"a": 1.0, "b": 1.0}], delay).links == ()


def test_within_a_year_either_may_have_been_first_and_a_region_later_is_likelier() -> None:
    found = infer_network([{"a": 2019.0, "b": 2019.0}], YearAware(1.0))
    assert sorted(pairs(found)) == [("a", "b"), ("b", "a")]
    found = infer_network([{"a": 2018.0, "b": 2018.0, "c": 2019.0}, {"a": 2018.0, "c": 2019.0}], YearAware(1.0), most=1)
    assert pairs(found) == [("a", "c")]


def test_only_given_origins_are_looked_at() -> None:
    cascades = [{"a": 0.0, "b": 1.0, "c": 2.0}]
    assert pairs(infer_network(cascades, Exponential(1.0), origins={"c": ["a", "x", "c"]})) == [("a", "c")]


def test_the_end_comes_before_a_link_that_is_not_significant() -> None:
    rng = np.random.default_rng(0)
    cascades = [planted_cascade(rng, planted_links(rng, 12, 14), 1.0) for _ in range(40)]
    every, some = infer_network(cascades, Exponential(1.0)), infer_network(cascades, Exponential(1.0), cutoff=0.05)
    assert some.links == every.links[: len(some.links)]
    assert all(link.p_value < 0.05 for link in some.links)
    assert every.links[len(some.links)].p_value >= 0.05
    assert some.log_likelihood < every.log_likelihood
    assert some.log_likelihood == pytest.approx(
        infer_network(cascades, Exponential(1.0), most=len(some.links)).log_likelihood
    )


@pytest.mark.parametrize("rate", [0.2, 1.0, 1.7])
def test_the_densities_add_up_to_one(rate: float) -> None:
    points = np.arange(0, 400, 0.01)
    for delay in (Exponential(rate), Rayleigh(rate)):
        assert np.exp(delay.logarithms(points)).sum() * 0.01 == pytest.approx(1, abs=0.01)
    assert np.exp(YearAware(rate).logarithms(np.arange(400.0))).sum() == pytest.approx(1)


def test_the_year_aware_delay_is_that_of_points_within_their_years() -> None:
    rng = np.random.default_rng(1)
    starts = rng.random(400_000)
    lags = np.floor(starts + rng.exponential(1 / 0.7, len(starts)))
    shares = np.array([(lags == lag).mean() for lag in range(4)])
    assert np.exp(YearAware(0.7).logarithms(np.arange(4.0))) == pytest.approx(shares, abs=0.004)


def test_no_delay_runs_backwards() -> None:
    for delay in (Exponential(1.0), Rayleigh(1.0), YearAware(1.0)):
        assert delay.logarithms(np.array([-1.0])).tolist() == [-np.inf]


def test_the_five_links_of_snap(shared: Path) -> None:
    """Its gains start from a flat 10⁻⁶⁴ without the lag's density, and leave out the factor ½."""
    cascades = read(shared / "truth" / "netinf_cascades.csv", "cascade", "node", "time")
    truth = rows(shared / "truth" / "netinf_snap_validation.csv")
    found = infer_network(cascades, Exponential(1.0), most=5)
    assert set(pairs(found)) == truth.keys()
    for link in found.links:
        row = truth[link.origin, link.destination]
        lags = [c[link.destination] - c[link.origin] for c in cascades if {link.origin, link.destination} <= c.keys()]
        gain = (Exponential(1.0).logarithms(np.array([lag for lag in lags if lag > 0])) + 64 * math.log(10)).sum()
        assert gain == pytest.approx(float(row["marginal_gain"]), abs=1e-6)
        assert link.cascades == float(row["volume"])


def test_the_130_links_of_the_r_package(shared: Path) -> None:
    cascades = read(shared / "truth" / "netinf_sim_input.csv", "cascade", "node", "time")
    truth = rows(shared / "truth" / "netinf_sim_output.csv")
    delay = Exponential(0.1802326064526115)  # as the package estimated it: the rate under which any one gain is its own
    found = infer_network(cascades, delay, most=130)
    assert set(pairs(found)) == truth.keys()
    for link in found.links:
        row = truth[link.origin, link.destination]
        assert link.improvement == pytest.approx(float(row["improvement"]), abs=1e-6)
        assert link.p_value == pytest.approx(float(row["p_value"]), abs=0.004)
    # The package keeps the first link past the cutoff; here it ends before it.
    assert pairs(infer_network(cascades, delay, cutoff=0.05)) == pairs(found)[:129]


def test_states_follow_their_neighbours(shared: Path) -> None:
    neighbours = {
        frozenset((state, other))
        for line in NEIGHBOURS.strip().splitlines()
        for state, others in [line.split(": ")]
        for other in others.split(", ")
    }
    cascades = read(shared / "truth" / "spid_adoptions.csv", "policy", "statenam", "adopt_year")
    found = pairs(infer_network(cascades, YearAware(best_rate(cascades, YearAware)), most=300))
    assert len(found) == 300
    assert sum(frozenset(pair) in neighbours for pair in found) >= 45  # by chance 26


def quality(found: tuple[Link, ...], links: set[tuple[str, str]]) -> tuple[float, float]:
    """Precision and recall."""
    right = len({(link.origin, link.destination) for link in found} & links)
    return right / len(found), right / len(links)


def test_a_planted_network_comes_back() -> None:
    rng = np.random.default_rng(0)
    links = planted_links(rng, 50, 100)
    cascades = [planted_cascade(rng, links, 1.0) for _ in range(200)]
    assert min(quality(infer_network(cascades, Exponential(1.0), most=100).links, links)) >= 0.85
    years = [in_years(cascade) for cascade in cascades]
    precision, recall = quality(infer_network(years, YearAware(1.0), most=100).links, links)
    assert (precision >= 0.6, recall >= 0.7) == (True, True)
    assert precision >= 2 * quality(infer_network(years, Exponential(1.0), most=100).links, links)[0]


def test_the_rate_of_planted_cascades_comes_back_about() -> None:
    rng = np.random.default_rng(0)
    links = planted_links(rng, 30, 50)
    cascades = [planted_cascade(rng, links, 0.5) for _ in range(80)]
    assert best_rate(cascades, Exponential) == pytest.approx(0.5, rel=0.4)
    assert best_rate([in_years(cascade) for cascade in cascades], YearAware) == pytest.approx(0.5, rel=0.6)
