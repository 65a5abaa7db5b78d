"""When regions adopted, where a report may be silent about what its region has: the hidden-adoption likelihood.

A report names a reform that its region has with the *naming rate* p, year by year on its own, and never one that it has
not. The year of adoption T is hidden: a region contributes the sum over T of

    f(T) · (1 − p)^(observed years from T on that are silent) · p^(observed years that name it)

where T cannot be later than the first year that names it, and may be *never*. With p = 1 this is the interval-censored
likelihood of Turnbull (1976, "The empirical distribution function with arbitrarily grouped, censored and truncated
data", JRSS B 38); hidden states that are seen imperfectly are those of occupancy models (MacKenzie et al. 2002, Ecology
83).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

_TOLERANCE = 1e-5
"""EM ends when a step gains less log-likelihood: far below what any interval can tell."""
_STEPS = 5_000
_OUT = -1
"""In ``Statistics.silent``: the region cannot have adopted in this year."""


@dataclass(frozen=True, slots=True)
class Sightings:
    """What is seen of a reform, one row a region.

    Attributes:
        years: consecutive calendar years; the first stands for all before it, too.
        observed: region × year, where a report of the region covers the year.
        named: region × year, where the reform is stated as done; without a report it only says that it is not later.
        after: a year in which a source that cannot be silent has it not yet; −∞ where there is none.
        by: a year in which it has it by another source (a list, a regulation, a later report); ∞ where there is none.
    """

    years: Integers
    observed: Flags
    named: Flags
    after: Floats
    by: Floats

    @property
    def first(self) -> Floats:
        """The first year in which a region is known to have it; ∞ where there is none."""
        named = np.where(self.named.any(axis=1), self.years[self.named.argmax(axis=1)], np.inf)
        return np.asarray(np.minimum(named, self.by))

    @property
    def last_without(self) -> Floats:
        """The last year before ``first`` that is observed and silent, or known to be without; −∞ if there is none."""
        silent = self.observed & ~self.named & (self.years < self.first[:, None])
        latest = np.where(silent, self.years, -np.inf).max(axis=1)
        return np.asarray(np.maximum(latest, self.after))

    @property
    def listed(self) -> Flags:
        """The regions of which a source that cannot be silent tells all years."""
        return np.isfinite(self.after)


@dataclass(frozen=True, slots=True)
class Statistics:
    """All that the likelihood needs: regions that are alike are one row.

    Attributes:
        years: as in the sightings.
        silent: row × (year of adoption, then never), the silent reports from that year on; −1 where it cannot be.
        named: by row, the reports that name it.
        count: by row, how many regions are so.
    """

    years: Integers
    silent: Integers
    named: Integers
    count: Floats

    @property
    def ends(self) -> Floats:
        """The ends of the years as calendar points."""
        return self.years.astype(np.float64) + 1

    @property
    def silent_after_naming(self) -> bool:
        """Whether a report is silent where another named it before, so that the naming rate cannot be 1."""
        return bool((self.silent != 0).all(axis=1).any())

    def weights(self, naming: float) -> tuple[Floats, Floats]:
        """(1 − p)^silent by row and year of adoption, 0 where it cannot be, and its derivative by p."""
        exponents = np.arange(self.silent.max(initial=0) + 1)
        powers = np.append((1 - naming) ** exponents, 0.0)
        slopes = np.append(-exponents * np.append(0.0, powers[:-2]), 0.0)
        return powers[self.silent], slopes[self.silent]


@dataclass(frozen=True, slots=True)
class Spread:
    """The distribution of the year of adoption that the data make most likely, of no given shape.

    Attributes:
        years: the calendar years.
        shares: share of regions that adopted in each year (the first: or before).
        naming: the naming rate; None where no report names it.
        regions: how many regions tell anything.
        log_likelihood: natural logarithm.
    """

    years: Integers
    shares: Floats
    naming: float | None
    regions: int
    log_likelihood: float

    @property
    def reached(self) -> Floats:
        """Share of regions that have it at the end of each year."""
        return np.asarray(np.cumsum(self.shares))


def sightings(
    years: ArrayLike, observed: ArrayLike, named: ArrayLike, after: ArrayLike = -np.inf, by: ArrayLike = np.inf
) -> Sightings:
    """Check and join what is seen; the arguments are the attributes of ``Sightings``.

    Raises:
        ValueError: when years are missing between the first and last, or a region has it before a year known without.
    """
    span = np.asarray(years, dtype=np.int64)
    if len(span) == 0 or (np.diff(span) != 1).any():
        raise ValueError("the years are not consecutive: give every year between the first and the last")
    seen, told = np.asarray(observed, dtype=bool), np.asarray(named, dtype=bool)
    sides = [np.broadcast_to(np.asarray(side, dtype=float), len(seen)) for side in (after, by)]
    found = Sightings(span, seen.reshape(-1, len(span)), told.reshape(-1, len(span)), *sides)
    wrong = np.flatnonzero(found.after >= found.first)
    if len(wrong):
        raise ValueError(f"row {wrong[0]} has it in {found.first[wrong[0]]:.0f}, but is given as without it later")
    return found


def events(years: ArrayLike, adopted: ArrayLike) -> Sightings:
    """Sightings of a list that cannot be silent: by region the calendar year of adoption, ∞ where it has not adopted.

    What lies after the last of ``years`` is cut off, as if it was not yet known.
    """
    span = np.asarray(years, dtype=np.int64)
    when = np.floor(np.asarray(adopted, dtype=float))
    known = when <= span[-1]
    nothing = np.zeros((len(when), len(span)), dtype=bool)
    by = np.where(known, when, np.inf)
    return sightings(span, nothing, nothing, np.where(known, when - 1, span[-1]), by)


def statistics(seen: Sightings) -> Statistics:
    """The sufficient statistics; regions of which nothing is seen are left out."""
    silent = seen.observed & ~seen.named
    later = np.cumsum(silent[:, ::-1], axis=1)[:, ::-1]
    cells = np.column_stack([later, np.zeros(len(later), dtype=later.dtype)]).astype(np.int64)
    latest = np.append(seen.years, np.inf)  # of each cell: the adoption lies in this year; never
    years = np.append(seen.years, np.inf)
    possible = (latest > seen.after[:, None]) & (years <= np.maximum(seen.first, seen.years[0])[:, None])
    cells[~possible] = _OUT
    named = (seen.observed & seen.named).sum(axis=1)
    telling = (cells != 0).any(axis=1)
    rows, count = np.unique(np.column_stack([cells, named])[telling], axis=0, return_counts=True)
    return Statistics(seen.years, rows[:, :-1], rows[:, -1], count.astype(float))


def fit_spread(told: Statistics, naming: float | None = None) -> Spread:
    """The shares and the naming rate of the greatest likelihood, by EM (Dempster, Laird and Rubin 1977, JRSS B 39).

    Args:
        told: the statistics; at least one region.
        naming: hold the naming rate at this value.
    """
    total, cells = told.count.sum(), told.silent.shape[1]
    shares, names = np.full(cells, 1 / cells), told.count @ told.named
    free = naming is None and names > 0
    rate = 0.5 if free else naming or 0.0  # where no report names it, silence tells nothing
    likelihood = -np.inf
    for _ in range(_STEPS):
        weights, slopes = told.weights(rate)
        each = weights @ shares
        before, likelihood = likelihood, told.count @ np.log(each) + (names * np.log(rate) if names else 0.0)
        if likelihood - before < _TOLERANCE:
            break
        share_of = told.count / each
        if free:
            silent = -(1 - rate) * (share_of @ (slopes @ shares))
            rate = names / (names + silent)
        shares = shares * (share_of @ weights) / total
    return Spread(told.years, shares[:-1], rate if free or naming is not None else None, int(total), float(likelihood))
