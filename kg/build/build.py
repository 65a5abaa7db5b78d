"""The build: files in, a graph directory out, with what did not change taken over from the last time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Literal

from extractors.version import extractor_version
from kg.assemble.assemble import assemble, ontology_hash
from kg.build.budget import DEFAULT, Limits
from kg.build.files import as_paths, find_files, hashed, nothing_under
from kg.build.kept_list import kept_list, to_bytes
from kg.build.parts import MadePart, MakePart, buckets, finished_part, stem_for
from kg.build.pool import Progress, run_shards
from kg.build.program import program_hash
from kg.build.same import Same, same_in
from kg.build.source_file import SourceFile
from kg.build.source_list import SourceList
from kg.build.unchanged import MadeOf, same_as_before
from kg.build.untold import Unread, Untold, later_in, unread_in, untold_in
from kg.corrections import Corrections, Outcome
from kg.disk import GraphDirectory, Workspace, open_workspace
from kg.disk.manifest import Input
from kg.disk.parts import Quarantined, read_part, read_quarantine, read_texts, stem_of
from kg.errors import DiskError
from kg.stores.parquet import ParquetGraph
from kg.tracing.source import Source

_Identity = tuple[str, str, tuple[str, ...], tuple[str, ...]]


@dataclass(slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        directory: the graph directory, open on the new generation; None where nothing could be read.
        files: how many files there are.
        reused: how many of them were taken over unread.
        refused: files (or rows) that could not be read, with the reason.
        quarantined: files (or rows) in whose way a limit of this machine stood; the next build tries them again.
        untold: documents that tell no region or no year, by file; what they state is given to none.
        later: how many documents speak of years after those of the table of regions.
        unread: documents that were read in part, by file, with what could not be read.
        same: files that are one document with another one, each with that one.
        listed: what is to tell of lists of sources: lines that name no file, files without a line.
        unused: what of catalogues is of no use (columns, sheets), by file.
        left_out: rows of catalogues that are no policies, by file.
        passed_over: files in folders without a reader, by ending.
        corrected: what became of each correction.
        unchanged: whether the graph is the one that was there, since nothing that it is made of has changed.
    """

    directory: GraphDirectory | None = None
    files: int = 0
    reused: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)
    quarantined: list[Quarantined] = field(default_factory=list)
    untold: list[Untold] = field(default_factory=list)
    later: int = 0
    unread: list[Unread] = field(default_factory=list)
    same: list[Same] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    unused: dict[str, list[str]] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    passed_over: Counter[str] = field(default_factory=Counter)
    corrected: tuple[Outcome, ...] = ()
    unchanged: bool = False


def build_graph(
    paths: str | Path | Iterable[str | Path],
    target: str | Path,
    workers: int | None = None,
    progress: Progress | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    sources: str | Path | Literal[False] | None = None,
    corrections: Corrections | None = None,
    limits: Limits = DEFAULT,
    retry: bool = False,
    keep_duplicates: bool = False,
) -> BuildReport:
    """Build the graph of all files under ``paths`` into the graph directory ``target``.

    Files that did not change since the last build into ``target`` by the same extractors are not read again, and
    files that are gone disappear. Cut short at any moment and repeated, the result is the same to the byte.

    Args:
        paths: files and folders.
        target: a graph directory, or a folder that is empty or not yet there.
        workers: processes that extract (None: one a core).
        progress: told how many more files are done, and how many there are.
        columns: field → column of the catalogues whose columns go by names of their own.
        sources: a list of what the files are (file or pattern, region, year, issuer …), which has the first word.
            ``target`` keeps it (None: that of the last build into it; False: none, and forget the kept one).
        corrections: an analyst's, as ``load_corrections`` reads them (None: those of the last build into ``target``).
        limits: what one document may cost. What goes beyond, or cannot be opened, is put in quarantine: it is told,
            it is no part of the graph, and the next build tries it again.
        retry: try what went into quarantine again at once, when all else is done, one process at a time.
        keep_duplicates: count each of several documents that say the same in texts that are not equal to the byte (a
            report as TXT and DOCX, or on two sites); by default they are one document, which has the paths of all.

    Returns:
        What was done; what could not be read is listed in it and raises nothing.

    Raises:
        InputError: when a path is not there, when there is no file to read, or one changes while it is read.
        CorrectionError: when the kept corrections are not understood.
        DiskError: when ``target`` is something else than a graph, cannot be written, or is written by another build.
        OSError: when the disk fails or is full.

    Examples:
        >>> from kg import build_graph, open_graph
        >>> report = build_graph("examples/reports", "out/graph")
        >>> report.files, report.refused
        (18, [])
        >>> with open_graph("out/graph") as graph:
        ...     graph.query("MATCH (d:Document) RETURN count(d) AS documents").records()
        [{'documents': 18}]
    """
    paths = as_paths(paths)
    target = Path(target)
    listed = kept_list(target) if sources is None else Path(sources) if sources else None
    with find_files(paths, columns, listed, workers=workers, limits=limits, retry=retry) as found:
        report = BuildReport(files=len(found.files), passed_over=found.passed_over, listed=found.listed)
        if isinstance(listed, SourceList):
            report.listed.insert(0, f"the list of sources is {listed.name}; --sources gives another, --no-sources none")
        if not found.files:
            raise nothing_under(paths)
        with open_workspace(target) as workspace:
            made = _made(workspace, found.files, report, workers, progress, limits, retry=retry)
            _publish(workspace, made, report, corrections, found.sources, keep_duplicates=keep_duplicates)
    return report


