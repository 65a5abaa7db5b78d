"""The foot of a lineage: what its figures rest on, and what they cannot say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cypher.results import Result
from kg.lineage.leads import ENOUGH
from kg.lineage.names import Line
from kg.lineage.tempo import FEWEST, SURE, THIRDS, Tempo
from kg.lineage.uses import Uses
from kg.tracing.notes import Note


def notes(line: Line, used: Uses, tables: Mapping[str, Result], terms: Tempo, literal: bool) -> Iterator[Note]:
    """The foot of the lineage with these ``tables``; ``literal``: a name counts only where it is written so."""
    if not tables["turns"].rows:
        yield Note("no_turn", {"name": line.asked})
    if line.local:
        yield Note("local_parts", {"n": line.local})
    if used.reports:
        yield Note("said", {"n": used.reports, "dated": used.with_date})
    else:
        yield Note("nothing_said")
    yield from _of_leads(tables["leads"])
    if literal:
        yield Note("literal")
    bound = sum(row["documents"] for row in tables["forms"].records() if row["dated"])
    if bound:
        yield Note("bound_forms", {"n": bound, "of": sum(tables["forms"].column("documents"))})
    yield _of_tempo(terms)


def _of_leads(leads: Result) -> Iterator[Note]:
    for lead in leads.records():
        names = {"earlier": lead["earlier"], "later": lead["later"]}
        if lead["both"] < ENOUGH:
            yield Note("few_both", names | {"both": lead["both"], "least": ENOUGH})
        if lead["first_lead"] is not None and lead["for_good"] is None:
            yield Note("never_led", names)
    if leads.rows:
        yield Note("leads_tell")


def _of_tempo(terms: Tempo) -> Note:
    sizes = [len(part) for part in terms.thirds]
    if min(sizes) < FEWEST:
        return Note("no_tempo", {"least": FEWEST} | dict(zip(THIRDS, sizes, strict=True)))
    years = [sorted({row.hi for row in part if row.hi is not None}) for part in terms.thirds]
    spans = {f"{name}_years": _span(told) for name, told in zip(THIRDS, years, strict=True)}
    by_chance = round(2 * SURE * terms.compared)
    return Note("tempo_told", {"n": sum(sizes), "terms": terms.compared, "sure": SURE, "chance": by_chance} | spans)


def _span(years: list[int]) -> str:
    return f"{years[0]}–{years[-1]}" if years[0] < years[-1] else str(years[0])
