"""Extraction records as lines of JSON, in the order of the files; no more than a few files are in memory at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.build.budget import DEFAULT, Limits
from kg.build.pool import in_shards, run_shards
from kg.build.saving import Saved, saved_anew
from kg.build.source_file import SourceFile
from kg.build.untold import is_later, missing
from kg.build.worker import documents_of
from kg.disk.parts import Aside

_SHARD = 16


@dataclass(frozen=True, slots=True)
class ExtractedLine:
    """One record: its document, its JSON without a line end, and why it could not be read (None: it could).

    ``untold`` is what of ``region`` and ``year`` the document does not tell, ``unread`` what of it could not be read,
    ``later`` whether it speaks of a year after those of the table of regions.
    """

    file: str
    json: str
    error: str | None
    untold: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    later: bool = False


@dataclass(frozen=True, slots=True)
class ExtractedFile:
    """The records of one file, of a catalogue those of each row.

    ``left_out`` is how many rows were left out, being no policies, ``unused`` what of a catalogue is of no use.
    """

    file: str
    lines: tuple[ExtractedLine, ...]
    left_out: int = 0
    unused: tuple[str, ...] = ()


def extract_shard(files: Sequence[SourceFile], refused: frozenset[str]) -> list[ExtractedFile]:
    """The records of a few files, in a worker process."""
    aside = Aside()
    with saved_anew(files, refused) as saved:
        return [_extracted(source, refused, aside, saved) for source in files]


def _extracted(source: SourceFile, refused: frozenset[str], aside: Aside, saved: Saved) -> ExtractedFile:
    lines = tuple(
        ExtractedLine(
            record.file,
            json.dumps(record.to_json(), ensure_ascii=False),
            record.error,
            () if record.error else missing(record.document.region, record.document.year),
            record.unread,
            is_later(record.document.year),
        )
        for record in (document.record for document in documents_of(source, refused, aside, saved=saved))
    )
    told = tuple(aside.unused.get(source.file, ()))
    return ExtractedFile(source.file, lines, aside.left_out[source.file], told)


def extract_files(
    files: Sequence[SourceFile], workers: int | None = None, limits: Limits = DEFAULT
) -> Iterator[ExtractedFile]:
    """The records of ``files`` in their order, by ``workers`` processes (None: one a core)."""
    for _, extracted in run_shards(extract_shard, in_shards(files, _SHARD), workers, limits):
        yield from extracted
