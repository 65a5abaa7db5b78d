"""The command that lists sources with what was read of their heads, to be corrected and given back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import Command, language, say
from kg.commands.inputs import end_with_refused, find_inputs, map_option, sources_option
from kg.commands.limiting import limits_options
from kg.commands.progress import bar, tell_left_out
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.build.budget import Limits


@click.command(
    cls=Command,
    zh="列出来源清单：每份文献读出的地区、年份、发文机关等，存疑的单元格注明原因；改好后用 --sources 交回。",
    examples=(
        "reformkg sources reports/ -o list.xlsx",
        "reformkg --lang zh sources 2017/ 2018/ policies.csv -o 清单.xlsx",
        "reformkg build reports/ -o out/graph --sources list.xlsx",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The list: .xlsx or .csv.")
@click.option("--workers", type=click.IntRange(1), help="Processes (default: one a core).")
@map_option
@sources_option
@limits_options
@click.pass_context
def sources(
    context: click.Context,
    paths: tuple[Path, ...],
    output: Path,
    workers: int | None,
    columns: dict[str, str],
    sources: Path | None,
    limits: Limits,
) -> None:
    """List files with what was read of their heads, doubtful cells marked, to be corrected and given back."""
    from kg.build.extract import extract_files
    from kg.build.files import nothing_under
    from kg.build.source_sheet import SUFFIXES, source_row, write_sheet

    if output.suffix.lower() not in SUFFIXES:
        raise InputError(f"{output}: a list of sources is written as {' or '.join(SUFFIXES)}")
    rows, refused, left_out = [], 0, {}
    with (
        find_inputs(paths, columns, sources, workers, limits) as files,
        bar(len(files), "sources") as advance,
    ):
        if not files:
            raise nothing_under(paths)
        for extracted in extract_files(files, workers, limits):
            for line in extracted.lines:
                rows.append(source_row(json.loads(line.json), language()))
                refused += line.error is not None
            if extracted.left_out:
                left_out[extracted.file] = extracted.left_out
            advance(1)
    write_sheet(output, rows, language())
    tell_left_out(left_out)
    doubtful = sum(bool(row.doubtful) for row in rows)
    say(f"{output}: {len(rows):,} documents, {doubtful:,} with cells to look at; give it back with --sources")
    end_with_refused(context, refused, len(rows))
