"""The command that tells what a graph holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import Command
from kg.commands.options import graph_argument, output_options
from kg.commands.several import only, show_tables
from kg.info.tables import SECTIONS

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
