"""Extraction records as lines of JSON, in the order of the files, with nothing kept in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.build.files import SourceFile
from kg.build.pool import in_shards, run_shards
from kg.build.worker import documents_of

_SHARD = 16


@dataclass(frozen=True, slots=True)
class ExtractedLine:
    """One record: its file, its JSON without a line end, and why it could not be read (None: it could)."""

    file: str
    json: str
    error: str | None


def extract_shard(files: Sequence[SourceFile], refused: frozenset[str]) -> list[ExtractedLine]:
    """The records of a few files, in a worker process."""
    return [
        ExtractedLine(
            document.record["file"],
            json.dumps(document.record, ensure_ascii=False),
            document.record["error"],
        )
        for source in files
        for document in documents_of(source, refused)
    ]


def extract_lines(files: Sequence[SourceFile], workers: int | None = None) -> Iterator[ExtractedLine]:
    """The records of ``files`` in their order, by ``workers`` processes (None: one a core)."""
    for _, lines in run_shards(extract_shard, in_shards(files, _SHARD), workers):
        yield from lines
