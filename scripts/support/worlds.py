"""Planted worlds, of which the truth is known: reports that are silent now and then, cascades over a hidden network."""

from __future__ import annotations

import heapq
from dataclasses import replace

import numpy as np

from kg.tracing.hidden import Floats, Sightings, sightings
from kg.tracing.relations import RELATIONS, Adopter, relate

YEARS = np.arange(2010, 2025)
MIDPOINT = 2017.5
SLOPE = 0.8


def adoptions(rng: np.random.Generator, regions: int, plateau: float = 1.0) -> Floats:
    """Calendar points of adoption, logistic; ∞ for the share above ``plateau``."""
    points = MIDPOINT + rng.logistic(size=regions) / SLOPE
    return np.where(rng.random(regions) < plateau, points, np.inf)


def reports(rng: np.random.Generator, points: Floats, naming: float, *, gappy: bool) -> Sightings:
    """What is seen of regions that adopt at ``points`` and whose reports name it at the rate ``naming``.

    Full: a report of each year. Gappy: reports begin and end in any two years, and a quarter of those between is missing.
    """
    size = (len(points), len(YEARS))
    observed = np.ones(size, dtype=bool)
    if gappy:
        ends = np.sort(rng.integers(0, len(YEARS), (len(points), 2)), axis=1)
        places = np.arange(len(YEARS))
        observed = (places >= ends[:, :1]) & (places <= ends[:, 1:]) & (rng.random(size) < 0.75)
    named = observed & (np.floor(points)[:, None] <= YEARS) & (rng.random(size) < naming)
    return sightings(YEARS, observed, named)


def naive(seen: Sightings) -> Sightings:
    """The same as one reads it who takes silence for "not yet": adoption lies between last silence and first naming."""
    nothing = np.zeros_like(seen.observed)
    return sightings(seen.years, nothing, nothing, seen.last_without, seen.first)


def planted_links(rng: np.random.Generator, nodes: int, links: int) -> set[tuple[str, str]]:
    """So many directed links between nodes."""
    names = [f"{node:03}" for node in range(nodes)]
    pairs = [(origin, destination) for origin in names for destination in names if origin != destination]
    return {pairs[place] for place in rng.permutation(len(pairs))[:links]}


def planted_cascade(rng: np.random.Generator, links: set[tuple[str, str]], rate: float) -> dict[str, float]:
    """Times of adoption by node, from one node over the links; each passes on with a chance of 0.85, after a lag.

    The lags are exponential with ``rate``; cascades that reach no second node are drawn again.
    """
    names = sorted({name for link in links for name in link})
    while True:
        first = names[rng.integers(len(names))]
        reached: dict[str, float] = {}
        waiting = [(float(rng.random()), first)]
        while waiting:
            time, node = heapq.heappop(waiting)
            if node in reached:
                continue
            reached[node] = time
            for origin, destination in sorted(links):
                if origin == node and destination not in reached and rng.random() < 0.85:
                    heapq.heappush(waiting, (time + float(rng.exponential(1 / rate)), destination))
        if len(reached) > 1:
            return reached


def in_years(cascade: dict[str, float]) -> dict[str, float]:
    """The same with the calendar years only."""
    return {node: float(np.floor(time)) for node, time in cascade.items()}


def planted_tree(
    rng: np.random.Generator, rates: dict[str, float], among: int = 30
) -> tuple[list[Adopter], dict[str, str | None]]:
    """A cascade over provinces with 12 cities each, in which each adopter has a parent; and the parents by code.

    ``rates`` are hazards a year by relation, and ``outside``. Years are known exactly; after twelve years it ends.
    """
    provinces = [Adopter(f"{p:02}0000", "province", None, None, None) for p in range(among)]
    cities = [
        Adopter(f"{p:02}{c:02}00", "prefecture", f"{p:02}0000", None, None) for p in range(among) for c in range(1, 13)
    ]
    regions = [*provinces, *cities]
    related = relate(regions)
    added = np.append([rates[relation] for relation in RELATIONS], 0.0)[related]  # the last for those that are nothing
    np.fill_diagonal(added, 0.0)
    points, parents = np.full(len(regions), np.inf), dict[str, str | None]()
    step = 0.02
    for time in np.arange(2010, 2022, step):
        has = points <= time
        hazards = added @ has + rates["outside"]
        for place in np.flatnonzero(~has & (rng.random(len(regions)) < -np.expm1(-hazards * step))):
            causes = np.append(added[place] * has, rates["outside"])
            cause = int(rng.choice(len(causes), p=causes / causes.sum()))
            points[place] = time + step
            parents[regions[place].code] = regions[cause].code if cause < len(regions) else None
    years = np.floor(points - 1e-9)
    known = [
        replace(region, lo=2021, hi=None) if np.isinf(year) else replace(region, lo=int(year) - 1, hi=int(year))
        for region, year in zip(regions, years, strict=True)
    ]
    return known, parents
