"""Whether a build would put in place what is there: of the same inputs, by the same program, and whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.corrections import Corrections
from kg.disk import GraphDirectory, Workspace
from kg.disk.directory import CORRECTIONS, SOURCES
from kg.disk.manifest import Input


@dataclass(frozen=True, slots=True)
class MadeOf:
    """All that decides what a graph is.

    Attributes:
        inputs: the files, sorted, each with its part of the records.
        extractor: version of the extractors.
        ontology: hash of the ontology's files.
        program: hash of the program that merges.
        corrections: an analyst's.
        sources: the list of sources, as it is kept; empty where there is none.
        keep_duplicates: whether documents that say the same count each by itself.
    """

    inputs: Sequence[Input]
    extractor: str
    ontology: str
    program: str
    corrections: Corrections
    sources: bytes
    keep_duplicates: bool

    def is_in(self, directory: GraphDirectory) -> bool:
        """Whether ``directory`` was made of it, and all its files are as they were written."""
        told = directory.manifest
        return (
            (told.extractor, told.ontology, told.program) == (self.extractor, self.ontology, self.program)
            and told.keep_duplicates == self.keep_duplicates
            and _kept(directory, CORRECTIONS) == self.corrections.source
            and _kept(directory, SOURCES) == self.sources
            and directory.is_whole()
            and directory.inputs == tuple(self.inputs)
        )


def same_as_before(workspace: Workspace, made_of: MadeOf) -> GraphDirectory | None:
    """The generation in place where it was made of the same; it stays, and what was staged goes."""
    previous = workspace.previous()
    if previous is None or not made_of.is_in(previous):
        return None
    workspace.keep(previous)
    return previous


def _kept(directory: GraphDirectory, name: str) -> bytes:
    path = directory.generation / name
    return path.read_bytes() if name in directory.manifest.files and path.is_file() else b""
