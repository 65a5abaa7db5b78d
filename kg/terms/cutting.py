"""Documents as bags of terms, of files by worker processes or of the texts that a graph keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.build.pool import Progress, in_shards, run_shards
from kg.build.saving import saved_anew
from kg.build.source_file import SourceFile
from kg.build.worker import documents_of
from kg.disk import GraphDirectory, SourceDocument
from kg.disk.parts import Aside, read_part

_SHARD = 16


@dataclass(frozen=True, slots=True)
class CutDocument:
    """One document: its text's hash, its year and region (None: not known), and how often each term stands in it.

    One that could not be read has ``error`` and no text.
    """

    file: str
    text: str | None
    year: int | None
    region: str | None
    terms: Counter[str]
    error: str | None = None


def cut_files(
    files: Sequence[SourceFile], workers: int | None = None, progress: Progress | None = None
) -> Iterator[CutDocument]:
    """The documents of ``files``, read and cut by ``workers`` processes (None: one a core)."""
    shards = in_shards(files, _SHARD)
    for index, cut in run_shards(_cut_shard, shards, workers):
        yield from cut
        if progress:
            progress(len(shards[index]), len(files))


def cut_graph(
    directory: GraphDirectory, workers: int | None = None, progress: Progress | None = None
) -> Iterator[CutDocument]:
    """The documents of a graph directory, from the texts that it keeps; copies of one that counts are passed over."""
    counted = {node.properties["text_sha256"] for node in directory.nodes("Document")}
    parts = [SourceFile(path.name, path) for path in directory.part_paths()]
    for _, cut in run_shards(_cut_part, in_shards(parts, 1), workers):
        yield from (document for document in cut if document.text is None or document.text in counted)
        if progress:
            progress(1, len(parts))


def _cut_shard(files: Sequence[SourceFile], refused: frozenset[str]) -> list[CutDocument]:
    with saved_anew(files, refused) as saved:
        return [_cut(each) for source in files for each in documents_of(source, refused, Aside(), saved=saved)]


def _cut_part(files: Sequence[SourceFile], refused: frozenset[str]) -> list[CutDocument]:
    return [_cut(document) for part in files if part.file not in refused for document in read_part(part.path)]


def _cut(document: SourceDocument) -> CutDocument:
    from kg.terms.cutter import terms_of  # noqa: PLC0415  in the worker only: jieba's dictionary is large

    record, head = document.record, document.record.document
    terms = terms_of(document.text) if record.text_sha256 else Counter()
    return CutDocument(record.file, record.text_sha256, head.year, head.region, terms, record.error)
