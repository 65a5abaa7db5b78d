"""The command that traces a reform over a graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import Command, language, say
from kg.commands.options import graph_options, output_options, show_rows, subgraph_options, writing
from kg.tracing.tables import TABLES
from kg.tracing.words import DONE, STAGES

if TYPE_CHECKING:
    from kg.stores.base import Store
    from kg.subgraph.selection import Selection


@click.command(
    cls=Command,
    zh="某项改革从哪里开始、谁先谁后、隔了几年，以及这些结论有多少依据。",
    examples=(
        "reformkg trace 一网通办 --graph out/graph",
        "reformkg trace 河长制 --region 四川省 --as-of 2018 --format md -o 河长制.md",
        "reformkg trace 相对集中行政许可权改革 --count pilot --table first_adopters --format csv",
    ),
)
@click.argument("name", metavar="INITIATIVE")
@click.option(
    "--count",
    default=",".join(DONE),
    show_default=True,
    metavar="STAGES",
    help=f"What counts as an adoption, with commas between: {', '.join(STAGES)}.",
)
@click.option("--children", is_flag=True, help="Trace the initiatives that are part of it with it.")
@click.option("--join-successors", is_flag=True, help="A region and the one that it became (射洪县, 射洪市) are one.")
@click.option("--table", type=click.Choice(TABLES), help="One table alone, whole.")
@subgraph_options
@graph_options
@output_options
def trace(
    name: str,
    count: str,
    children: bool,
    join_successors: bool,
    table: str | None,
    selection: Selection,
    store: Store,
    form: str,
    output: Path | None,
) -> None:
    """Trace INITIATIVE: where it began, who adopted it when, who came first, and what that rests on.

    As a table or Markdown it is a report; CSV and JSON lines hold the record, a row a region; JSON holds all tables.
    """
    stages = [stage.strip() for stage in count.split(",") if stage.strip()]
    found = store.trace(
        name,
        count=stages,
        children=children,
        join_successors=join_successors,
        regions=selection.regions,
        among=_among(store, selection),
        years=selection.years,
        as_of=selection.as_of,
    )
    if table or form in {"csv", "jsonl"}:
        show_rows(found[table or "record"], form, output)
        for note in found.notes:
            say(note.text(language()))
        return
    from kg.tracing.report import write_json, write_report

    with writing(output) as stream:
        if form == "json":
            write_json(found, stream, language())
        else:
            write_report(found, stream, form, language())


def _among(store: Store, selection: Selection) -> set[str] | None:
    """The regions of the subgraph that is asked for by anything but regions and years, which a trace narrows itself."""
    if not (selection.initiatives or selection.agencies or selection.policies or selection.cypher):
        return None
    from kg.subgraph.select import select

    return {node.key for node in select(store, selection).graph.nodes("Region")}
