"""How well the models of a trace find what was planted: tables with a ``!`` behind each figure that misses its bar.

    python scripts/bench_tracing.py [--seeds 20] [--part curve|hazards|network|missing|tree]

``curve``: regions whose reports are silent now and then. By number of regions, coverage and naming rate: how many worlds
were refused; of the others the mean error and the deviation of the midpoint (years), the range of its half-interval, how
often the interval holds the truth, the naming rate, and the error of who takes silence for "not yet".

``hazards``: 300 such regions, a twentieth of which adopt a year before a date, a half after it: the median of the hazards
found and how often their intervals hold the truth.

``network``: 100 links between 50 nodes, 200 cascades, by how time is known and how fast the reform spreads: the precision
and the recall of NetInf's first 100 links, of those with p < 0.05, and of the first 100 by who takes years for points;
the mean gain of the hundredth link, and the rates that were found where none was given.

``missing``: 60 links between 31 regions in years, where a part of all adoptions is not known: of the links with p < 0.05 the
share that is right, and the same of those that are rare by lot as well; how often the whole is more than an order by lot.

``tree``: 390 regions each of which has it from another, or from outside; the candidates by their probability: what is
claimed, what is right, and how many there are; how many proven links stand in the tree, and the shares of directions
among them.
"""

from __future__ import annotations

import argparse
import itertools
from collections import Counter
from collections.abc import Callable, Iterable

import numpy as np
from tabulate import tabulate

from kg.tracing.curve import Curve, fit_curve
from kg.tracing.delays import Exponential, YearAware
from kg.tracing.lots import draw_lots
from kg.tracing.network import Network, best_rate, infer_network
from kg.tracing.tree import Directions, Evidence, directions, find_origins
from support.worlds import (
    MIDPOINT,
    YEARS,
    adoptions,
    in_years,
    naive,
    planted_cascade,
    planted_links,
    planted_tree,
    reports,
)

Row = dict[str, str]
BEFORE, AFTER, TURN = 0.05, 0.5, 2017.25
TREES = {
    "slow": {"superior": 0.25, "below": 0.05, "sibling": 0.02, "province": 0.01, "peer": 0.0005, "outside": 0.01},
    "from above": {"superior": 0.5, "below": 0.1, "sibling": 0.05, "province": 0.03, "peer": 0.0002, "outside": 0.005},
}
"""Hazards a year, by relation."""
CLAIMS = (0.05, 0.1, 0.3, 0.5, 0.6, 0.66)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=20, metavar="N", help="worlds of each kind")
    parser.add_argument("--part", choices=PARTS, help="only this table")
    options = parser.parse_args()
    for name, table in PARTS.items():
        if options.part in (None, name):
            rows = list(table(options.seeds))
            print(name, tabulate(rows, headers="keys", disable_numparse=True), sep="\n", end="\n\n", flush=True)


def curve_table(seeds: int) -> Iterable[Row]:
    """The midpoint of the hidden-adoption model."""
    for regions in (300, 30):
        for gappy in (False, True):
            for naming in (1.0, 0.5, 0.25):
                worlds = [_world(seed, regions, naming, gappy=gappy) for seed in range(seeds)]
                head = {"regions": f"{regions}", "coverage": "gappy" if gappy else "full", "naming": f"{naming:.2f}"}
                yield head | _curve_figures(worlds, regions, naming, gappy=gappy)


def _world(seed: int, regions: int, naming: float, *, gappy: bool) -> tuple[Curve, Curve]:
    rng = np.random.default_rng([seed, regions, int(gappy), int(100 * naming)])
    seen = reports(rng, adoptions(rng, regions), naming, gappy=gappy)
    return fit_curve(seen), fit_curve(naive(seen))


