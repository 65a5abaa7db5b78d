"""The command that builds a graph."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import FINDING, WRONG_USE, Command, say
from kg.commands.inputs import map_option, sources_option
from kg.commands.limiting import limits_options
from kg.commands.progress import bar, tell_left_out, tell_passed_over
from kg.limits import RELATIONSHIPS_AT_EASE

if TYPE_CHECKING:
    from kg.build.budget import Limits
    from kg.build.build import BuildReport

_STEPS = 1000


@click.command(
    cls=Command,
    zh="读入文件夹，抽取、归并，生成图谱目录；只重读有变化的文献。",
    examples=(
        "reformkg build examples/reports -o out/graph",
        "reformkg build 2017/ 2018/ policies.csv -o out/graph --workers 4",
        "reformkg build reports/ -o out/graph --sources list.xlsx",
        "reformkg build reports/ -o out/graph --corrections corrections.yaml",
        "reformkg build reports/ -o out/graph --keep-duplicates",
        "reformkg build scans/ -o out/graph --retry --memory 6 --seconds 120",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, metavar="GRAPH", type=click.Path(path_type=Path), help="The graph.")
@click.option("--workers", type=click.IntRange(1), help="Processes that extract (default: one a core).")
@map_option
@sources_option
@click.option("--no-sources", "unlisted", is_flag=True, help="Leave the list of sources out that the graph keeps.")
@click.option(
    "--corrections",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="An analyst's corrections (YAML). The graph keeps them: later builds apply them without this option.",
)
@click.option("--no-corrections", "without", is_flag=True, help="Leave the corrections out that the graph keeps.")
@limits_options
@click.option("--retry", is_flag=True, help="Try at once, one by one, what a limit of the machine stopped.")
@click.option("--keep-duplicates", is_flag=True, help="Count a report by itself that is another one in other files.")
@click.pass_context
def build(
    context: click.Context,
    paths: tuple[Path, ...],
    output: Path,
    workers: int | None,
    columns: dict[str, str],
    sources: Path | None,
    unlisted: bool,
    corrections: Path | None,
    without: bool,
    limits: Limits,
    retry: bool,
    keep_duplicates: bool,
) -> None:
    """Build the graph of files and folders into a graph directory; only what changed is read again.

    Files that say the same, blanks, marks and the lines of a page around it apart, are one document: counted once,
    with the paths of all.

    A document that takes more of the machine than it may, or cannot be opened now, goes into quarantine: it is told, it
    is no part of the graph, and the next build tries it again (see info).
    """
    from kg.build.build import build_graph
    from kg.corrections import NONE
    from kg.corrections.load import load_corrections

    if corrections and without:
        raise click.UsageError("--corrections and --no-corrections exclude each other", context)
    if sources and unlisted:
        raise click.UsageError("--sources and --no-sources exclude each other", context)
    chosen = load_corrections(corrections.read_bytes(), corrections.name) if corrections else NONE if without else None
    with bar(_STEPS, "build") as advance:
        done = 0

        def progress(more: int, total: int) -> None:
            nonlocal done
            advance((done + more) * _STEPS // total - done * _STEPS // total)
            done += more

        report = build_graph(
            paths,
            output,
            workers,
            progress,
            columns=columns,
            sources=False if unlisted else sources,
            corrections=chosen,
            limits=limits,
            retry=retry,
            keep_duplicates=keep_duplicates,
        )
    _tell(report, output)
    if report.directory is None:
        context.exit(WRONG_USE)
    if report.refused or report.quarantined or any(not outcome.applied for outcome in report.corrected):
        context.exit(FINDING)


def _tell(report: BuildReport, output: Path) -> None:
    from kg.build.same import same_sentences
    from kg.build.untold import later_sentences, partly_read, sentences, unused_sentences

    tell_passed_over(report.passed_over)
    tell_left_out(report.left_out)
    for sentence in report.listed:
        say(sentence)
    for file, error in report.refused:
        say(f"{file}: {error}")
    for one in report.quarantined:
        say(f"{one.file}: {one.reason}; in quarantine, the next build tries it again")
    if report.directory is None:
        say("nothing could be read, and no graph was built")
        return
    counts = report.directory.manifest.counts
    nodes, edges = sum(counts["nodes"].values()), sum(counts["relationships"].values())
    reused = f", {report.reused} unchanged" if report.reused else ""
    told = chain(same_sentences(report.same), sentences(report.untold, counts["documents"]))
    read = unused_sentences(report.unused), partly_read(report.unread)
    for sentence in chain(*read, told, later_sentences(report.later)):
        say(sentence)
    if report.unchanged:
        say("nothing has changed since the last build, and the graph stays as it is")
    kept_apart = f", {len(report.quarantined)} in quarantine" if report.quarantined else ""
    say(f"{report.files} files{reused}, {len(report.refused)} refused{kept_apart}")
    say(f"{output}: {counts['documents']} documents, {nodes:,} nodes, {edges:,} relationships, "
        f"{counts['conflicts']} conflicts")  # fmt: skip
    if report.corrected:
        holding = sum(outcome.applied for outcome in report.corrected)
        say(f"{holding} of {len(report.corrected)} corrections apply; the graph keeps them for the next build")
    for outcome in report.corrected:
        if not outcome.applied:
            say(outcome.sentence())
    if edges > RELATIONSHIPS_AT_EASE:
        say(f"over {RELATIONSHIPS_AT_EASE:,} relationships a graph is better asked in Neo4j than in memory")