def _made(
    workspace: Workspace,
    files: Sequence[SourceFile],
    report: BuildReport,
    workers: int | None,
    progress: Progress | None,
    limits: Limits,
    *,
    retry: bool,
) -> list[MadePart]:
    """The parts of all files, which ``report`` then tells of."""
    extractor = extractor_version()
    made = list(_make_parts(workspace, files, extractor, workers, report, progress, limits))
    if retry:
        made = [_tried_again(workspace, part, files, extractor, limits) for part in made]
    report.left_out = {item.file: item.left_out for part in made for item in part.inputs if item.left_out}
    report.unused = {file: told for part in made for file, told in part.unused.items()}
    report.refused = sorted(refused for part in made for refused in part.refused)
    report.quarantined = sorted(one for part in made for one in part.quarantined)
    return made


def _publish(
    workspace: Workspace,
    made: Sequence[MadePart],
    report: BuildReport,
    corrections: Corrections | None,
    sources: SourceList | None,
    *,
    keep_duplicates: bool,
) -> None:
    """Make the graph of the parts, if anything in them could be read."""
    if corrections is None:
        corrections = workspace.kept_corrections()
    inputs = tuple(sorted(item for part in made for item in part.inputs))
    if not any(item.documents for item in inputs):
        return
    kept = to_bytes(sources) if sources else b""
    extractor, ontology, program = extractor_version(), ontology_hash(), program_hash()
    made_of = MadeOf(inputs, extractor, ontology, program, corrections, kept, keep_duplicates)
    report.directory = same_as_before(workspace, made_of)
    if report.directory:
        report.unchanged = True
        report.corrected = tuple(report.directory.outcomes())
        _look_at(ParquetGraph(report.directory), report)
        return
    parts = [workspace.records / name for name in sorted({item.part for item in inputs})]
    assembled = assemble(
        lambda: chain.from_iterable(map(read_part, parts)),
        extractor,
        corrections=corrections,
        keep_duplicates=keep_duplicates,
        texts=lambda wanted: chain.from_iterable(read_texts(part, wanted) for part in parts),
    )
    report.corrected = assembled.corrected
    _look_at(assembled.elements, report)
    report.directory = workspace.publish(
        assembled.elements,
        assembled.conflicts,
        inputs,
        extractor,
        ontology,
        corrections,
        assembled.corrected,
        keep_duplicates=keep_duplicates,
        sources=kept,
        program=program,
    )


def _look_at(graph: Source, report: BuildReport) -> None:
    """Let ``report`` tell of the documents of ``graph``."""
    report.untold = untold_in(graph)
    report.later = later_in(graph)
    report.unread = unread_in(graph)
    report.same = same_in(graph)


def _make_parts(
    workspace: Workspace,
    files: Sequence[SourceFile],
    extractor: str,
    workers: int | None,
    report: BuildReport,
    progress: Progress | None,
    limits: Limits,
) -> Iterator[MadePart]:
    finished = workspace.finished_parts()
    again = {name: _in_quarantine(path) for name, path in finished.items()}
    whole = {stem_of(name): path for name, path in finished.items() if not again[name]}
    known = _unchanged(workspace, extractor, finished, again)
    waiting = []
    for bucket in buckets(hashed(files)):
        finished_path = whole.get(stem_for(extractor, bucket))
        if finished_path:
            workspace.adopt(finished_path)
            report.reused += len(bucket)
            yield finished_part(workspace.records / finished_path.name, bucket)
            if progress:
                progress(len(bucket), len(files))
        else:
            waiting.append([replace(source, known=known.get(_identity(source))) for source in bucket])
    report.reused += sum(1 for bucket in waiting for source in bucket if source.known)
    task = MakePart(workspace.records, extractor)
    for index, part in run_shards(task, waiting, workers, limits):
        yield part
        if progress:
            progress(len(waiting[index]), len(files))


def _tried_again(
    workspace: Workspace, made: MadePart, files: Sequence[SourceFile], extractor: str, limits: Limits
) -> MadePart:
    """``made``, or where it has something in quarantine, a part of the same files with that tried once more."""
    if not made.quarantined:
        return made
    path = workspace.records / made.name
    again = _in_quarantine(path)
    hashes = {item.file: item.sha256 for item in made.inputs}
    bucket = [
        replace(source, sha256=hashes[source.file], known=None if source.file in again else path)
        for source in files
        if source.file in hashes
    ]
    ((_, part),) = run_shards(MakePart(workspace.records, extractor), [bucket], 1, limits)
    return part


def _in_quarantine(part: Path) -> frozenset[str]:
    """The inputs of a part that are to be tried again."""
    return frozenset(one.input for one in read_quarantine(part))


def _identity(item: SourceFile | Input) -> _Identity:
    return item.file, item.sha256, item.columns, item.given


def _unchanged(
    workspace: Workspace, extractor: str, finished: Mapping[str, Path], again: Mapping[str, frozenset[str]]
) -> dict[_Identity, Path]:
    """By identity, the part of the last build that holds the records, where the extractors are the same.

    Of each finished part ``again`` are the inputs that are to be tried again.
    """
    previous = workspace.previous()
    if previous is None or previous.manifest.extractor != extractor:
        return {}
    try:
        inputs = previous.inputs
    except DiskError:  # as when the manifest is damaged: it certifies nothing
        return {}
    known = (item for item in inputs if item.part in finished and item.file not in again[item.part])
    return {_identity(item): finished[item.part] for item in known}
