"""What a trace needs to know of the reform itself and of regions: its launch, where it began, what lies above what."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from cypher.elements import Node, Relationship
from kg.resolve.numbers import issuer_told

_OPEN = 9999


@dataclass(frozen=True, slots=True)
class Launch:
    """The document that set the reform going.

    Attributes:
        key: key of the relationship that says so.
        policy: the document's node.
        date: its day, where it is known.
        checked: False where number and date are general knowledge, not yet found in a source.
        quote: a sentence of a document that cites it, with the key of that statement in ``cited``.
    """

    key: str
    policy: Node
    date: str | None
    checked: bool | None
    quote: str | None = None
    cited: str | None = None

    @property
    def year(self) -> int | None:
        """The year of its date, or else of its number."""
        told = self.date[:4] if self.date else self.policy.properties.get("year")
        return int(told) if told else None

    @property
    def issuer(self) -> str | None:
        """Who issued it, as its number tells."""
        number = self.policy.properties.get("number")
        return issuer_told(number) if number else None


def launches(
    edges: Iterable[Relationship], policies: Mapping[str, Node], cited: Iterable[Relationship]
) -> list[Launch]:
    """The launches among ``edges``, the earliest first, each with the first sentence that cites its document."""
    sentences: dict[str, Relationship] = {}
    for edge in cited:
        if edge.properties.get("quote"):
            sentences.setdefault(edge.end, edge)
    found = []
    for edge in edges:
        policy, sentence = policies.get(edge.end), sentences.get(edge.end)
        if policy:
            date = edge.properties.get("date") or policy.properties.get("date")
            quote = sentence.properties["quote"] if sentence else None
            checked = edge.properties.get("checked")
            found.append(Launch(edge.key, policy, date, checked, quote, sentence.key if sentence else None))
    return sorted(found, key=lambda launch: (launch.year or _OPEN, launch.date or "9", launch.key))


def turn_of(launches: Collection[Launch]) -> float | None:
    """The calendar point of the first launching document: its day, or the middle of its month or year."""
    launch = next((launch for launch in launches if launch.year), None)
    if launch is None or launch.year is None:
        return None
    begin, end = calendar_span(launch.date or str(launch.year))
    return begin if len(launch.date or "") == len("2018-06-10") else (begin + end) / 2


def calendar_span(date: str) -> tuple[float, float]:
    """The calendar points at which a day, month or year begins and ends: 2018-07-01 begins at 2018.496."""
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return float(year), year + 1.0
    if len(rest) == 1:
        return year + (rest[0] - 1) / 12, year + rest[0] / 12
    days = 366 if calendar.isleap(year) else 365
    day = datetime.date(year, *rest).timetuple().tm_yday
    return year + (day - 1) / days, year + day / days


def against_launch(year: int, launched: int | None) -> str | None:
    """``before``, ``same year`` or ``after`` the launching document; None where there is none."""
    if launched is None:
        return None
    return "before" if year < launched else "after" if year > launched else "same year"


class Superiors:
    """What each region belonged to by year."""

    def __init__(self, edges: Iterable[Relationship]) -> None:
        """Read the ``PART_OF`` of regions."""
        self._above: dict[str, list[tuple[int, int, str]]] = {}
        for edge in edges:
            years = edge.properties.get("from_year", 0), edge.properties.get("to_year", _OPEN)
            self._above.setdefault(edge.start, []).append((*years, edge.end))
        for spans in self._above.values():
            spans.sort()

    def of(self, region: str, year: int | None) -> str | None:
        """The region right above ``region`` in ``year``, or in the nearest year that is told."""
        spans = self._above.get(region)
        if not spans:
            return None
        if year is None:
            return spans[-1][2]
        return min(spans, key=lambda span: max(span[0] - year, year - span[1], 0))[2]

    def province(self, region: str, year: int | None) -> str:
        """The province in which ``region`` lay in ``year``: the last one below the country."""
        above = self.of(region, year)
        while above is not None and not above.startswith("region/100000/"):
            region, above = above, self.of(above, year)
        return region
