"""Permutation tests of a network: whether who follows whom is more than an order that is chance in each reform."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.tracing.delays import Delay
from kg.tracing.network import Cascade, Follower, add_links, followers

_SWAPS = 5
"""Swaps tried between two draws, for each adoption."""


@dataclass(frozen=True, slots=True)
class Lots:
    """What an order by lot would give: in each cascade the same times fall to the same regions at random.

    A region gets no time at which it could not have been seen to adopt: one whose reports begin late always seems late.

    The p-values of links do not tell this: they are small for any order, since a parent without a link costs a factor
    of 10⁻¹⁰.

    Attributes:
        draws: how often the lots were drawn.
        as_good: in how many draws a network of as many links as there are regions explains the cascades as well.
        by_pair: by origin and destination, in how many draws their link alone would gain as much.
    """

    draws: int
    as_good: int
    by_pair: Mapping[tuple[str, str], int]

    @property
    def p_value(self) -> float:
        """Of the permutation test of the whole network."""
        return (1 + self.as_good) / (1 + self.draws)

    def p_of(self, origin: str, destination: str) -> float:
        """Of the permutation test of one link."""
        return (1 + self.by_pair.get((origin, destination), 0)) / (1 + self.draws)


def draw_lots(
    cascades: Sequence[Cascade],
    delay: Delay,
    *,
    draws: int = 99,
    origins: Mapping[str, Collection[str]] | None = None,
    windows: Mapping[str, tuple[float, float]] | None = None,
    advance: Callable[[int], None] = lambda steps: None,
) -> Lots:
    """Permutation tests against an order that is chance in each cascade; the draws are the same each time.

    Args:
        cascades: the reforms.
        delay: the density of the lags, with its rate.
        draws: how often the lots are drawn.
        origins: as of ``infer_network``.
        windows: by region the first and last time at which it can be seen to adopt; None: any.
        advance: is called with 1 after each draw.
    """
    names, children = followers(cascades, delay, origins)
    rng = np.random.default_rng(0)
    gains, found = [child.gains() for child in children], _likelihood(names, children, len(cascades))
    counts, as_good = [np.zeros(len(child.origins), dtype=int) for child in children], 0
    drawn: Sequence[Cascade] = cascades
    for _ in range(draws):
        drawn = [_drawn(cascade, windows, rng) for cascade in drawn]
        others = followers(drawn, delay, origins)[1]
        for count, gain, other in zip(counts, gains, others, strict=True):
            count += other.gains() >= gain
        as_good += _likelihood(names, others, len(cascades)) >= found
        advance(1)
    by_pair = {
        (names[origin], name): int(times)
        for name, child, count in zip(names, children, counts, strict=True)
        for origin, times in zip(child.origins.tolist(), count, strict=True)
    }
    return Lots(draws, as_good, by_pair)


def _likelihood(names: list[str], children: list[Follower], cascades: int) -> float:
    """The log-likelihood with as many links as there are regions."""
    add_links(names, children, cascades, len(names), None)
    return float(sum(child.current.sum() for child in children))


def _drawn(cascade: Cascade, windows: Mapping[str, tuple[float, float]] | None, rng: np.random.Generator) -> Cascade:
    """The times of ``cascade`` dealt anew: at random or, within windows, by swaps of two that both allow."""
    names, times = list(cascade), list(cascade.values())
    if windows is None:
        return dict(zip(names, rng.permutation(times).tolist(), strict=True))
    spans = [windows.get(name, (-np.inf, np.inf)) for name in names]
    for one, other in rng.integers(0, len(names), (_SWAPS * len(names), 2)).tolist():
        if spans[one][0] <= times[other] <= spans[one][1] and spans[other][0] <= times[one] <= spans[other][1]:
            times[one], times[other] = times[other], times[one]
    return dict(zip(names, times, strict=True))
