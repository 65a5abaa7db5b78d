"""What commands that read files have in common: their options, finding the files, telling which could not be read."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.commands.base import FINDING, WRONG_USE, say
from kg.commands.progress import tell_passed_over

if TYPE_CHECKING:
    from kg.build.budget import Limits
    from kg.build.source_file import SourceFile

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


@contextlib.contextmanager
def find_inputs(
    paths: Sequence[Path],
    columns: Mapping[str, str],
    sources: Path | None,
    workers: int | None,
    limits: Limits,
) -> Iterator[list[SourceFile]]:
    """The files under ``paths``, in the order of their names; says what was passed over, and how a list fits them.

    What archives hold is there until the block ends.
    """
    from kg.build.files import find_files

    with find_files(paths, columns, sources, workers=workers, limits=limits) as found:
        tell_passed_over(found.passed_over)
        for sentence in found.listed:
            say(sentence)
        yield list(found.files)


def end_with_refused(context: click.Context, refused: int, documents: int) -> None:
    """Say how many of ``documents`` could not be read, and end with that; go on where all could."""
    if refused:
        say(f"{refused:,} of {documents:,} documents could not be read")
        context.exit(WRONG_USE if refused == documents else FINDING)
