"""Where the reform began: the reference list's first place, the launching document, the earliest sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from kg.tracing.background import against_launch
from kg.tracing.designated import MODEL, PILOT, Designation
from kg.tracing.facts import Facts
from kg.tracing.forms import form_in
from kg.tracing.record import Row
from kg.tracing.statements import Statement
from kg.tracing.words import DONE

COLUMNS = ("what", "place", "code", "title", "year", "date", "by", "launch", "checked", "form", "quote", "statement")
# What is told of the beginning, by which stages of a region, and by which designation.
_EARLIEST: tuple[tuple[str, tuple[str, ...], str | None], ...] = (
    ("earliest pilot", ("pilot",), PILOT),
    ("earliest model", (), MODEL),
    ("earliest deed", DONE, None),
    ("earliest by rule", ("laid_down",), None),
)


def origin_rows(
    facts: Facts, shown: Mapping[str, Row], given: Collection[Designation]
) -> Iterator[tuple[Any, ...]]:
    """Rows under ``COLUMNS``; ``given`` are the designations of the regions shown, also in parts of the reform.

    ``what`` is ``first place`` (of the reference list), ``launching document``, ``earliest pilot`` (a pilot that a
    report states, or that ``by`` approved, whichever is first), ``earliest model``, ``earliest deed`` or
    ``earliest by rule``. ``launch`` says of an earliest sentence whether it is of a year before, in or after that of
    the launching document; ``checked`` is False for general knowledge that no source here shows yet.
    """
    for edge in facts.origins:
        place = facts.regions.get(edge.end)
        name, code = (place.properties["name"], place.properties["code"]) if place else (None, None)
        year = edge.properties["year"]
        when = against_launch(year, facts.launched)
        yield "first place", name, code, None, year, None, None, when, edge.properties["checked"], None, None, edge.key
    for launch in facts.launches:
        properties = launch.policy.properties
        title = " ".join(str(properties[name]) for name in ("title", "number") if name in properties)
        yield (
            "launching document", launch.issuer, None, title, launch.year, launch.date, None, None, launch.checked,
            None, launch.quote, launch.cited or launch.key,
        )  # fmt: skip
    of_regions = [row for row in shown.values() if row.level != "country"]
    for what, stages, kind in _EARLIEST:
        told = [(row.stages[stage], None) for row in of_regions for stage in stages if stage in row.stages]
        found = [*told, *((each.statement, each) for each in given if each.kind == kind)]
        if found:
            yield _told(facts, what, *min(found, key=_order))


def _order(found: tuple[Statement, Designation | None]) -> tuple[Any, ...]:
    """Of one day what a superior gave before what a report only states."""
    year, date, *rest = found[0].order
    return year, date, found[1] is None, *rest


def _told(facts: Facts, what: str, statement: Statement, given: Designation | None) -> tuple[Any, ...]:
    region = facts.regions[statement.region].properties
    document = facts.documents.get(statement.source)
    return (
        what, region["name"], region["code"], document.properties["name"] if document else None, statement.year,
        statement.date, given and given.by, against_launch(statement.year, facts.launched), None, form_of(statement),
        statement.quote, statement.key,
    )  # fmt: skip


def form_of(statement: Statement) -> str | None:
    """The form under which the sentence names the reform; None where it stands outside of the sentence (上述改革)."""
    return form_in(statement.quote, statement.initiative.partition("/")[2], statement.told)
