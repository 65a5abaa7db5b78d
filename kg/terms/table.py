"""The table of terms: how many documents of each year have a term, and whether its share rises or falls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from kg.terms.candidates import initiative_of, may_be_new
from kg.terms.cutting import CutDocument
from ontology.regions import region_table

COLUMNS = (
    "term", "region", "count", "documents", "regions", "first_year", "last_year", "share", "trend", "years",
    "initiative", "candidate",
)  # fmt: skip


@dataclass(slots=True)
class _Tally:
    count: int = 0
    years: Counter[int | None] = field(default_factory=Counter)
    regions: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Term:
    """One term over the documents, or over those of one province.

    Attributes:
        term: the word or phrase; a name in quotation marks with them.
        region: the province, where the table is by region.
        count: how often it stands.
        documents: in how many documents.
        regions: in documents of how many regions.
        years: documents with it by year, of those that have one.
        share: percentage of the documents with it.
        trend: percentage points by which the later half of the years has more documents with it than the earlier half.
        initiative: the known initiative that it is a form of.
        candidate: whether it may be an initiative that nobody listed yet.
    """

    term: str
    region: str | None
    count: int
    documents: int
    regions: int
    years: dict[int, int]
    share: float
    trend: float | None
    initiative: str | None
    candidate: bool

    def row(self) -> tuple[Any, ...]:
        """A row under ``COLUMNS``."""
        years = " ".join(f"{year}:{count}" for year, count in self.years.items())
        first, last = (min(self.years), max(self.years)) if self.years else (None, None)
        return (self.term, self.region, self.count, self.documents, self.regions, first, last, self.share, self.trend,
                years, self.initiative, self.candidate)  # fmt: skip


class TermTable:
    """Counts terms over documents; nothing in it depends on their order."""

    def __init__(self, by_region: bool = False) -> None:
        """``by_region`` counts the documents of each province apart."""
        self.by_region = by_region
        self.documents = 0
        self._seen: set[str] = set()
        self._years: dict[str | None, Counter[int | None]] = {}
        self._tallies: dict[tuple[str | None, str], _Tally] = {}

    def add(self, document: CutDocument) -> None:
        """Count ``document``, unless its text was counted before or could not be read."""
        if document.text is None or document.text in self._seen:
            return
        self._seen.add(document.text)
        self.documents += 1
        group = (document.region[:2] if document.region else "") if self.by_region else None
        self._years.setdefault(group, Counter())[document.year] += 1
        for term, count in document.terms.items():
            tally = self._tallies.setdefault((group, term), _Tally())
            tally.count += count
            tally.years[document.year] += 1
            if document.region:
                tally.regions.add(document.region)

    def terms(self, least: int = 2, order: str = "documents", new: bool = False) -> list[Term]:
        """The terms that at least ``least`` documents have.

        Args:
            least: documents that a term must stand in.
            order: one of ``kg.terms.ORDERS``.
            new: candidates for new initiatives alone.

        Returns:
            In that order, then by term. A phrase that stands only within a longer one is left out.
        """
        kept = {key: tally for key, tally in self._tallies.items() if sum(tally.years.values()) >= least}
        inner = _within_others(kept)
        found = [self._term(group, term, tally) for (group, term), tally in kept.items() if (group, term) not in inner]
        found = [term for term in found if term.candidate] if new else found
        if order != "documents":
            found = [term for term in found if term.trend]
        return sorted(found, key=_ORDERS[order])

    def _term(self, group: str | None, term: str, tally: _Tally) -> Term:
        total = self._years[group]
        documents = sum(tally.years.values())
        years = {year: tally.years[year] for year in sorted(y for y in tally.years if y is not None)}
        known = initiative_of(term)
        return Term(
            term=term,
            region=_province(group),
            count=tally.count,
            documents=documents,
            regions=len(tally.regions),
            years=years,
            share=round(100 * documents / sum(total.values()), 1),
            trend=_trend(tally.years, total),
            initiative=known,
            candidate=known is None and may_be_new(term),
        )


_ORDERS: dict[str, Callable[[Term], tuple[Any, ...]]] = {
    "documents": lambda term: (-term.documents, -term.count, term.term, term.region or ""),
    "rising": lambda term: (-(term.trend or 0), -term.documents, term.term, term.region or ""),
    "falling": lambda term: (term.trend or 0, -term.documents, term.term, term.region or ""),
}


def _trend(years: Counter[int | None], total: Counter[int | None]) -> float | None:
    """The share in the later years less that in the earlier ones; the middle of an odd number counts as later."""
    covered = sorted(year for year in total if year is not None)
    if len(covered) < 2:
        return None
    middle = covered[len(covered) // 2]

    def share(chosen: Iterable[int]) -> float:
        picked = list(chosen)
        return 100 * sum(years[year] for year in picked) / sum(total[year] for year in picked)

    return round(share(y for y in covered if y >= middle) - share(y for y in covered if y < middle), 1)


def _within_others(tallies: dict[tuple[str | None, str], _Tally]) -> set[tuple[str | None, str]]:
    """Terms that stand as often as a longer one that ends in them or begins with them."""
    found = set()
    for (group, term), tally in tallies.items():
        bare = term.strip("“”")
        for cut in range(1, len(bare) - 1):
            for part in {bare[cut:], bare[:-cut], *((bare,) if bare != term else ())}:
                inner = tallies.get((group, part))
                if inner and inner.count == tally.count:
                    found.add((group, part))
    return found


def _province(group: str | None) -> str | None:
    if not group:
        return group
    versions = region_table().by_code(f"{group}0000")
    return versions[-1].name if versions else group