def _curve_figures(worlds: list[tuple[Curve, Curve]], regions: int, naming: float, *, gappy: bool) -> Row:
    found = [(curve.midpoint, curve.naming) for curve, _ in worlds if curve.midpoint]
    late = [curve.midpoint.value - MIDPOINT for _, curve in worlds if curve.midpoint]
    refusals = Counter(refusal.reason for curve, _ in worlds if not curve.midpoint for refusal in curve.refusals)
    cells = {"refused": ", ".join(f"{count} {reason}" for reason, count in sorted(refusals.items()))}
    if found:
        errors = np.array([middle.value - MIDPOINT for middle, _ in found])
        halves = [middle.half for middle, _ in found]
        covered = float(np.mean([middle.low <= MIDPOINT <= middle.high for middle, _ in found]))
        rate = float(np.mean([rate for _, rate in found if rate is not None]))
        many, most = regions == 300, 0.5 if gappy and naming == 0.25 else 0.3
        cells |= {
            "error": _held(f"{errors.mean():+.2f}", not many or abs(errors.mean()) <= 0.15),
            "deviation": _held(f"{errors.std():.2f}", not many or errors.std() <= most),
            "half-interval": f"{min(halves):.2f}–{max(halves):.2f}",
            "covers": _held(f"{covered:.2f}", covered >= (0.88 if many else 0.85)),
            "naming found": _held(f"{rate:.3f}", not many or abs(rate - naming) <= 0.03),
        }
    return cells | {"naive error": f"{np.mean(late):+.2f}" if late else ""}


def hazards_table(seeds: int) -> Iterable[Row]:
    """Two hazards with the break at a date."""
    for naming in (1.0, 0.5, 0.25):
        found = [hazards for seed in range(seeds) if (hazards := _outbreak(seed, naming).hazards)]
        row = {"naming": f"{naming:.2f}"}
        for name, truth in (("before", BEFORE), ("after", AFTER), ("ratio", AFTER / BEFORE)):
            intervals = [getattr(hazards, name) for hazards in found]
            covered = float(np.mean([part.low <= truth <= part.high for part in intervals]))
            row |= {name: f"{np.median([part.value for part in intervals]):.3f}", f"{name} covers": f"{covered:.2f}"}
        yield row


def _outbreak(seed: int, naming: float) -> Curve:
    rng = np.random.default_rng([seed, int(100 * naming)])
    slow, fast = YEARS[0] + rng.exponential(1 / BEFORE, 300), TURN + rng.exponential(1 / AFTER, 300)
    return fit_curve(reports(rng, np.where(slow < TURN, slow, fast), naming, gappy=False), TURN)


def network_table(seeds: int) -> Iterable[Row]:
    """The network of many cascades."""
    for years, rate, bars in ((False, 1.0, (0.85, 0.85)), (True, 1.0, (0.6, 0.7)), (True, 0.25, (0.8, 0.85))):
        delay = YearAware(rate) if years else Exponential(rate)
        first, sure, naive_ones, gains, rates = [], [], [], [], []
        for seed in range(seeds):
            rng = np.random.default_rng(seed)
            links = planted_links(rng, 50, 100)
            cascades = [planted_cascade(rng, links, rate) for _ in range(200)]
            known = [in_years(cascade) if years else cascade for cascade in cascades]
            network = infer_network(known, delay, most=100)
            first.append(_quality(network, links))
            gains.append(network.links[-1].improvement)
            rates.append(best_rate(known, type(delay)))
            sure.append(_quality(infer_network(known, delay, cutoff=0.05), links))
            naive_ones.append(_quality(infer_network(known, Exponential(rate), most=100), links))
        row = {"times": "years" if years else "days", "rate": f"{rate:.2f}"}
        for name, found, needed in (
            ("first 100", first, bars),
            ("p < 0.05", sure, (0, 0)),
            ("naive", naive_ones, (0, 0)),
        ):
            for what, value, bar in zip(("precision", "recall"), np.mean(found, axis=0), needed, strict=True):
                row[f"{name}: {what}"] = _held(f"{value:.2f}", value >= bar)
        yield row | {"gain": f"{np.mean(gains):.1f}", "rates": f"{min(rates):.2f}–{max(rates):.2f}"}


