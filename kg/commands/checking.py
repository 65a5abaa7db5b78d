"""Commands that check: verify, diff, coverage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.commands.base import FINDING, Command, say
from kg.commands.options import areas_option, graph_argument, rows_options
from kg.commands.showing import Show

if TYPE_CHECKING:
    from kg.diff import Change
    from kg.disk import GraphDirectory


@click.command(
    cls=Command,
    zh="检查图谱：结构、键，以及每句引文与原文是否一致。",
    examples=("reformkg verify out/graph", "reformkg verify out/graph reports/"),
)
@graph_argument
@click.argument("paths", nargs=-1, metavar="[PATH...]", type=click.Path(path_type=Path))
@rows_options
@click.pass_context
def verify(context: click.Context, directory: GraphDirectory, paths: tuple[Path, ...], show: Show) -> None:
    """Check GRAPH: schema, keys, years, regions, and each quote against its source text.

    An adoption long before its reform began is a finding too, unless its sentence names the reform: read it, a word of
    that year may have meant something else.

    The texts are in the graph directory, with their hashes. Given the folders that it was built from, their files are
    read again as well.
    """
    from cypher.results import Result
    from kg.verify import verify as check

    report = check(directory, paths)
    if report.findings:
        show(Result(("check", "subject", "finding"), tuple((f.check, f.subject, f.message) for f in report.findings)))
    say(
        f"{report.nodes:,} nodes, {report.relationships:,} relationships, {report.quotes:,} quotes compared with their "
        f"texts, {report.files:,} files: {len(report.findings) or 'no'} findings"
    )
    if report.findings:
        context.exit(FINDING)


@click.command(
    cls=Command,
    zh="两次构建之间有什么变化。",
    examples=("reformkg diff out/old out/new", "reformkg diff out/old out/new --format csv -o changes.csv"),
)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@rows_options
@click.pass_context
def diff(context: click.Context, old: Path, new: Path, show: Show) -> None:
    """Show what changed from the graph OLD to the graph NEW; exit status 1 when anything did.

    Rows are written as they are found; of a table the first 1,000 tell how wide its columns are.
    """
    from cypher.output.rows import Rows
    from kg import diff as changes
    from kg.disk import GraphDirectory

    before, after = GraphDirectory(old), GraphDirectory(new)
    if before.manifest.graph == after.manifest.graph:
        return
    found = changes.diff((before.nodes(), before.relationships()), (after.nodes(), after.relationships()))
    tally: Counter[str] = Counter()
    show(Rows(changes.COLUMNS, _told(found, tally)))
    say(f"{tally.total():,} differences")
    context.exit(FINDING)


def _told(found: Iterable[Change], tally: Counter[str]) -> Iterator[tuple[Any, ...]]:
    for change in found:
        tally[change.change] += 1
        yield change.row()


@click.command(
    cls=Command,
    zh="哪些地区和年份有文献，哪些文献没有地区。",
    examples=("reformkg coverage out/graph", "reformkg coverage out/graph --matrix observing -o matrix.csv"),
)
@graph_argument
@click.option(
    "--matrix",
    "counted",
    type=click.Choice(["documents", "observing"]),
    is_flag=False,
    flag_value="documents",
    help="A row a region, a column a year, with the number of documents, or of those that observe, in the cells.",
)
@areas_option
@rows_options
def coverage(directory: GraphDirectory, counted: str | None, with_areas: bool, show: Show) -> None:
    """Show which region-years of GRAPH have a document at all; documents without a region come last.

    Documents of functional areas (大鹏新区) stand by themselves, at the level area, unless --with-areas is given.

    The column observing counts those that tell of a whole year's work, such as reports: only where one is there,
    silence about a reform says something (see trace).
    """
    from cypher.results import Result
    from kg.coverage import COLUMNS
    from kg.coverage import coverage as measure
    from kg.stores.parquet import ParquetGraph
    from kg.subgraph.with_areas import WithAreas

    graph = ParquetGraph(directory)
    found = measure(WithAreas(graph) if with_areas else graph)
    columns, rows = found.matrix(counted) if counted else (COLUMNS, list(found.rows()))
    show(Result(columns, tuple(rows)))
    years = sum(len(by_year) for by_year in found.documents.values())
    say(f"{len(found.regions):,} regions, {years:,} region-years, {len(found.without_region):,} documents without one")
