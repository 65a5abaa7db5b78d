"""The check that nobody adopts an initiative before its time: an alias of another year mostly means another thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cypher.elements import Node, Relationship
from extractors.text.folding import fold
from kg.verify.finding import Finding
from ontology.initiatives import Initiative, initiative_table

_JOINED = {"Region", "Initiative"}
LEAD = 2
"""Years that places may be ahead of the national document: they pilot and announce what it makes general."""


class FirstYears:
    """Adoptions of known initiatives against the launch and the first place that ``initiatives.yaml`` gives.

    A sentence that has the initiative's canonical name is taken at its word: its place was a forerunner.
    """

    def __init__(self) -> None:
        """Begin without nodes."""
        self._names: dict[str, str] = {}
        self._known = initiative_table().by_name

    def add(self, nodes: Iterable[Node]) -> None:
        """Take in what adoptions may join; all nodes come before the first check."""
        self._names.update((n.key, n.properties.get("name", "")) for n in nodes if n.label in _JOINED)

    def check(self, edges: Iterable[Relationship]) -> Iterator[Finding]:
        """The adoptions among ``edges`` that come before their time."""
        for edge in edges:
            row = self._known.get(self._names.get(edge.end, "")) if edge.type == "ADOPTED" else None
            year, quote = edge.properties.get("year"), edge.properties.get("quote")
            planned = edge.properties.get("status") == "planned"
            if row is None or year is None or quote is None or not is_before_its_time(row, year, planned):
                continue
            if fold(row.name) not in fold(quote):
                where = self._names.get(edge.start, edge.start)
                yield Finding("early", edge.key, f"{where} adopts {row.name} in {year}, {_begun(row)}: {quote!r}")


def is_before_its_time(row: Initiative, year: int, planned: bool = False) -> bool:
    """Whether ``year`` is more than ``LEAD`` years before the launch and before the year of the first place.

    What is only ``planned`` may be ahead of the first place as well: there, too, a plan comes before the deed. Where
    only one of the two is known it decides, and where neither is, no year is too early.
    """
    launched = row.launched.year if row.launched else None
    first = row.first_place.year if row.first_place else None
    bounds = ([launched - LEAD] if launched else []) + ([first - LEAD * planned] if first else [])
    return bool(bounds) and year < min(bounds)


def _begun(row: Initiative) -> str:
    told = [f"launched by {row.launched.number}"] if row.launched else []
    told += [f"begun in {row.first_place.region} in {row.first_place.year}"] if row.first_place else []
    return " and ".join(told)
