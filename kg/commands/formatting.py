"""The command that lists what kinds of files this machine reads."""

from __future__ import annotations

import click

from kg.commands.base import Command, language
from kg.commands.options import rows_options
from kg.commands.showing import Show


@click.command(
    cls=Command,
    zh="列出这台机器能读的文件格式；不能读的，说明怎么办。",
    examples=("reformkg formats", "reformkg --lang zh formats --format md"),
)
@rows_options
def formats(show: Show) -> None:
    """List the kinds of files that this machine reads, and what to do with those that it does not."""
    from cypher.results import Result
    from extractors.readers.office import version
    from kg.formats import COLUMNS, rows

    show(Result(COLUMNS, tuple(rows(language(), version()))))
