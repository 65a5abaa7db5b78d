"""The network that many reforms spread over most plausibly: NetInf.

Gomez-Rodriguez, Leskovec and Krause 2010, "Inferring networks of diffusion and influence" (KDD), with the stop of the R
package NetworkInference (Linder and Desmarais). A cascade is a reform with the time at which each region adopted it. In
each cascade a region has one parent: over a link, with half the density of the lag, or, in want of one, any region that
could be, at 10⁻¹⁰ of it. Links are added one by one, that with the greatest gain in likelihood first.

A link says that the destination was again and again soon behind the origin. That is order, not influence.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.tracing.delays import Delay
from kg.tracing.hidden import Floats, Integers

_LINKED = math.log(0.5)
_UNLINKED = math.log(1e-10)
RATES = tuple(float(rate) for rate in np.geomspace(0.1, 2.0, 14))
"""Rates that ``best_rate`` looks at, adoptions a unit of time."""

Cascade = Mapping[str, float]
"""By region the time of its adoption; a calendar year where the delay is aware of years."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link, as ``netinf`` of the R package gives it.

    Attributes:
        origin: the region that was earlier.
        destination: the region that followed.
        improvement: what the log-likelihood of all cascades gains by the link, after those before it.
        p_value: one-sided, of Vuong's test (1989, Econometrica 57) of the network with the link against that without.
        cascades: in how many cascades the destination's parent is the better for it.
    """

    origin: str
    destination: str
    improvement: float
    p_value: float
    cascades: int


@dataclass(frozen=True, slots=True)
class Network:
    """The links in the order in which they were found, and the log-likelihood of the cascades with all of them."""

    links: tuple[Link, ...]
    log_likelihood: float


def infer_network(
    cascades: Sequence[Cascade],
    delay: Delay,
    *,
    most: int | None = None,
    cutoff: float | None = None,
    origins: Mapping[str, Collection[str]] | None = None,
) -> Network:
    """Infer the links greedily.

    Where the delay allows for lags of 0, two regions of one year may each be the other's origin in different cascades;
    within a cascade each still has one parent.

    Args:
        cascades: the reforms.
        delay: the density of the lags, with its rate.
        most: end after so many links.
        cutoff: end before the first link whose p-value is not below it.
        origins: by region those that may be its origins; None: all.
    """
    names, children = followers(cascades, delay, origins)
    links = add_links(names, children, len(cascades), most, cutoff)
    return Network(tuple(links), float(sum(child.current.sum() for child in children)))


def followers(
    cascades: Sequence[Cascade], delay: Delay, origins: Mapping[str, Collection[str]] | None
) -> tuple[list[str], list[Follower]]:
    """The regions by name, and each with its possible origins; the arguments are those of ``infer_network``."""
    names = sorted({name for cascade in cascades for name in cascade})
    places = {name: place for place, name in enumerate(names)}
    times = np.full((len(names), len(cascades)), np.nan)
    for column, cascade in enumerate(cascades):
        for name, time in cascade.items():
            times[places[name], column] = time
    children = []
    for child, name in enumerate(names):
        others = names if origins is None else origins.get(name, ())
        may = sorted(places[other] for other in others if other in places and other != name)
        children.append(Follower(times, delay, child, np.array(may, dtype=np.int64)))
    return names, children


class Follower:
    """A region with its possible origins: what each would gain as a linked one."""

    def __init__(self, times: Floats, delay: Delay, child: int, origins: Integers) -> None:
        self.origins = origins
        lags = times[child] - times[self.origins]
        scores = delay.logarithms(np.where(np.isnan(lags), -1.0, lags))
        best = scores.max(axis=0, initial=-np.inf)
        self.columns = np.flatnonzero(np.isfinite(best))
        self.scores = scores[:, self.columns] + _LINKED
        self.current = best[self.columns] + _UNLINKED

    def gains(self) -> Floats:
        """By origin, what a link from it would gain now."""
        return np.asarray(np.maximum(self.scores - self.current, 0).sum(axis=1))

    def best(self) -> tuple[float, int]:
        """The greatest gain of a link more, and the place of its origin among ``origins``; 0 where none gains."""
        if not self.scores.size:
            return 0.0, 0
        gains = self.gains()
        place = int(gains.argmax())
        return float(gains[place]), place

    def link(self, place: int) -> Floats:
        """Add the link; what it gains by cascade under ``columns``."""
        gains = np.maximum(self.scores[place] - self.current, 0)
        self.current = self.current + gains
        return np.asarray(gains)


def add_links(
    names: list[str], children: list[Follower], cascades: int, most: int | None, cutoff: float | None
) -> list[Link]:
    """Take the child whose best link gains most, again and again; a link changes the gains of its own child only."""
    heap = [
        (-gain, number, place) for number, child in enumerate(children) for gain, place in [child.best()] if gain > 0
    ]
    heapq.heapify(heap)
    found: list[Link] = []
    while heap and (most is None or len(found) < most):
        _, number, place = heapq.heappop(heap)
        child = children[number]
        before, gains = child.current, np.zeros(cascades)
        gains[child.columns] = child.link(place)
        p_value = _vuong(gains)
        if cutoff is not None and p_value >= cutoff:
            child.current = before
            break
        origin = names[child.origins[place]]
        found.append(Link(origin, names[number], float(gains.sum()), p_value, int((gains > 0).sum())))
        gain, place = child.best()
        if gain > 0:
            heapq.heappush(heap, (-gain, number, place))
    return found


def _vuong(gains: Floats) -> float:
    """One-sided p-value that the gains by cascade are no more than one parameter is worth."""
    deviation = float(gains.std(ddof=1)) if len(gains) > 1 else 0.0
    if deviation == 0:
        return 1.0
    statistic = (float(gains.sum()) - 1) / (deviation * math.sqrt(len(gains)))
    return 0.5 * math.erfc(statistic / math.sqrt(2))


def best_rate(
    cascades: Sequence[Cascade],
    delay: Callable[[float], Delay],
    rates: Sequence[float] = RATES,
    origins: Mapping[str, Collection[str]] | None = None,
) -> float:
    """The rate of ``rates`` under which as many links as there are regions explain the cascades best."""
    regions = len({name for cascade in cascades for name in cascade})

    def likelihood(rate: float) -> float:
        return infer_network(cascades, delay(rate), most=regions, origins=origins).log_likelihood

    return max(rates, key=likelihood)
