"""Which part of the records each file goes into, and the making of one part in a worker process."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.build.files import SourceFile
from kg.build.worker import documents_of
from kg.disk.atomic import readable_sha256
from kg.disk.manifest import Input
from kg.disk.parts import SourceDocument, part_name, read_part, write_part
from kg.errors import InputError

PART_FILES = 64
"""About how many files a part holds: little enough to stay small in memory, enough for Parquet to pay."""


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part that a worker wrote: its inputs, and what was refused and why."""

    inputs: tuple[Input, ...]
    refused: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MakePart:
    """The task of making parts in ``folder`` by the extractors of version ``extractor``."""

    folder: Path
    extractor: str

    def __call__(self, files: Sequence[SourceFile], refused: frozenset[str]) -> MadePart:
        """Write the part of ``files``."""
        documents = _kept(files)
        held = {document.input for document in documents}
        for source in files:
            if source.file not in held:
                fresh = documents_of(source, refused)
                if fresh[0].record["sha256"] != source.sha256:
                    raise InputError(f"{source.path} changed while it was read; run the build again")
                documents += fresh
        name = name_of(self.extractor, files)
        write_part(self.folder / name, documents)
        return made_part(name, files, documents)


def _kept(files: Sequence[SourceFile]) -> list[SourceDocument]:
    known = {source.file: source.known for source in files if source.known}
    parts = sorted(set(known.values()))
    return [document for path in parts for document in read_part(path) if known.get(document.input) == path]


def name_of(extractor: str, files: Sequence[SourceFile]) -> str:
    """The name of the part of ``files``, which are hashed."""
    return part_name(extractor, [(source.file, source.sha256) for source in files])


def made_part(name: str, files: Sequence[SourceFile], documents: Sequence[SourceDocument]) -> MadePart:
    """What the manifest says of a part with ``documents``."""
    counts = {source.file: [0, 0] for source in files}
    refused = []
    for document in documents:
        error = document.record["error"]
        counts[document.input][1 if error else 0] += 1
        if error:
            refused.append((document.record["file"], error))
    inputs = [Input(source.file, source.sha256, name, *counts[source.file]) for source in sorted(files)]
    return MadePart(tuple(inputs), tuple(sorted(refused)))


def buckets(files: Sequence[SourceFile]) -> list[list[SourceFile]]:
    """``files`` by the part they go into: by a hash of their names, so that one more file changes one part."""
    count = 1
    while count * PART_FILES < len(files):
        count *= 2
    groups: list[list[SourceFile]] = [[] for _ in range(count)]
    for source in sorted(files):
        name = hashlib.blake2b(source.file.encode("utf-8"), digest_size=4).digest()
        groups[int.from_bytes(name) % count].append(source)
    return [group for group in groups if group]


def hashed(files: Sequence[SourceFile]) -> list[SourceFile]:
    """``files`` with the hashes of their bytes."""
    return [replace(source, sha256=readable_sha256(source.path)) for source in files]
