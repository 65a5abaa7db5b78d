"""All checks over a graph directory, and over the folders its sources came from where they are given."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.build.files import find_files, hashed
from kg.disk import GraphDirectory
from kg.disk.atomic import file_sha256
from kg.disk.directory import CORRECTIONS
from kg.errors import CorrectionError
from kg.stores.kept_engine import engine_is_kept
from kg.verify.finding import Finding
from kg.verify.quotes import check_texts
from kg.verify.spans import Spans
from kg.verify.tables import check_tables


@dataclass(slots=True)
class VerifyReport:
    """What was checked, and what was found wrong (sorted)."""

    nodes: int = 0
    relationships: int = 0
    quotes: int = 0
    files: int = 0
    findings: list[Finding] = field(default_factory=list)


def verify(directory: GraphDirectory, sources: Sequence[Path] = (), last_year: int | None = None) -> VerifyReport:
    """Check a graph directory; it holds the texts of its sources, so this needs nothing else.

    Args:
        directory: the graph.
        sources: folders or files that it was built from; their bytes are compared with the manifest as well.
        last_year: the latest year that may stand in the graph (None: next year).

    Returns:
        What was checked and found.
    """
    report = VerifyReport()
    last_year = last_year or datetime.date.today().year + 1
    report.findings += _files(directory)
    if report.findings:
        return report  # a damaged table proves nothing about the rest
    tables = check_tables(directory, last_year)
    report.nodes, report.relationships, report.findings = tables.nodes, tables.relationships, tables.findings
    checked: dict[str, int] = {}
    spans = Spans(directory)
    if directory.part_paths() or not spans.statements:
        report.findings += check_texts(directory.documents(), spans, checked)
    else:
        report.findings.append(_without_texts(spans))
    report.quotes = checked.get("quotes", 0)
    if not report.findings and tables.hash.hexdigest() != directory.manifest.graph:
        report.findings.append(Finding("hash", "graph", "the graph no longer has the hash in its manifest"))
    report.findings += _kept_engine(directory)
    report.findings += _corrections(directory)
    report.findings += tables.early  # after the hash: an early adoption does not make it doubtful
    report.files = len(directory.inputs)
    report.findings += _sources(directory, sources) if sources else ()
    report.findings.sort()
    return report


def _files(directory: GraphDirectory) -> Iterator[Finding]:
    for name, expected in sorted(directory.manifest.files.items()):
        path = directory.generation / name
        if not path.is_file():
            yield Finding("file", name, "is missing")
        elif file_sha256(path) != expected:
            yield Finding("file", name, "no longer has the hash in the manifest")


def _kept_engine(directory: GraphDirectory) -> Iterator[Finding]:
    if directory.cache.is_file() and not engine_is_kept(directory.cache, directory.manifest.graph):
        yield Finding("cache", directory.cache.name, "is damaged or of another version; the next query makes it anew")


def _corrections(directory: GraphDirectory) -> Iterator[Finding]:
    try:
        directory.corrections()
    except CorrectionError as error:
        yield Finding("corrections", CORRECTIONS, f"the next build needs others: {error}")


def _without_texts(spans: Spans) -> Finding:
    statements = sum(spans.statements.values())
    return Finding(
        "source",
        "texts",
        f"this graph was imported without the texts of its {len(spans.statements):,} documents, so that the quotes of "
        f"{statements:,} statements cannot be compared; verify the graph directory that was pushed",
    )


def _sources(directory: GraphDirectory, sources: Sequence[Path]) -> Iterator[Finding]:
    with find_files(sources) as files:
        found = {source.file: source.sha256 for source in hashed(files.files)}
    for item in directory.inputs:
        if item.file not in found:
            yield Finding("input", item.file, "is not under the given folders")
        elif found[item.file] != item.sha256:
            yield Finding("input", item.file, "changed since the graph was built")
