"""The command that lists terms over a corpus."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import FINDING, WRONG_USE, Command, say
from kg.commands.inputs import map_option
from kg.commands.options import rows_options
from kg.commands.progress import bar, tell_passed_over
from kg.commands.showing import Show
from kg.errors import SelectionError
from kg.terms import ORDERS

if TYPE_CHECKING:
    from kg.terms.cutting import CutDocument

_STEPS = 1000


@click.command(
    cls=Command,
    zh="哪些词语随年份和地区增减，哪些可能是新的改革举措。",
    examples=(
        "reformkg terms reports/ --order rising",
        "reformkg terms --graph out/graph --new --format csv -o candidates.csv",
        "reformkg terms --graph out/graph --by-region --years 2018:2022",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH...]", type=click.Path(path_type=Path))
@click.option("--graph", type=click.Path(path_type=Path), help="The texts of this graph directory instead of PATHs.")
@click.option("--new", is_flag=True, help="Only candidates for new initiatives.")
@click.option("--order", type=click.Choice(ORDERS), default="documents", show_default=True, help="What comes first.")
@click.option("--least", type=click.IntRange(1), default=2, show_default=True, help="In at least so many documents.")
@click.option("--limit", type=click.IntRange(1), default=200, show_default=True, help="At most so many rows.")
@click.option("--by-region", is_flag=True, help="Count each province apart.")
@click.option("--region", help="Only documents of this region, by name or code, and of all that belongs to it.")
@click.option("--years", help="Only documents of these years: 2015:2020, 2018, 2015: or :2020.")
@click.option("--workers", type=click.IntRange(1), help="Processes (default: one a core).")
@map_option
@rows_options
@click.pass_context
def terms(
    context: click.Context,
    paths: tuple[Path, ...],
    graph: Path | None,
    new: bool,
    order: str,
    least: int,
    limit: int,
    by_region: bool,
    region: str | None,
    years: str | None,
    workers: int | None,
    columns: dict[str, str],
    show: Show,
) -> None:
    """List which terms rise and fall by year over files and folders, or over the texts of a graph."""
    from cypher.results import Result
    from kg.subgraph.years import parse_years
    from kg.terms.table import COLUMNS, TermTable

    span, codes = parse_years(years) if years else None, _codes(region) if region else ()
    table, refused = TermTable(by_region), 0
    for document in _documents(context, paths, graph, workers, columns):
        if document.error:
            refused += 1
            say(f"{document.file}: {document.error}")
        elif _chosen(document, span, codes):
            table.add(document)
    if not table.documents:
        say("no document could be read, or none meets --region and --years")
        context.exit(WRONG_USE)
    found = table.terms(least, order, new)
    show(Result(COLUMNS, tuple(term.row() for term in found[:limit])))
    cut = f"; --limit shows {limit}" if len(found) > limit else ""
    say(f"{table.documents:,} documents, {len(found):,} terms{cut}")
    if refused and not graph:
        context.exit(FINDING)


def _documents(
    context: click.Context, paths: tuple[Path, ...], graph: Path | None, workers: int | None, columns: dict[str, str]
) -> Iterator[CutDocument]:
    where = graph or (None if paths else os.environ.get("REFORMKG_GRAPH"))
    if bool(where) == bool(paths):
        raise click.UsageError("name either files and folders or --graph DIR", context)
    from kg.build.budget import DEFAULT
    from kg.build.files import find_files, nothing_under
    from kg.disk import GraphDirectory
    from kg.terms.cutting import cut_files, cut_graph

    with bar(_STEPS, "terms") as advance:
        done = 0

        def progress(more: int, total: int) -> None:
            nonlocal done
            advance((done + more) * _STEPS // total - done * _STEPS // total)
            done += more

        if where:
            yield from cut_graph(GraphDirectory(Path(where)), workers, progress)
            return
        with find_files(paths, columns, workers=workers, limits=DEFAULT) as found:
            tell_passed_over(found.passed_over)
            if not found.files:
                raise nothing_under(paths)
            yield from cut_files(found.files, workers, progress)


def _codes(word: str) -> tuple[str, ...]:
    """The beginnings of the codes of all that belongs to the regions called ``word``."""
    from ontology.regions import COUNTRY, region_table

    versions = region_table().by_code(word) or region_table().named(word)
    if not versions:
        raise SelectionError(f"no region has the name or code {word}")
    codes = {"" if region.code == COUNTRY else region.code.removesuffix("00").removesuffix("00") for region in versions}
    return tuple(sorted(codes))


def _chosen(document: CutDocument, span: tuple[int, int] | None, codes: tuple[str, ...]) -> bool:
    if span and not (document.year and span[0] <= document.year <= span[1]):
        return False
    return not codes or bool(document.region and document.region.startswith(codes))
