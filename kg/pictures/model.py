"""The whole page as plain data: what is said at its head, its regions, its sentences and its pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.pictures import regions
from kg.pictures.curve import curve_model
from kg.pictures.evidence import Evidence
from kg.pictures.heat import heat_model
from kg.pictures.lags import lag_model
from kg.pictures.names import names_model
from kg.pictures.origin import launch_title, origin_model
from kg.pictures.outlines import Outlines
from kg.pictures.scope import scope
from kg.pictures.tiles import tile_model
from kg.pictures.words import Words
from kg.tracing.background import turn_of
from kg.tracing.curve import Curve
from kg.tracing.record import Row
from kg.tracing.statements import Statement
from kg.tracing.trace import Trace
from kg.tracing.words import EXACT, INTERVAL


def page_model(
    trace: Trace,
    lang: str,
    chain: Sequence[Trace] = (),
    curves: Mapping[str, Curve] | None = None,
    outlines: Outlines | None = None,
) -> dict[str, Any]:
    """The page of ``trace`` as data that JSON can hold.

    Args:
        trace: the reform.
        lang: ``zh``, or English.
        chain: the traces of the reforms that turned into each other, the oldest first, this one among them.
        curves: those of ``trace``, where they are fitted already.
        outlines: those of a file, which are drawn in place of tiles.

    Raises:
        SelectionError: there are outlines, but no map of what is shown.
        InputError: none of the outlines is of a region of that map.
    """
    words, facts = Words(lang), trace.facts
    rows = regions.ordered(trace.rows)
    places = {row.region.key: place for place, row in enumerate(rows)}
    by_code = {str(row.region.properties["code"]): place for place, row in enumerate(rows)}
    told = [statement for statement in facts.statements if statement.region in places]
    parts = [d.statement for d in facts.designations if d.statement.region in places and d.statement not in told]
    evidence = Evidence(facts, [*told, *parts], places)
    years = regions.years_shown(rows)
    pictures = {
        "curve": curve_model(rows, years, trace.curves() if curves is None else curves, facts.shown, words),
        "heat": heat_model(rows, years, evidence, words),
        "tiles": tile_model(rows, years, facts.shown, facts.superiors, words, outlines),
        "names": names_model(rows, years, [link.facts for link in chain] or [facts], words),
        "lags": lag_model(rows, facts, trace.everyone, words),
    }
    return {
        "lang": words.lang,
        "initiative": trace.initiative,
        "scope": scope(trace, words),
        "years": list(years),
        "launch": _launch(trace),
        "head": _head(rows, words),
        "classes": regions.classes(rows),
        "origin": origin_model(facts, rows, evidence, words),
        "regions": regions.region_list(rows, evidence, by_code, words),
        "sentences": evidence.sentences,
        "documents": evidence.documents,
        **pictures,
        "notes": [
            *(note.text(words.lang) for note in trace.notes),
            *_apart(trace, told, years, words),
        ],
        "source": words.say("source", documents=len(evidence.documents), statements=len(evidence.sentences)),
    }


def _launch(trace: Trace) -> dict[str, Any] | None:
    """The launching document on its day, as a calendar point."""
    at = turn_of(trace.facts.launches)
    launch = next((launch for launch in trace.facts.launches if launch.year), None)
    if at is None or launch is None:
        return None
    return {"at": round(at, 4), "day": launch.date or str(launch.year), "title": launch_title(launch)}


def _head(rows: Sequence[Row], words: Words) -> dict[str, Any]:
    """The sentence at the head, and the sum that adds up to all regions."""
    counts = regions.classes(rows)
    adopters = [row for row in rows if row.adoption]
    bounds = [row.bound for row in adopters]
    observed = sum(1 for row in rows if row.observed)
    parts = [f"{words.say(f'class_{name}')} {count}" for name, count in counts.items()]
    values = {
        "observed": observed,
        "adopted": len(adopters),
        "exact": bounds.count(EXACT),
        "interval": bounds.count(INTERVAL),
        "by": len(adopters) - bounds.count(EXACT) - bounds.count(INTERVAL),
        "statements": sum(len(row.statements) for row in rows),
    }
    said = words.say("head" if adopters else "head_nobody", **values)
    unobserved = len(rows) - observed
    return {
        "said": said + (words.say("head_unobserved", n=unobserved) if unobserved else ""),
        "sum": words.say("head_sum", n=len(rows), parts=" + ".join(parts)),
    }


def _apart(trace: Trace, told: Sequence[Statement], years: range, words: Words) -> Iterator[str]:
    """What the pictures do not show: sentences of other years, and of the whole country."""
    outside = sum(1 for statement in told if statement.year not in years)
    if outside and years:
        yield words.say("outside_years", n=outside, first=years[0], last=years[-1])
    country = sum(len(row.statements) for row in trace.rows if row.level == "country")
    if country:
        yield words.say("country_apart", n=country)
