"""A trace that was asked for: made over a graph or a list of events, and written as a report or as a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import language, say
from kg.commands.showing import ONE_TABLE, reporting, show_rows, writing
from kg.tracing.words import DONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cypher.results import Result
    from kg.stores.base import Store
    from kg.subgraph.selection import Selection
    from kg.tracing.notes import Note
    from kg.tracing.trace import Trace


_PARTS = ("curve", "bass", "tree")
"""What is computed only when it is asked for, as a part of the report or as a table of its own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be traced.

    Attributes:
        names: the initiatives.
        count: the stages that count as an adoption.
        children: whether what is part of them is traced with them.
        join_successors: whether a region and the one that it became are one.
        selection: the part of the graph.
    """

    names: tuple[str, ...]
    count: tuple[str, ...]
    children: bool
    join_successors: bool
    selection: Selection

    def single(self) -> str | None:
        """The one initiative; None without any.

        Raises:
            UsageError: there are several.
        """
        if len(self.names) > 1:
            raise click.UsageError(f"trace one initiative at a time, or --network over {len(self.names)}")
        return self.names[0] if self.names else None

    def years_of_list(self) -> tuple[int, int] | None:
        """The years of a list of events that are asked for.

        Raises:
            UsageError: something is asked for that only a graph has.
        """
        chosen = self.selection
        named = (chosen.initiatives, chosen.agencies, chosen.policies, chosen.cypher)
        narrowed = any(named) or chosen.min_confidence or chosen.with_areas
        if self.children or self.count != DONE or narrowed:
            raise click.UsageError("a list of --events takes --region, --years, --as-of and --join-successors only")
        first, last = chosen.years or (0, 9999)
        last = min(last, chosen.as_of or last)
        return None if (first, last) == (0, 9999) else (first, last)


@dataclass(frozen=True, slots=True)
class Written:
    """How it is to be written.

    Attributes:
        table: the name of one table, or of what the report is to have besides; None for the report or the record.
        covariates: a file of columns for the panel.
        form: the format.
        output: the file; None for stdout.
        html: whether the pictures are drawn instead.
        outlines: a GeoJSON whose outlines they draw in place of tiles.
    """

    table: str | None
    covariates: Path | None
    form: str
    output: Path | None
    html: bool = False
    outlines: Path | None = None

    @property
    def to_parquet(self) -> bool:
        """Whether it becomes a Parquet file."""
        return self.output is not None and self.output.suffix.lower() == ".parquet"

    def write(self, rows: Result, notes: Iterable[Note]) -> None:
        """Write one table; what is to be said of it goes to stderr."""
        if self.output and self.to_parquet:
            from kg.tracing.parquet import write_parquet

            write_parquet(rows, self.output)
        else:
            show_rows(rows, self.form, self.output)
        for note in notes:
            say(note.text(language()))


def trace_graph(store: Store, asked: Asked, written: Written) -> None:
    """Trace a reform over ``store``."""
    name = asked.single()
    if name is None:
        raise click.UsageError("name the INITIATIVE to be traced, a list of --events, or --network for all of them")
    selection = asked.selection
    traced = partial(
        store.trace,
        count=asked.count,
        children=asked.children,
        join_successors=asked.join_successors,
        min_confidence=selection.min_confidence or 0.0,
        regions=selection.regions,
        among=among(store, selection),
        years=selection.years,
        as_of=selection.as_of,
        with_areas=selection.with_areas,
    )
    found = traced(name)
    if written.html:
        from kg.commands.picturing import write_pictures

        write_pictures(found, store, traced, written.output, written.outlines)
    else:
        _write(found, written)


def trace_list(events: Path, asked: Asked, written: Written) -> None:
    """Trace the reform that a list of events tells of."""
    if written.html:
        raise click.UsageError("--html draws the sentences of a graph, which a list of --events has not")
    from kg.tracing.listed import trace_events

    found = trace_events(
        events,
        asked.single(),
        join_successors=asked.join_successors,
        regions=asked.selection.regions,
        years=asked.years_of_list(),
    )
    _write(found, written)


def among(store: Store, selection: Selection) -> set[str] | None:
    """The regions of the subgraph that is asked for by anything but regions and years, which a trace narrows itself."""
    if not (selection.initiatives or selection.agencies or selection.policies or selection.cypher):
        return None
    from kg.subgraph.select import select

    return {node.key for node in select(store, selection).graph.nodes("Region")}


def _write(found: Trace, written: Written) -> None:
    added = written.table if written.table in _PARTS else None
    if written.form in ONE_TABLE or written.to_parquet or (written.table and not added):
        rows, notes = _one_table(found, written.table or "record", written.covariates)
        written.write(rows, notes)
        return
    from kg.tracing.report import write_json, write_report

    more, notes = _added(found, added) if added else ({}, ())
    whole = replace(found, notes=(*found.notes, *notes))
    if written.form == "json":
        with writing(written.output) as stream:
            write_json(whole, stream, language(), more)
    else:
        with reporting(written.form, written.output) as report:
            write_report(whole, report, more)
    for note in whole.notes:
        if note.name.startswith("left_") and written.output:
            say(note.text(language()))


def _one_table(found: Trace, name: str, covariates: Path | None) -> tuple[Result, tuple[Note, ...]]:
    """The table ``name`` with what is to be said of it."""
    from kg.tracing.covariates import join
    from kg.tracing.notes import Note, panel_notes

    if name in _PARTS:
        tables, more = _added(found, name)
        return tables["candidates" if name == "tree" else name], (*found.notes, *more)
    if name == "cascade":
        return found.cascade(), found.notes
    if name not in {"panel", "dyads"}:
        return found[name], found.notes
    notes = (*found.notes, *panel_notes(found.rows))
    if name == "dyads":
        return found.dyads(), notes
    if covariates is None:
        return found.panel(), notes
    joined = join(found.panel(), covariates)
    said = Note("covariates", {"file": covariates.name, "unused": joined.unused, "missing": joined.missing})
    return joined.table, (*notes, said)


def _added(found: Trace, what: str) -> tuple[dict[str, Result], tuple[Note, ...]]:
    """The tables that ``--curve``, ``--bass`` or ``--tree`` adds, and what is to be said of them."""
    if what == "tree":
        tree = found.tree()
        return dict(tree.tables), tree.notes
    from cypher.results import Result
    from kg.tracing.background import turn_of
    from kg.tracing.model import BASS, CURVE, MODEL, bass_rows, curve_rows, model_rows
    from kg.tracing.notes import refusals

    curves = found.curves(bass=what == "bass")
    model = tuple(model_rows(curves, turn_of(found.facts.launches)))
    tables = {"model": Result(MODEL, model), "curve": Result(CURVE, tuple(curve_rows(curves)))}
    tables |= {"bass": Result(BASS, tuple(bass_rows(curves)))} if what == "bass" else {}
    return tables, tuple(refusals(curves))
