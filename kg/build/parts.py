"""Which part of the records each file goes into, and the making of one part in a worker process."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractors.catalogues import is_catalogue
from kg.build.saving import saved_anew
from kg.build.source_file import SourceFile
from kg.build.worker import documents_of
from kg.disk.manifest import Input
from kg.disk.parts import (
    Aside,
    Quarantined,
    SourceDocument,
    count_read,
    name_by_content,
    part_stem,
    read_aside,
    read_errors,
    read_part,
    read_quarantine,
    write_part,
)

PART_FILES = 64
"""About how many files a part holds: little enough to stay small in memory, enough for Parquet to pay."""
MOST_PARTS = 16_384
"""Parts of a graph, about: of more than a million files a part holds more, since a folder of many files is slow."""


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part that a worker wrote.

    Attributes:
        name: of its file.
        inputs: the files that it was made of.
        refused: what could not be read, and why.
        quarantined: in whose way a limit of the machine stood.
        unused: by file, what of catalogues is of no use.
    """

    name: str
    inputs: tuple[Input, ...]
    refused: tuple[tuple[str, str], ...]
    quarantined: tuple[Quarantined, ...]
    unused: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class MakePart:
    """The task of making parts in ``folder`` by the extractors of version ``extractor``."""

    folder: Path
    extractor: str

    def __call__(self, files: Sequence[SourceFile], refused: frozenset[str]) -> MadePart:
        """Write the part of ``files``."""
        aside = Aside()
        tally = Tally()
        path = self.folder / f"{stem_for(self.extractor, files)}.parquet"
        write_part(path, tally.passing(_documents(files, refused, aside)), aside)
        path = name_by_content(path)
        return tally.made(path.name, files, aside, read_quarantine(path))


def _documents(files: Sequence[SourceFile], refused: frozenset[str], aside: Aside) -> Iterator[SourceDocument]:
    """What is kept of earlier parts, then what is new, one document at a time."""
    known = {source.file: source.known for source in files if source.known}
    held = set()
    for path in sorted({path for path in known.values() if path}):
        aside.update(read_aside(path), [file for file, part in known.items() if part == path])
        for document in read_part(path):
            if known.get(document.input) == path:
                held.add(document.input)
                yield document
    new = [source for source in files if source.file not in held]
    with saved_anew(new, refused) as saved:
        for source in new:
            yield from documents_of(source, refused, aside, saved=saved)


def stem_for(extractor: str, files: Sequence[SourceFile]) -> str:
    """How the name of the part of ``files`` begins, which are hashed."""
    made_from = ((source.file, (source.sha256, *source.columns, *source.given)) for source in files)
    return part_stem(extractor, [(file, "\n".join(told)) for file, told in made_from])


@dataclass(slots=True)
class Tally:
    """Counts the documents of a part by file while they pass through."""

    read: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def passing(self, documents: Iterable[SourceDocument]) -> Iterator[SourceDocument]:
        """``documents``, counted."""
        for document in documents:
            if not document.quarantined:
                self.count(document.input, document.record.file, document.record.error)
            yield document

    def count(self, source: str, file: str, error: str | None) -> None:
        """Count one document of the input ``source``, called ``file``."""
        (self.failed if error else self.read)[source] += 1
        if error:
            self.refused.append((file, error))

    def made(self, name: str, files: Sequence[SourceFile], aside: Aside, quarantine: Sequence[Quarantined]) -> MadePart:
        """What the manifest says of the part."""
        kept_apart = Counter(one.input for one in quarantine)
        inputs = [
            Input(
                file=source.file,
                sha256=source.sha256,
                part=name,
                documents=self.read[source.file],
                refused=self.failed[source.file],
                left_out=aside.left_out[source.file],
                columns=source.columns,
                quarantined=kept_apart[source.file],
                given=source.given,
            )
            for source in sorted(files)
        ]
        return MadePart(name, tuple(inputs), tuple(sorted(self.refused)), tuple(quarantine), aside.unused)


def finished_part(path: Path, files: Sequence[SourceFile]) -> MadePart:
    """What the manifest says of a part of ``files`` that was written before.

    Where each file is one document that could be read, how many rows there are tells all, and none is read.
    """
    tally, quarantine = Tally(), read_quarantine(path)
    one_each = not quarantine and not any(is_catalogue(source.file) for source in files)
    if one_each and count_read(path) == (len(files), 0):
        tally.read.update(source.file for source in files)
    else:
        for row in read_errors(path):
            tally.count(*row)
    return tally.made(path.name, files, read_aside(path), quarantine)


def buckets(files: Sequence[SourceFile]) -> list[list[SourceFile]]:
    """``files`` by the part they go into: by a hash of their names, so that one more file changes one part."""
    count = 1
    while count * PART_FILES < len(files) and count < MOST_PARTS:
        count *= 2
    groups: list[list[SourceFile]] = [[] for _ in range(count)]
    for source in sorted(files):
        name = hashlib.blake2b(source.file.encode("utf-8"), digest_size=4).digest()
        groups[int.from_bytes(name) % count].append(source)
    return [group for group in groups if group]
