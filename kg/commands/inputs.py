"""The options of commands that read files: how columns of their tables are called, a list of what the files are."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def sources_option(command: F) -> F:
    """``--sources LIST``: the command gets ``sources``, a table of what the files are."""
    return click.option(
        "--sources",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="LIST",
        help="A table (CSV, Excel) of what the files are: file or pattern, region, year, issuer, title, number, date, "
        "kind, url. It has the first word. sources.csv or sources.xlsx in a folder counts by itself.",
    )(command)


def map_option(command: F) -> F:
    """``--map FIELD=COLUMN``: the command gets ``columns``, the names of columns of catalogues by field."""

    @click.option(
        "--map",
        "pairs",
        multiple=True,
        metavar="FIELD=COLUMN",
        help="Which column of a table of policies holds the title, number, issuer, … May be repeated.",
    )
    @functools.wraps(command)
    def wrapped(*args: Any, pairs: tuple[str, ...], **kwargs: Any) -> Any:
        from ontology.catalogue import catalogue_cues

        columns = {}
        for pair in pairs:
            name, equals, column = pair.partition("=")
            known = {**catalogue_cues().columns, **catalogue_cues().listed}
            if not equals or not column or name not in known:
                raise click.UsageError(
                    f"--map {pair} names no column; write FIELD=COLUMN, where FIELD is {', '.join(known)}",
                    click.get_current_context(),
                )
            columns[name] = column
        return command(*args, columns=columns, **kwargs)

    return wrapped  # type: ignore[return-value]
