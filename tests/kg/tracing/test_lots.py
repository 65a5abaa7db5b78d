"""Permutation tests of a network: a planted order is told from one by lot, and late first reports from late regions."""

from __future__ import annotations

import numpy as np

from kg.tracing.delays import Exponential, YearAware
from kg.tracing.lots import _drawn, draw_lots
from kg.tracing.network import Cascade, infer_network
from scripts.support.worlds import in_years, planted_cascade, planted_links


def planted(cascades: int = 25, seed: int = 0) -> tuple[list[Cascade], set[tuple[str, str]]]:
    rng = np.random.default_rng(seed)
    links = planted_links(rng, 15, 25)
    return [in_years(planted_cascade(rng, links, 0.5)) for _ in range(cascades)], links


def shuffled(cascades: list[Cascade]) -> list[Cascade]:
    rng = np.random.default_rng(1)
    return [dict(zip(c, rng.permutation(list(c.values())).tolist(), strict=True)) for c in cascades]


def test_a_planted_order_is_more_than_chance_and_a_shuffled_one_is_not() -> None:
    cascades, _ = planted()
    assert draw_lots(cascades, YearAware(0.5), draws=39).p_value == 1 / 40
    assert draw_lots(shuffled(cascades), YearAware(0.5), draws=39).p_value > 0.05


def test_links_that_are_rare_by_lot_are_the_planted_ones() -> None:
    cascades, links = planted(60)
    lots = draw_lots(cascades, YearAware(0.5), draws=39)
    found = [(link.origin, link.destination) for link in infer_network(cascades, YearAware(0.5), cutoff=0.05).links]
    rare = [pair in links for pair in found if lots.p_of(*pair) < 0.05]
    common = [pair in links for pair in found if lots.p_of(*pair) >= 0.05]
    assert len(rare) >= 5 and len(common) >= 5
    assert np.mean(rare) > max(0.9, np.mean(common))


def test_one_whose_reports_begin_late_does_not_seem_to_follow() -> None:
    """b is seen from 2018 on only, and then adopts at random: by lot over all years it follows, within its own it does not."""
    rng = np.random.default_rng(2)
    cascades = [{"a": float(rng.integers(2010, 2018)), "c": float(rng.integers(2010, 2020)), "b": float(rng.integers(2018, 2020))} for _ in range(40)]
    windows = {"a": (2010.0, 2020.0), "c": (2010.0, 2020.0), "b": (2018.0, 2020.0)}
    assert draw_lots(cascades, YearAware(0.3)).p_of("a", "b") < 0.05
    assert draw_lots(cascades, YearAware(0.3), windows=windows).p_of("a", "b") > 0.05


def test_within_windows_no_time_lies_outside() -> None:

    windows = {"a": (0.0, 3.0), "b": (2.0, 9.0), "c": (1.0, 9.0)}
    rng, cascade = np.random.default_rng(3), {"a": 1.0, "b": 3.0, "c": 2.0}
    seen = set()
    for _ in range(200):
        cascade = dict(_drawn(cascade, windows, rng))
        seen.add(tuple(cascade.values()))
    assert seen == {(1.0, 3.0, 2.0), (1.0, 2.0, 3.0), (2.0, 3.0, 1.0), (3.0, 2.0, 1.0)}


def test_the_draws_are_the_same_each_time_and_told_as_they_go() -> None:
    cascades, _ = planted(8)
    steps: list[int] = []
    one = draw_lots(cascades, Exponential(0.5), draws=9, advance=steps.append)
    assert one == draw_lots(cascades, Exponential(0.5), draws=9)
    assert steps == [1] * 9
