"""How much each relation adds to the pace at which a region adopts, and who each region is likely to have it from.

A region without the reform has at any moment the hazard Σ λ_k · n_k + λ_outside, n_k being the adopters that are
related to it by k by then: the hazards of diffusion networks (Gomez-Rodriguez, Balduzzi and Schölkopf 2011, "Uncovering
the temporal dynamics of diffusion networks", ICML), with one rate a relation. Of the moments only the years are known,
so that moments, causes and rates are drawn in turn, each as the others make it likely (Gibbs sampling; moments by
Metropolis steps; rates with the prior of Jeffreys). The probability of a cause is its share of the hazard over the
draws: it holds what the years, and what one cascade, leave open. Years taken for moments claim too much where spread is
fast.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.tracing.hidden import Floats, Integers
from kg.tracing.relations import RELATIONS, Adopter, relate

_WARMING, _SWEEPS = 100, 300
"""Draws of all moments: those that only lead there, and those that count."""
_PRIOR = 0.5
_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Rates:
    """What was estimated.

    Attributes:
        rates: by relation the hazard that one adopter so related adds, a year.
        outside: the hazard that none of them explains, a year.
        related: destination × origin, as ``relate`` gives it.
        origins: destination × origin, the chance that it has it from there; what is left came from outside. NaN for a
            region whose year is not known from both sides, or is the first of all.
    """

    rates: Floats
    outside: float
    related: Integers
    origins: Floats


def fit_rates(regions: Sequence[Adopter]) -> Rates:
    """Estimate rates and causes over a cascade. The draws are the same each time.

    Adopters whose year is known from both sides tell of their causes, those and regions known to be without tell of the
    pace. An adopter known from one side only is an origin from the beginning of the year in which it has it. What comes
    after the first year is explained, given who adopted in it.

    Raises:
        ValueError: when nobody adopts.
    """
    if all(region.hi is None for region in regions):
        raise ValueError("nobody adopts: there is no rate")
    related, moments, rng = relate(regions), _Moments(regions), np.random.default_rng(0)
    kinds = len(RELATIONS)
    rates, outside = np.full(kinds, 0.02), 0.02
    drawn, shares = np.zeros(kinds + 1), np.zeros(related.shape)
    for sweep in range(_WARMING + _SWEEPS):
        added = np.append(rates, 0.0)[related] * moments.adopter
        moments.draw(added, outside, rng)
        each = added[moments.timed] * (moments.start < moments.start[moments.timed, None])
        each /= (each.sum(axis=1) + outside)[:, None]
        causes = _draw_causes(related[moments.timed], each, rng)
        exposure = _by_kind(related, moments.exposure(), moments.end - moments.begin)
        found = rng.gamma(causes + _PRIOR) / np.maximum(exposure, _LEAST)
        rates, outside = found[:kinds], max(float(found[kinds]), _LEAST)
        if sweep >= _WARMING:
            shares[moments.timed] += each / _SWEEPS
            drawn += found / _SWEEPS
    rates, outside = drawn[:kinds], float(drawn[kinds])
    untimed = np.setdiff1d(np.arange(len(regions)), moments.timed)
    shares[untimed] = np.nan
    return Rates(rates, outside, related, shares)


def _draw_causes(related: Integers, each: Floats, rng: np.random.Generator) -> Floats:
    """How many have it by each relation and from outside, if each cause is drawn by its share of the hazard."""
    sums = np.cumsum(each, axis=1)
    cause = (sums <= rng.random((len(each), 1))).sum(axis=1)
    kinds = np.append(related, np.full((len(related), 1), len(RELATIONS)), axis=1)
    drawn = np.take_along_axis(kinds, cause[:, None], axis=1).ravel()
    return np.bincount(drawn, minlength=len(RELATIONS) + 1).astype(np.float64)


def _by_kind(related: Integers, pairs: Floats, outside: Floats) -> Floats:
    """Sums over pairs by relation, then of what is outside."""
    sums = np.bincount(related.ravel() + 1, weights=pairs.ravel(), minlength=len(RELATIONS) + 1)
    return np.append(sums[1:], outside.sum())


class _Moments:
    """When each region adopted: a draw within what is known.

    Attributes:
        begin: the end of the first year of the cascade; the explained time begins with it.
        start: by region its moment; ∞ where it is not known to have it.
        end: by region the end of the time in which it is at risk, ``begin`` where it tells nothing.
        timed: the places of regions whose moment is explained.
        adopter: by region, whether it has it.
    """

    def __init__(self, regions: Sequence[Adopter]) -> None:
        low, high = np.array([region.span for region in regions], dtype=float).T
        self.adopter = np.isfinite(high)
        first = min(region.hi for region in regions if region.hi is not None)
        self.begin = first + 1.0
        known = np.isfinite(low) & self.adopter
        self.timed = np.flatnonzero(known & (high > self.begin))
        self.low, self.high = np.maximum(low, self.begin), high
        earliest = [math.inf if region.hi is None else float(region.hi) for region in regions]
        self.start = np.array(earliest)
        self.start[known] = (low[known] + high[known]) / 2
        self.start[self.timed] = (self.low + self.high)[self.timed] / 2
        self.end = np.where(self.adopter, self.begin, self.low)
        self.end[self.timed] = self.start[self.timed]

    def exposure(self) -> Floats:
        """Destination × origin, the years for which the origin may have passed it on."""
        spans = np.maximum(self.end[:, None] - np.maximum(self.start, self.begin), 0)
        np.fill_diagonal(spans, 0)
        return np.asarray(spans)

    def draw(self, added: Floats, outside: float, rng: np.random.Generator) -> None:
        """Draw the moment of each timed region anew, one after the other."""
        explained = np.zeros(len(self.start), dtype=bool)
        explained[self.timed] = True
        hazard = outside + (added * (self.start < self.start[:, None])).sum(axis=1)
        passing = np.ascontiguousarray(added.T)
        proposals = rng.uniform(self.low[self.timed], self.high[self.timed])
        chances = np.log(rng.random(len(self.timed)))
        for place, new, chance in zip(self.timed.tolist(), proposals.tolist(), chances.tolist(), strict=True):
            old, to = float(self.start[place]), passing[place]
            first, last, sign = (old, new, 1.0) if new > old else (new, old, -1.0)
            between = np.flatnonzero((self.start > first) & (self.start < last))
            own = added[place, between]
            here = max(float(hazard[place] + sign * own.sum()), outside)  # differences round
            waited = min(here, float(hazard[place])) * (last - first) + own @ (last - self.start[between])
            passed = to @ (np.maximum(np.minimum(self.end, last), first) - first)
            others = between[explained[between]]
            changed = np.maximum(hazard[others] - sign * to[others], outside)
            gain = math.log(here / hazard[place]) - sign * (waited - passed)
            if chance < gain + np.log(changed / hazard[others]).sum():
                hazard[others], hazard[place] = changed, here
                self.start[place] = self.end[place] = new
