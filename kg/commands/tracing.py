"""The command that traces a reform, or the network of many, over a graph or a list of events."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import Command
from kg.commands.options import (
    count_option,
    join_option,
    open_store,
    outlines_option,
    output_options,
    place_options,
    subgraph_options,
)
from kg.tracing.tables import TABLES
from kg.tracing.words import DELAY_NAMES, NETWORK_LEVELS

if TYPE_CHECKING:
    from kg.subgraph.selection import Selection


@click.command(
    cls=Command,
    zh="某项改革从哪里开始、谁先谁后、隔了几年，以及这些结论有多少依据。",
    examples=(
        "reformkg trace 一网通办 --graph out/graph",
        "reformkg trace 河长制 --region 四川省 --as-of 2018 --format md -o 河长制.md",
        "reformkg trace 相对集中行政许可权改革 --count pilot --table first_adopters --format csv",
        "reformkg trace 优化营商环境 --tree --format csv -o candidates.csv",
        "reformkg trace --network --level county --region 深圳市 --format csv",
        "reformkg trace --events regulations.csv --curve",
        "reformkg trace 优化营商环境 --region 深圳市 --html -o page.html",
    ),
)
@click.argument("names", metavar="[INITIATIVE]...", nargs=-1)
@count_option
@click.option("--children", is_flag=True, help="Trace the initiatives that are part of it with it.")
@join_option
@click.option("--table", type=click.Choice(TABLES), help="One table alone, whole.")
@click.option("--panel", "special", flag_value="panel", help="Regions by year at risk, for event history models.")
@click.option("--dyads", "special", flag_value="dyads", help="The same against each other region.")
@click.option("--cascade", "special", flag_value="cascade", help="Adoptions as programs that infer networks read them.")
@click.option("--curve", is_flag=True, help="Fit the curve of adoption and the pace before and after the launch.")
@click.option("--bass", is_flag=True, help="The same, and the curve of Bass beside it.")
@click.option("--tree", is_flag=True, help="Tell from whom each has it: as sentences prove, or as years make likely.")
@click.option("--network", is_flag=True, help="Tell who follows whom again and again over the INITIATIVEs, or all.")
@click.option(
    "--events",
    type=click.Path(path_type=Path),
    help="Trace a list of your own instead of a graph: a table with region and year or date.",
)
@click.option(
    "--covariates",
    type=click.Path(path_type=Path),
    help="A table (CSV, Excel, Parquet) with code and year, whose columns are joined to the panel.",
)
@click.option("--level", type=click.Choice(NETWORK_LEVELS), help="Of the network: which regions (default: province).")
@click.option("--delay", type=click.Choice(DELAY_NAMES), help="Of the network: how long reforms take (default: years).")
@click.option(
    "--rate",
    type=click.FloatRange(0, min_open=True),
    help="Of the network: adoptions a year, the mean delay being its inverse (default: the likeliest).",
)
@click.option("--html", is_flag=True, help="The pictures as one page that needs no network; name the file with -o.")
@outlines_option
@subgraph_options
@place_options
@output_options
def trace(
    names: tuple[str, ...],
    count: tuple[str, ...],
    children: bool,
    join_successors: bool,
    table: str | None,
    special: str | None,
    curve: bool,
    bass: bool,
    tree: bool,
    network: bool,
    events: Path | None,
    covariates: Path | None,
    level: str | None,
    delay: str | None,
    rate: float | None,
    html: bool,
    outlines: Path | None,
    selection: Selection,
    graph: Path | None,
    uri: str | None,
    form: str,
    output: Path | None,
) -> None:
    """Trace INITIATIVE: where it began, who adopted it when, who came first, and what that rests on.

    As a table or Markdown it is a report, to which --curve and --tree add; CSV and JSON lines hold the record, a row a
    region, or the table that is named; JSON holds all tables. One table becomes a Parquet file where that is the ending
    of -o. Under --min-confidence a sentence that is less sure counts as a mention.
    """
    from kg.commands.networks import Fit, network_of_graph, network_of_list
    from kg.commands.traced import Asked, Written, trace_graph, trace_list

    wanted = {"curve": curve and not bass, "bass": bass, "tree": tree, "network": network}
    parts = [name for name, asked_for in wanted.items() if asked_for]
    if table and special:
        raise click.UsageError(f"name one table, either --table {table} or --{special}")
    if len(parts) > 1 or (parts and (table or special)):
        raise click.UsageError(f"--{parts[0]} is a table of its own, or a part of the report; leave the other one out")
    if covariates and special != "panel":
        raise click.UsageError("--covariates goes with --panel")
    if html and (table or special or tree or network):
        raise click.UsageError("--html draws the pictures; leave out the table")
    if outlines and not html:
        raise click.UsageError("--outlines goes with --html")
    if not network and (level or delay or rate):
        raise click.UsageError("--level, --delay and --rate go with --network")
    asked = Asked(names, count, children, join_successors, selection)
    written = Written(table or special or (parts[0] if parts else None), covariates, form, output, html, outlines)
    if events is None:
        with open_store(graph, uri) as store:
            if network:
                network_of_graph(store, asked, Fit(level, delay, rate), written)
            else:
                trace_graph(store, asked, written)
        return
    if graph or uri:
        raise click.UsageError("--events takes the place of a graph; leave --graph and --neo4j out")
    if network:
        network_of_list(events, asked, Fit(level, delay, rate), written)
    else:
        trace_list(events, asked, written)
