"""Commands that give a subgraph away: exports and the interactive page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import Command, language, say
from kg.commands.options import graph_options, outlines_option, raw_option, subgraph_options
from kg.exports import FORMATS

if TYPE_CHECKING:
    from kg.stores.base import Store
    from kg.subgraph.selection import Selection


@click.command(
    cls=Command,
    zh="把（部分）图谱导出为其他程序的格式。",
    examples=(
        "reformkg export gexf -o sichuan.gexf --region 四川省 --graph out/graph",
        "reformkg export csv -o 2018.csv --initiative 一网通办 --as-of 2018",
    ),
    choices={
        "en": ("Formats", [(item.name, item.about) for item in FORMATS.values()]),
        "zh": ("格式", [(item.name, item.zh) for item in FORMATS.values()]),
    },
)
@click.argument("format", type=click.Choice(list(FORMATS)), metavar="FORMAT")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="File or folder; - prints it.")
@raw_option
@subgraph_options
@graph_options
def export(format: str, output: Path, raw: bool, selection: Selection, store: Store) -> None:
    """Write a subgraph in a FORMAT of other programs."""
    from kg.exports.tables import write_csv
    from kg.exports.whole import exported
    from kg.viewing import refuse_empty

    if raw and format != "csv":
        raise click.UsageError("--raw goes with csv")
    written = FORMATS[format]
    chosen = exported(store, selection, written.of_graph)
    refuse_empty(len(chosen))
    if str(output) == "-":
        if written.write_text is None:
            raise click.UsageError(f"{format} is several files; name a place with -o")
        written.write_text(chosen, sys.stdout)
        return
    paths = write_csv(chosen, output, raw=raw) if format == "csv" else written.write(chosen, output)
    say(f"{len(chosen):,} nodes and {chosen.relationship_count:,} relationships in {', '.join(map(str, paths[:3]))}"
        + (f" and {len(paths) - 3} more" if len(paths) > 3 else ""))  # fmt: skip


@click.command(
    cls=Command,
    zh="把（部分）图谱写成一个可交互的离线网页。",
    examples=(
        "reformkg view -o map.html --graph out/graph",
        "reformkg view -o sichuan.html --region 四川省 --initiative 一网通办 --years 2015:2020",
    ),
)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The page, one HTML file.")
@click.option("--title", help="Its heading.")
@outlines_option
@subgraph_options
@graph_options
def view(output: Path, title: str | None, outlines: Path | None, selection: Selection, store: Store) -> None:
    """Write the interactive page of a subgraph: one file that needs no network."""
    from kg.viewing import view as view_of

    made = view_of(store, selection, title=title, lang="zh" if language() == "zh" else "en", outlines=outlines)
    if made.note:
        say(made.note)
    made.write(output)
    say(f"{output}: {made.nodes:,} nodes, {made.relationships:,} relationships")
