"""Where the reform began: the reference list's first place, the launching document, the earliest sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.tracing.facts import Facts
from kg.tracing.forms import form_in
from kg.tracing.record import Row
from kg.tracing.statements import Statement
from kg.tracing.words import DONE

COLUMNS = ("what", "place", "code", "title", "year", "date", "launch", "checked", "form", "quote", "statement")


def origin_rows(facts: Facts, shown: Mapping[str, Row]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``COLUMNS``.

    ``what`` is ``first place`` (of the reference list), ``launching document``, ``earliest pilot``, ``earliest deed``
    or ``earliest by rule``. ``launch`` says of an earliest sentence whether it is of a year before, in or after that of
    the launching document; ``checked`` is False for general knowledge that no source here shows yet.
    """
    for edge in facts.origins:
        place = facts.regions.get(edge.end)
        name, code = (place.properties["name"], place.properties["code"]) if place else (None, None)
        year = edge.properties["year"]
        when = against_launch(year, facts.launched)
        yield "first place", name, code, None, year, None, when, edge.properties["checked"], None, None, edge.key
    for launch in facts.launches:
        properties = launch.policy.properties
        title = " ".join(str(properties[name]) for name in ("title", "number") if name in properties)
        yield (
            "launching document", launch.issuer, None, title, launch.year, launch.date, None, launch.checked, None,
            launch.quote, launch.cited or launch.key,
        )  # fmt: skip
    of_regions = [row for row in shown.values() if row.level != "country"]
    for what, stages in (("earliest pilot", ("pilot",)), ("earliest deed", DONE), ("earliest by rule", ("laid_down",))):
        told = [row.stages[stage] for row in of_regions for stage in stages if stage in row.stages]
        if told:
            yield _told(facts, what, min(told, key=lambda statement: statement.order))


def _told(facts: Facts, what: str, statement: Statement) -> tuple[Any, ...]:
    region = facts.regions[statement.region].properties
    document = facts.documents.get(statement.source)
    return (
        what, region["name"], region["code"], document.properties["name"] if document else None, statement.year,
        statement.date, against_launch(statement.year, facts.launched), None, form_of(statement), statement.quote,
        statement.key,
    )  # fmt: skip


def form_of(statement: Statement) -> str | None:
    """The form under which the sentence names the reform; None where it stands outside of the sentence (上述改革)."""
    return form_in(statement.quote, statement.initiative.partition("/")[2], statement.told)


def against_launch(year: int, launched: int | None) -> str | None:
    """``before``, ``same year`` or ``after`` the launching document; None where there is none."""
    if launched is None:
        return None
    return "before" if year < launched else "after" if year > launched else "same year"
