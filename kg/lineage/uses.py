"""Which regions' reports use which name of a reform, by the year in which it was said.

A report speaks of one year and is said in another, mostly the next: a name is of the year in which it was said, that of
the report's date, or else the year after the one that it reports on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cypher.elements import Node, Relationship
from cypher.results import Result
from extractors.text.folding import fold
from kg.errors import GraphError
from kg.lineage.names import PART, Line

NAMES = ("name", "relation", "turned", "first_said", "last_said", "regions", "reports")
SHARES = ("year", "name", "regions", "reporting", "share", "counted_apart")
FORMS = ("name", "form", "dated", "documents", "regions", "first_said", "last_said")
Years = dict[int, set[str]]
"""Regions by year said."""


@dataclass(slots=True)
class Uses:
    """The uses of several names.

    Attributes:
        reporting: the regions with a report.
        named: by name, those whose report uses it.
        apart: by name, those whose report uses it under a form that is counted apart.
        forms: by name, form and whether it is bound to years, the documents with their regions (None: of no region)
            and years said.
        reports: how many reports there are.
        with_date: how many of them have a date.
    """

    reporting: Years = field(default_factory=lambda: defaultdict(set))
    named: dict[str, Years] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    apart: dict[str, Years] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    forms: dict[tuple[str, str, bool], list[tuple[str, str | None, int | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    reports: int = 0
    with_date: int = 0

    def span(self, names: Collection[str]) -> range:
        """The years from the first to the last in which a report uses one of ``names``."""
        used = [year for name in names for by in (self.named, self.apart) for year in by.get(name, ())]
        return range(min(used), max(used) + 1) if used else range(0)


def said_in(document: Node) -> int | None:
    """The year in which ``document`` was said; None where nothing tells."""
    date, year = document.properties.get("date"), document.properties.get("year")
    if date:
        return int(str(date)[:4])
    return None if year is None else int(year) + 1


def read_uses(
    concerns: Iterable[Relationship],
    covers: Iterable[Relationship],
    documents: Mapping[str, Node],
    *,
    shown: Mapping[str, str],
    years: tuple[int, int],
    min_confidence: float,
    literal: bool,
) -> Uses:
    """The uses that ``concerns`` (the ``CONCERNS`` that end at one of the names) tell of.

    Args:
        concerns: which documents name an initiative.
        covers: all ``COVERS``.
        documents: all documents, by key.
        shown: the regions that count, each with the one that stands for it.
        years: first and last year said.
        min_confidence: names that were read right with less probability do not count.
        literal: a name is used where it is written so, and other forms of it are counted apart.

    A form that the reference list binds to years is always counted apart: what it means was decided there and not by
    who used it.

    Raises:
        GraphError: the graph was built before it said under which forms documents name an initiative.
    """
    uses, concerns = Uses(), list(concerns)
    if concerns and not any({"forms", "dated_forms"} & edge.properties.keys() for edge in concerns):
        raise GraphError("this graph does not say under which forms documents name a reform; build it again")
    home: dict[str, tuple[str, int]] = {}
    of_region: dict[str, str] = {}
    for edge in covers:
        document = documents.get(edge.start)
        said = said_in(document) if document else None
        if document is None or said is None or edge.end not in shown or not years[0] <= said <= years[1]:
            continue
        of_region[edge.start] = shown[edge.end]
        if edge.properties.get("observes"):
            home[edge.start] = shown[edge.end], said
            uses.reporting[said].add(shown[edge.end])
            uses.reports += 1
            uses.with_date += "date" in document.properties
    for edge in concerns:
        properties, source = edge.properties, edge.properties["source"]
        if properties.get("confidence") is not None and properties["confidence"] < min_confidence:
            continue
        always, dated = properties.get("forms", []), properties.get("dated_forms", [])
        name = edge.end.partition("/")[2]
        if source in home:
            region, said = home[source]
            count = {fold(name)} & {*always} if literal else always
            (uses.named if count else uses.apart)[name][said].add(region)
        if source in of_region:
            told = source, of_region[source], said_in(documents[source])
            for form in always:
                uses.forms[name, form, False].append(told)
            for form in dated:
                uses.forms[name, form, True].append(told)
    return uses


def name_rows(uses: Uses, line: Line) -> Iterator[tuple[Any, ...]]:
    """Rows under ``NAMES``: the uses of each name in reports, and the year in which it came (``turned``)."""
    came = {later: year for _, later, year in reversed(list(line.pairs))}
    for name in (*line.names, *line.parts):
        years = uses.named[name]
        said = sorted(year for year, users in years.items() if users)
        first, last = (said[0], said[-1]) if said else (None, None)
        regions: set[str] = set().union(*years.values())
        count = sum(len(users) for users in years.values())
        yield name, line.relations.get(name, PART), came.get(name), first, last, len(regions), count


def share_rows(uses: Uses, names: Collection[str]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``SHARES``: by year said, of the regions with a report, those that use each of ``names``.

    ``counted_apart`` are those that use it under forms alone which are counted apart.
    """
    for year in uses.span(names):
        reporting = uses.reporting.get(year, set())
        for name in names:
            users = uses.named[name].get(year, set())
            apart = uses.apart[name].get(year, set()) - users
            if reporting:
                yield year, name, len(users), len(reporting), round(len(users) / len(reporting), 4), len(apart)


def side_by_side(shares: Result) -> Result:
    """``shares`` with a row a year and a column a name, for people to read: ``41 (27 %)``."""
    rows = shares.records()
    names = list(dict.fromkeys(row["name"] for row in rows))
    by_year: dict[int, dict[str, Any]] = {}
    for row in rows:
        line = by_year.setdefault(row["year"], {"year": row["year"], "reporting": row["reporting"]})
        line[row["name"]] = f"{row['regions']} ({100 * row['share']:.0f} %)" if row["regions"] else "0"
    return Result(("year", "reporting", *names), tuple(tuple(line.values()) for line in by_year.values()))


def form_rows(uses: Uses, names: Collection[str]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``FORMS``, of all documents and not of reports alone: by name, the forms of most documents first."""
    place = {name: at for at, name in enumerate(names)}
    kept = (item for item in uses.forms.items() if item[0][0] in place)
    for (name, form, dated), told in sorted(kept, key=lambda item: (place[item[0][0]], -len(item[1]), item[0])):
        years = sorted(year for *_, year in told if year is not None)
        regions = {region for _, region, _ in told}
        yield name, form, dated, len(told), len(regions), years[0] if years else None, years[-1] if years else None
