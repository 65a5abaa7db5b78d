"""Commands that tell what a graph holds, and where its sources contradict each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import Command, say
from kg.commands.options import graph_argument, output_options, rows_options
from kg.commands.several import only, show_tables
from kg.commands.showing import Show
from kg.info.tables import SECTIONS
from kg.resolve.conflicts import kinds

if TYPE_CHECKING:
    from kg.disk import GraphDirectory


@click.command(
    cls=Command,
    zh="图谱里有什么：文献种类、年份、各层级地区、改革举措、来源矛盾、版本，以及未能读取的文件。",
    examples=(
        "reformkg info out/graph",
        "reformkg info out/graph --table quarantine --format csv",
        "reformkg info out/graph --format json -o info.json",
    ),
)
@graph_argument
@click.option("--table", type=click.Choice(list(SECTIONS)), help="One table alone, whole.")
@output_options
def info(directory: GraphDirectory, table: str | None, form: str, output: Path | None) -> None:
    """Show what GRAPH holds: kinds, years, regions, reforms, conflicts, versions, and what could not be read.

    As a table or Markdown it is a report; CSV and JSON lines hold its documents by year; JSON holds all tables.
    """
    from kg.stores.embedded import EmbeddedStore

    found = EmbeddedStore(directory=directory).info()
    show_tables(found, {"graph": directory.path.name}, SECTIONS, table or only(form, "years"), form, output)


@click.command(
    cls=Command,
    zh="哪些文献互相矛盾，附双方的原句。",
    examples=("reformkg conflicts out/graph", "reformkg conflicts out/graph --kind policy.issuer --format csv"),
    choices={
        "en": ("Kinds", [(kind, told["en"]) for kind, told in kinds().items()]),
        "zh": ("种类", [(kind, told["zh"]) for kind, told in kinds().items()]),
    },
)
@graph_argument
@click.option("--kind", type=click.Choice(list(kinds())), metavar="KIND", help="Only conflicts of this kind.")
@rows_options
def conflicts(directory: GraphDirectory, kind: str | None, show: Show) -> None:
    """Show where the sources of GRAPH contradict each other, with the sentence of each side.

    None is settled in silence: the graph took the first of the values, the others stand here. `corrections` can settle
    them (docs/corrections.md).
    """
    from cypher.results import Result
    from kg.conflicts import COLUMNS, concerned, rows
    from kg.stores.parquet import ParquetGraph

    found = [conflict for conflict in directory.conflicts() if kind in {None, conflict.kind}]
    if found:
        show(Result(COLUMNS, tuple(rows(found, concerned(found, ParquetGraph(directory))))))
    say(f"{len(found):,} conflicts")
