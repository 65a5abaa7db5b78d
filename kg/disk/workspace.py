"""Where a new generation is made: staged beside the old one, then put in its place by one rename."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.corrections import NONE, Corrections, Outcome
from kg.disk.atomic import TEMPORARY, file_sha256, readable_sha256, sync_folder, write_bytes
from kg.disk.directory import (
    CACHE,
    CONFLICTS,
    CORRECTIONS,
    CURRENT,
    EDGES,
    GENERATION,
    INPUTS,
    MANIFEST,
    MOST_INPUTS,
    NODES,
    OUTCOMES,
    RECORDS,
    SOURCES,
    STAGING,
    GraphDirectory,
    generation_name,
    kept_engine,
)  # fmt: skip
from kg.disk.locks import alone
from kg.disk.manifest import Input, Manifest
from kg.disk.parts import is_whole
from kg.disk.tables import write_conflicts, write_inputs, write_nodes, write_outcomes, write_relationships
from kg.errors import DiskError
from kg.model import Elements, KnowledgeGraph
from kg.resolve.conflicts import Conflict


class Workspace:
    """The staging folder of a graph directory, held by one writer."""

    def __init__(self, path: Path) -> None:
        """Use ``open_workspace`` instead."""
        self.path = path
        self.staging = path / STAGING
        self.records = self.staging / RECORDS

    def previous(self) -> GraphDirectory | None:
        """The generation in place, or None where there is none that can be read."""
        with contextlib.suppress(DiskError):
            return GraphDirectory(self.path)
        return None

    def kept_corrections(self) -> Corrections:
        """The corrections of the last build, even where its tables are damaged or of an older version.

        Raises:
            CorrectionError: when this version no longer understands them.
        """
        from kg.corrections.load import load_corrections  # noqa: PLC0415 - as for GraphDirectory.corrections

        path = self.path / (_current(self.path) or STAGING) / CORRECTIONS
        name = f"{CORRECTIONS} kept in {self.path} (give another with --corrections, or --no-corrections)"
        return load_corrections(path.read_bytes(), name) if path.is_file() else NONE

    def finished_parts(self) -> dict[str, Path]:
        """The whole parts of records by name: of the generations there are and of builds that were cut short."""
        found = sorted(self.path.glob(f"*/{RECORDS}/part-*.parquet"))
        return {path.name: path for path in found if is_whole(path)}

    def adopt(self, part: Path) -> None:
        """Take over a finished ``part`` without copying it where the file system allows."""
        target = self.records / part.name
        if target.exists():
            return
        try:
            os.link(part, target)
        except OSError:
            temporary = target.with_name(target.name + TEMPORARY)
            shutil.copyfile(part, temporary)
            temporary.replace(target)

    def publish(
        self,
        graph: Elements | KnowledgeGraph,
        conflicts: Iterable[Conflict],
        inputs: tuple[Input, ...],
        extractor: str,
        ontology: str,
        corrections: Corrections = NONE,
        corrected: Iterable[Outcome] = (),
        *,
        keep_duplicates: bool = False,
        sources: bytes = b"",
        program: str = "",
    ) -> GraphDirectory:
        """Write the tables and the manifest, put the generation in place, remove what it replaces."""
        self._drop_foreign({item.part for item in inputs})
        conflicts = sorted(conflicts)
        write_nodes(self.staging / NODES, graph.nodes())
        write_relationships(self.staging / EDGES, graph.relationships())
        write_conflicts(self.staging / CONFLICTS, conflicts)
        if corrections.source:
            write_bytes(self.staging / CORRECTIONS, corrections.source)
            write_outcomes(self.staging / OUTCOMES, corrected)
        if sources:
            write_bytes(self.staging / SOURCES, sources)
        if len(inputs) > MOST_INPUTS:
            write_inputs(self.staging / INPUTS, sorted(inputs))
        counts = {
            "documents": sum(1 for _ in graph.nodes("Document")),
            "refused": sum(item.refused for item in inputs),
            "quarantined": sum(item.quarantined for item in inputs),
            "conflicts": len(conflicts),
            "nodes": _tally(node.label for node in graph.nodes()),
            "relationships": _tally(edge.type for edge in graph.relationships()),
        }
        files = {
            path.relative_to(self.staging).as_posix(): file_sha256(path)
            for path in sorted(self.staging.rglob("*"))
            if path.is_file()
        }
        told = Manifest(extractor, ontology, _hash_of(graph), counts, files, () if INPUTS in files else inputs)
        manifest = replace(told, keep_duplicates=keep_duplicates, program=program).to_bytes()
        write_bytes(self.staging / MANIFEST, manifest)
        expected = files | {MANIFEST: hashlib.sha256(manifest).hexdigest()}
        self._put_in_place(generation_name(manifest), expected)
        published = GraphDirectory(self.path)
        published.release()  # who keeps the report of a build keeps no generation
        return published

    def keep(self, previous: GraphDirectory) -> None:
        """Leave the generation ``previous`` in place, and remove what is staged."""
        self._remove_all_but(previous.generation.name)
        previous.release()

    def _drop_foreign(self, parts: set[str]) -> None:
        for path in self.records.iterdir():
            if path.name not in parts:
                path.unlink()
        for path in self.staging.iterdir():
            if path != self.records:
                path.unlink()

    def _put_in_place(self, name: str, files: dict[str, str]) -> None:
        target = self.path / name
        sync_folder(self.records)
        sync_folder(self.staging)
        if target.exists() and not all(readable_sha256(target / file) == sha256 for file, sha256 in files.items()):
            shutil.rmtree(target)  # damaged since; what is staged is the same, and whole
            kept_engine(self.path, name).unlink(missing_ok=True)  # it may have been made of what was damaged
        if not target.exists():
            self.staging.rename(target)
            sync_folder(self.path)
        if _current(self.path) != name:
            write_bytes(self.path / CURRENT, f"{name}\n".encode())
        self._remove_all_but(name)

    def _remove_all_but(self, name: str) -> None:
        """Remove what is staged, and other generations with what was made of them, but for those that someone reads."""
        cache, kept = self.path / CACHE, kept_engine(self.path, name)
        replaced = [path for path in self.path.iterdir() if path.name == STAGING or GENERATION.fullmatch(path.name)]
        cached = cache.glob("*.kgl*") if cache.is_dir() else ()  # a query that was killed leaves one half written
        for path in [*replaced, *cached]:
            if path in (self.path / name, kept):
                continue
            if not path.is_dir():
                path.unlink(missing_ok=True)
                continue
            with alone(path) as unread:
                if unread:
                    shutil.rmtree(path, ignore_errors=True)


def _current(path: Path) -> str:
    pointer = path / CURRENT
    return pointer.read_text(encoding="utf-8", errors="replace").strip() if pointer.is_file() else ""


def current_file(path: Path, name: str) -> Path | None:
    """The file ``name`` of the generation in place of the graph directory ``path``; None where there is none."""
    generation = _current(path)
    found = path / generation / name
    return found if GENERATION.fullmatch(generation) and found.is_file() else None


def _hash_of(graph: Elements | KnowledgeGraph) -> str:
    """The content hash that the ``Graph`` node bears; it was computed when the graph was put together."""
    node = next(graph.nodes("Graph"), None)
    return str(node.properties["hash"]) if node else graph.content_hash()


def _tally(words: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return dict(sorted(counts.items()))


@contextlib.contextmanager
def open_workspace(path: Path) -> Iterator[Workspace]:
    """Hold ``path`` for one build.

    Raises:
        DiskError: when it is a file, a folder with something else in it, not writable, or held by another build.
    """
    _refuse_foreign(path)
    workspace = Workspace(path)
    try:
        if workspace.staging.is_file():
            workspace.staging.unlink()
        workspace.records.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DiskError(f"{path} cannot be written ({error.strerror})") from error
    with _held(path):
        for leftover in workspace.records.glob(f"*{TEMPORARY}"):
            leftover.unlink()
        yield workspace


def _refuse_foreign(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise DiskError(f"{path} is a file; name a folder for the graph")
    if not path.is_dir():
        return
    ours = {CURRENT, CURRENT + TEMPORARY, STAGING, CACHE}
    foreign = sorted(p.name for p in path.iterdir() if p.name not in ours and not GENERATION.fullmatch(p.name))
    if foreign:
        raise DiskError(f"{path} holds something else ({foreign[0]}); name a new or empty folder for the graph")


@contextlib.contextmanager
def _held(path: Path) -> Iterator[None]:
    with alone(path) as free:
        if not free:
            raise DiskError(f"another build is writing {path}; wait for it, or name another folder")
        yield
