"""How long a reform takes from one region to the next: densities of the lag between two adoptions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kg.tracing.hidden import Floats


@dataclass(frozen=True, slots=True)
class Exponential:
    """Exponential lags (Gomez-Rodriguez, Leskovec and Krause 2010, "Inferring networks of diffusion and influence").

    Attributes:
        rate: adoptions a unit of time; the mean lag is its inverse.
    """

    rate: float

    def logarithms(self, lags: Floats) -> Floats:
        """Logarithm of the density; −∞ for a lag that cannot be."""
        return np.where(lags > 0, np.log(self.rate) - self.rate * lags, -np.inf)


@dataclass(frozen=True, slots=True)
class Rayleigh:
    """Rayleigh lags: few are short, few are long.

    Attributes:
        rate: inverse of the mode, so that a greater one is faster as with the other delays.
    """

    rate: float

    def logarithms(self, lags: Floats) -> Floats:
        """Logarithm of the density; −∞ for a lag that cannot be."""
        scaled = np.where(lags > 0, lags, 1.0) * self.rate
        return np.where(lags > 0, np.log(scaled * self.rate) - scaled**2 / 2, -np.inf)


@dataclass(frozen=True, slots=True)
class YearAware:
    """Exponential lags between points of which only the calendar years are known, each uniform within its year.

    With the lag k in years the density is, averaged over both points, λe^(−λk) · 2(cosh λ − 1)/λ² for k ≥ 1 and
    1 − (1 − e^(−λ))/λ for k = 0: within a year one region may well have followed another, at half the chance or less.

    Attributes:
        rate: adoptions a year; the mean lag in years is its inverse.
    """

    rate: float

    def logarithms(self, lags: Floats) -> Floats:
        """Logarithm of the chance of a lag of whole years; −∞ for one that cannot be."""
        same = np.log1p(np.expm1(-self.rate) / self.rate)
        later = np.log(2 * (np.cosh(self.rate) - 1) / self.rate) - self.rate * lags
        return np.where(lags >= 1, later, np.where(lags == 0, same, -np.inf))


Delay = Exponential | Rayleigh | YearAware

DELAYS: dict[str, type[Exponential] | type[Rayleigh] | type[YearAware]] = {
    "years": YearAware,
    "exponential": Exponential,
    "rayleigh": Rayleigh,
}
"""The delays by the names that ``trace --network`` gives them."""
