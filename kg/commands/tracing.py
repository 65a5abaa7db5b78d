"""The command that traces a reform over a graph."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import Command, language, say
from kg.commands.options import (
    count_option,
    graph_options,
    join_option,
    output_options,
    show_rows,
    subgraph_options,
    writing,
)
from kg.tracing.tables import TABLES

if TYPE_CHECKING:
    from cypher.results import Result
    from kg.stores.base import Store
    from kg.subgraph.selection import Selection
    from kg.tracing.notes import Note
    from kg.tracing.trace import Trace


@click.command(
    cls=Command,
    zh="某项改革从哪里开始、谁先谁后、隔了几年，以及这些结论有多少依据。",
    examples=(
        "reformkg trace 一网通办 --graph out/graph",
        "reformkg trace 河长制 --region 四川省 --as-of 2018 --format md -o 河长制.md",
        "reformkg trace 相对集中行政许可权改革 --count pilot --table first_adopters --format csv",
        "reformkg trace 优化营商环境 --region 深圳市 --html -o page.html",
    ),
)
@click.argument("name", metavar="INITIATIVE")
@count_option
@click.option("--children", is_flag=True, help="Trace the initiatives that are part of it with it.")
@join_option
@click.option("--table", type=click.Choice(TABLES), help="One table alone, whole.")
@click.option("--panel", "special", flag_value="panel", help="Regions by year at risk, for event history models.")
@click.option("--dyads", "special", flag_value="dyads", help="The same against each other region.")
@click.option("--cascade", "special", flag_value="cascade", help="Adoptions as programs that infer networks read them.")
@click.option("--curve", is_flag=True, help="Fit the curve of adoption and the pace before and after the launch.")
@click.option(
    "--covariates",
    type=click.Path(path_type=Path),
    help="A table (CSV, Parquet) with code and year, whose columns are joined to the panel.",
)
@click.option("--html", is_flag=True, help="The pictures as one page that needs no network; name the file with -o.")
@subgraph_options
@graph_options
@output_options
def trace(
    name: str,
    count: tuple[str, ...],
    children: bool,
    join_successors: bool,
    table: str | None,
    special: str | None,
    curve: bool,
    covariates: Path | None,
    html: bool,
    selection: Selection,
    store: Store,
    form: str,
    output: Path | None,
) -> None:
    """Trace INITIATIVE: where it began, who adopted it when, who came first, and what that rests on.

    As a table or Markdown it is a report; CSV and JSON lines hold the record, a row a region; JSON holds all tables.
    One table becomes a Parquet file where that is the ending of -o. Under --min-confidence a sentence that is less sure
    counts as a mention.
    """
    if table and special:
        raise click.UsageError(f"name one table, either --table {table} or --{special}")
    if curve and (table or special):
        raise click.UsageError("--curve is a table of its own, or a part of the report; leave the other one out")
    if covariates and special != "panel":
        raise click.UsageError("--covariates goes with --panel")
    if html and (table or special):
        raise click.UsageError("--html draws the pictures; leave out the table")
    from kg.subgraph.select import regions_among

    traced = partial(
        store.trace,
        count=count,
        children=children,
        join_successors=join_successors,
        min_confidence=selection.min_confidence or 0.0,
        regions=selection.regions,
        among=regions_among(store, selection),
        years=selection.years,
        as_of=selection.as_of,
    )
    found = traced(name)
    if html:
        from kg.commands.picturing import write_pictures

        write_pictures(found, store, traced, output)
        return
    if special or table or form in {"csv", "jsonl"} or _is_parquet(output):
        rows, notes = _one_table(found, "curve" if curve else special or table or "record", covariates)
        if output and _is_parquet(output):
            from kg.tracing.parquet import write_parquet

            write_parquet(rows, output)
        else:
            show_rows(rows, form, output)
        for note in notes:
            say(note.text(language()))
        return
    from kg.tracing.report import write_json, write_report

    fitted, reasons = _fitted(found) if curve else ({}, ())
    found = replace(found, notes=(*found.notes, *reasons))
    with writing(output) as stream:
        write = write_json if form == "json" else partial(write_report, form=form)
        write(found, stream, lang=language(), fitted=fitted)


def _is_parquet(output: Path | None) -> bool:
    return output is not None and output.suffix.lower() == ".parquet"


def _one_table(found: Trace, name: str, covariates: Path | None) -> tuple[Result, tuple[Note, ...]]:
    """The table ``name`` with what is to be said of it."""
    from kg.tracing.covariates import join
    from kg.tracing.notes import Note, panel_notes

    if name == "curve":
        fitted, reasons = _fitted(found)
        return fitted["curve"], (*found.notes, *reasons)
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


def _fitted(found: Trace) -> tuple[dict[str, Result], tuple[Note, ...]]:
    """The tables of the fitted curves, and why something is not told."""
    from cypher.results import Result
    from kg.tracing.background import turn_of
    from kg.tracing.model import CURVE, MODEL, curve_rows, model_rows
    from kg.tracing.notes import refusals

    curves = found.curves()
    model = tuple(model_rows(curves, turn_of(found.facts.launches)))
    tables = {"model": Result(MODEL, model), "curve": Result(CURVE, tuple(curve_rows(curves)))}
    return tables, tuple(refusals(curves))