def missing_table(seeds: int) -> Iterable[Row]:
    """What a network is worth by the number of reforms and the share of adoptions whose time is known."""
    for known, reforms in itertools.product((1.0, 0.85, 0.7, 0.5), (10, 20, 80)):
        found, rare, orders = [], [], 0
        for seed in range(seeds):
            rng = np.random.default_rng([seed, reforms])
            links = planted_links(rng, 31, 60)
            whole = [in_years(planted_cascade(rng, links, 0.5)) for _ in range(reforms)]
            told = [{node: time for node, time in cascade.items() if rng.random() < known} for cascade in whole]
            cascades = [cascade for cascade in told if len(cascade) > 1]
            delay = YearAware(best_rate(cascades, YearAware))
            pairs = [(link.origin, link.destination) for link in infer_network(cascades, delay, cutoff=0.05).links]
            lots = draw_lots(cascades, delay, draws=39)
            orders += lots.p_value < 0.05
            found += [pair in links for pair in pairs]
            rare += [pair in links for pair in pairs if lots.p_of(*pair) < 0.05]
        row = {"known": f"{known:.2f}", "reforms": f"{reforms}", "links": f"{len(found) / seeds:.1f}"}
        row |= {"right": f"{np.mean(found):.2f}", "rare by lot": f"{len(rare) / seeds:.1f}"}
        yield row | {"of them right": f"{np.mean(rare):.2f}", "more than chance": f"{orders} of {seeds}"}


def _quality(network: Network, links: set[tuple[str, str]]) -> tuple[float, float]:
    """Precision and recall."""
    right = len({(link.origin, link.destination) for link in network.links} & links)
    return right / max(len(network.links), 1), right / len(links)


def tree_table(seeds: int) -> Iterable[Row]:
    """Whose parent is claimed how surely, and how often rightly; what becomes of evidence for a fifth of the parents."""
    for name, rates in TREES.items():
        claims: list[tuple[float, bool]] = []
        told, shares = np.zeros(2, dtype=int), list[Directions]()
        for seed in range(seeds):
            rng = np.random.default_rng([seed, len(name)])
            regions, parents = planted_tree(rng, rates)
            proofs = [Evidence(code, origin, "learned", code) for code, origin in sorted(parents.items()) if origin]
            proofs = [proof for proof in proofs if rng.random() < 0.2]
            found = find_origins(regions, proofs)
            timed = [one for one in found if one.probability and one.lag]
            claims += [(one.probability or 0, parents[one.destination] == one.origin) for one in timed]
            told += len(proofs), sum(one.proven and one.chosen for one in found)
            shares.append(directions(found))
        row = {"spread": name}
        chances, right = np.array(claims).T
        for least, most in itertools.pairwise(CLAIMS):
            part = (chances >= least) & (chances < most)
            cell = f"{chances[part].mean():.2f} / {right[part].mean():.2f} ({part.sum()})"
            row[f"from {least}"] = _held(cell, abs(chances[part].mean() - right[part].mean()) <= 0.05)
        row["proven kept"] = _held(f"{told[1]} of {told[0]}", told[0] == told[1])
        row["from above"] = _mean(found.top_down for found in shares)
        row["from below"] = _mean(found.bottom_up for found in shares)
        yield row | {"sideways": _mean(found.sideways for found in shares)}


def _mean(values: Iterable[float | None]) -> str:
    return f"{np.mean([value for value in values if value is not None]):.2f}"


def _held(cell: str, held: bool) -> str:
    return cell if held else f"{cell} !"


PARTS: dict[str, Callable[[int], Iterable[Row]]] = {
    "curve": curve_table,
    "hazards": hazards_table,
    "network": network_table,
    "missing": missing_table,
    "tree": tree_table,
}


if __name__ == "__main__":
    main()
