"""How rows are shown: on a terminal so that they fit, in a file whole or not at all."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from kg.commands.base import language

if TYPE_CHECKING:
    from cypher.output.rows import Written
    from kg.sections import Report

BOOK = "xlsx"
FORMATS = ("table", "csv", "json", "jsonl", "md", BOOK)
SUFFIXES = {
    ".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".md": "md", ".xlsx": BOOK,
}  # fmt: skip
ONE_TABLE = frozenset({"csv", "jsonl", BOOK})
"""Formats that hold the rows of one table and nothing beside them."""
RAW, WIDE = "kg.commands.raw", "kg.commands.wide"
"""Where the context keeps what ``--raw`` and ``--wide`` asked for."""
_LESS = "FSX"  # ends where all fits a page, cuts lines (arrows move aside), leaves what was shown

Show = Callable[["Written"], None]


def show_rows(result: Written, form: str, output: Path | None) -> None:
    """Write the rows of ``result`` to stdout or, whole or not at all, to the file ``output``.

    On a terminal a table is cut to fit, unless ``--wide`` asks for all, and what is longer goes through a pager.

    Raises:
        UsageError: a workbook is asked for without a file.
    """
    if form == BOOK:
        _write_book(result, output)
        return
    from cypher.output import write_result
    from cypher.output.rows import whole

    raw = click.get_current_context().meta.get(RAW, False)
    width = terminal_width(output)
    with _shown(form, output) as stream:
        rows = result if width is None else whole(result)
        write_result(rows, form, stream, lang=language(), raw=raw, width=width)


@contextlib.contextmanager
def reporting(form: str, output: Path | None) -> Iterator[Report]:
    """A report of several tables, each of which is shown, or written to ``output``, as that of ``show_rows`` is."""
    from kg.sections import Report

    wide = click.get_current_context().meta.get(WIDE, False)
    with _shown(form, output) as stream:
        yield Report(stream, form, language(), terminal_width(output), wide)


@contextlib.contextmanager
def _shown(form: str, output: Path | None) -> Iterator[TextIO]:
    """Where text is written; of tables on a terminal, all of it is shown at the end, by pages."""
    if form != "table" or _is_file(output) or not sys.stdout.isatty():
        with writing(output) as stream:
            yield stream
        return
    text = io.StringIO()
    yield text
    page(text.getvalue())


def terminal_width(output: Path | None) -> int | None:
    """How wide a table may be: as wide as the terminal it is shown on; None where it goes elsewhere."""
    shown = not _is_file(output) and sys.stdout.isatty() and not click.get_current_context().meta.get(WIDE)
    return shutil.get_terminal_size().columns if shown else None


def page(text: str) -> None:
    """Show ``text`` on the terminal, by the pager (``$PAGER``, else less) where it is longer than a page."""
    if text.count("\n") < shutil.get_terminal_size().lines:
        sys.stdout.write(text)
        return
    os.environ.setdefault("LESS", _LESS)
    os.environ.setdefault("LESSCHARSET", "utf-8")
    click.echo_via_pager(text.removesuffix("\n"))


def _is_file(output: Path | None) -> bool:
    return output is not None and str(output) != "-"


def _write_book(result: Written, output: Path | None) -> None:
    if output is None or not _is_file(output):
        raise click.UsageError("a workbook needs a file: -o rows.xlsx", click.get_current_context())
    from cypher.output.names import in_language
    from cypher.output.rows import whole
    from cypher.output.workbook import workbook
    from kg.disk.atomic import write_bytes

    write_bytes(output, workbook(in_language(whole(result), language())))


@contextlib.contextmanager
def writing(output: Path | None) -> Iterator[TextIO]:
    """Stdout or, whole or not at all, the file ``output``, as a stream of text."""
    if output is None or not _is_file(output):
        yield sys.stdout
        return
    from kg.disk.atomic import replacing

    with replacing(output) as temporary, temporary.open("w", encoding="utf-8", newline="") as stream:
        yield stream
