"""The sentences that count, by the form found in them and how sure they are; and what a region comes to by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kg.tracing.facts import Facts
from kg.tracing.record import Row, row_of
from kg.tracing.statements import Statement, has_name, weighed
from kg.tracing.words import DONE, LEVELS

THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99)
"""The confidences that a page offers as the least, where they cut anything off."""
OF_MANY = (0.0, 0.9)
"""Those of a page of many initiatives, of which each takes room for itself."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A choice of sentences.

    Attributes:
        name: whether only sentences with the name of the reform itself count, not those with other forms.
        least: the confidence below which a sentence is but a mention, as of ``trace --min-confidence``.
    """

    name: bool
    least: float

    def of(self, statements: Iterable[Statement]) -> tuple[Statement, ...]:
        """``statements`` as they count."""
        return tuple(weighed(told, self.least) for told in statements if not self.name or has_name(told))


def variants(statements: Iterable[Statement], thresholds: Sequence[float] = THRESHOLDS) -> list[Variant]:
    """The choices that ``statements`` allow: both ways to name a reform, each of ``thresholds`` that cuts more."""
    sure = sorted({told.confidence for told in statements if told.confidence is not None})
    below = [sum(1 for one in sure if one < least) for least in thresholds]
    kept = [least for at, least in enumerate(thresholds) if at == 0 or below[at] > below[at - 1]]
    return [Variant(name, least) for name in (False, True) for least in kept]


def rows_of(
    facts: Facts, statements: Iterable[Statement], is_shown: Callable[[str], bool], also: Iterable[str] = ()
) -> dict[str, Row]:
    """By key, what the regions come to of which ``statements`` state something, as in the record of a trace.

    ``also`` are regions that have a row in any case.
    """
    told: dict[str, list[Statement]] = {key: [] for key in also}
    for statement in statements:
        told.setdefault(statement.region, []).append(statement)
    found = {}
    for key in sorted(told):
        region = facts.regions.get(key)
        if region and region.properties["level"] in LEVELS and is_shown(key):
            found[key] = row_of(region, told[key], facts.observed.get(key, ()), DONE, facts.documents)
    return found
