"""Extraction records with their texts as Parquet parts, each named by what it was made from."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.disk.atomic import file_sha256, readable_sha256
from kg.disk.rows import Column, count_rows, read_about, read_rows, write_rows
from kg.errors import DiskError
from kg.keys import digest

if TYPE_CHECKING:
    from extractors.record import Record

PART_COLUMNS = (
    Column("input", required=True),
    Column("file", required=True),
    Column("sha256", required=True),
    Column("text_sha256"),
    Column("error"),
    Column("record", required=True),
    Column("text"),
)
_LEFT_OUT = b"left_out"
_UNUSED = b"unused"
_QUARANTINE = b"quarantine"
_CONTENT = 16  # hex digits of the SHA-256 in a part's name


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One document as the graph is built from it.

    Attributes:
        input: the file it came from; ``record.file`` is the same, or a row of it (``policies.csv#17``).
        record: its extraction record.
        text: the text that the record's spans count in; empty where it could not be read.
        quarantined: whether it was the machine that could not read it: it is no document of the graph, and the next
            build tries it again.
    """

    input: str
    record: Record
    text: str
    quarantined: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Quarantined:
    """What a limit of the machine kept from being read: its input, its name (a row has its own), and which limit."""

    input: str
    file: str
    reason: str


@dataclass(slots=True)
class Aside:
    """What of catalogues is no document, by file.

    Attributes:
        left_out: how many rows are no policies.
        unused: the columns and sheets of no use, a few words each.
    """

    left_out: Counter[str] = field(default_factory=Counter)
    unused: dict[str, list[str]] = field(default_factory=dict)

    def update(self, other: Aside, files: Collection[str]) -> None:
        """Take over what ``other`` says of ``files``."""
        self.left_out.update({file: count for file, count in other.left_out.items() if file in files})
        self.unused.update({file: told for file, told in other.unused.items() if file in files})


def part_stem(extractor: str, inputs: Iterable[tuple[str, str]]) -> str:
    """How the name of the part begins that ``extractor`` makes from ``inputs``, which are pairs of file and sha256."""
    return f"part-{digest(extractor, sorted(inputs), size=12)}"


def name_by_content(path: Path) -> Path:
    """Rename a part that was just written: the hash of its content behind its stem, by which ``is_whole`` knows it.

    A part is taken over by its name alone where a build was cut short, with no manifest to say what is in it.
    """
    named = path.with_name(f"{path.stem}-{file_sha256(path)[:_CONTENT]}{path.suffix}")
    path.replace(named)
    return named


def stem_of(part: str) -> str:
    """The stem in the name of a part."""
    return part.rpartition("-")[0]


def is_whole(path: Path) -> bool:
    """Whether the part at ``path`` still has the content that its name says."""
    return path.stem.rpartition("-")[2] == readable_sha256(path)[:_CONTENT]


def write_part(path: Path, documents: Iterable[SourceDocument], aside: Aside | None = None) -> None:
    """Write ``documents``, sorted by input and file, as one part.

    Beside them stands what is no document: ``aside``, which is looked at when all documents have come, since they may
    be made as they are asked for, and what is in quarantine.
    """
    quarantine: list[Quarantined] = []
    rows = [
        {
            "input": document.input,
            "file": document.record.file,
            "sha256": document.record.sha256,
            "text_sha256": document.record.text_sha256,
            "error": document.record.error,
            "record": json.dumps(document.record.to_json(), ensure_ascii=False, separators=(",", ":")),
            "text": document.text,
        }
        for document in _without_quarantined(documents, quarantine)
    ]
    rows.sort(key=lambda row: (row["input"], row["file"]))
    aside = aside or Aside()
    said = {
        _LEFT_OUT: {file: count for file, count in sorted(aside.left_out.items()) if count},
        _UNUSED: dict(sorted(aside.unused.items())),
        _QUARANTINE: [(one.input, one.file, one.reason) for one in sorted(quarantine)],
    }
    about = {name: json.dumps(value, ensure_ascii=False) for name, value in said.items() if value}
    write_rows(path, PART_COLUMNS, rows, about)


def _without_quarantined(
    documents: Iterable[SourceDocument], quarantine: list[Quarantined]
) -> Iterator[SourceDocument]:
    for document in documents:
        if document.quarantined:
            quarantine.append(Quarantined(document.input, document.record.file, document.record.error or ""))
        else:
            yield document


def read_quarantine(path: Path) -> list[Quarantined]:
    """What a part has in quarantine: a limit of the machine stood in its way, then.

    Raises:
        DiskError: when it is missing or no Parquet file.
    """
    return [Quarantined(*row) for row in json.loads(read_about(path).get(_QUARANTINE, b"[]"))]


def read_aside(path: Path) -> Aside:
    """What a part says of the catalogues in it that is no document.

    Raises:
        DiskError: when it is missing or no Parquet file.
    """
    about = read_about(path)
    return Aside(Counter(json.loads(about.get(_LEFT_OUT, b"{}"))), json.loads(about.get(_UNUSED, b"{}")))


def count_read(path: Path) -> tuple[int, int]:
    """How many documents one part has, and how many of them could not be read; no row is looked at.

    Raises:
        DiskError: when it is missing or no Parquet file.
    """
    return count_rows(path, "error")


def read_errors(path: Path) -> Iterator[tuple[str, str, str | None]]:
    """Input, file and error (None: it could be read) of each document of one part, whose records stay unread.

    Raises:
        DiskError: when it is missing or no Parquet file.
    """
    for row in read_rows(path, ["input", "file", "error"]):
        yield row["input"], row["file"], row.get("error")


def read_texts(path: Path, wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    """Of the documents of one part whose texts have one of the hashes ``wanted``, the hash and the text.

    Raises:
        DiskError: when it is missing or no Parquet file.
    """
    for row in read_rows(path, ["text_sha256", "text"], {"text_sha256": wanted}):
        yield row["text_sha256"], row.get("text", "")


def read_part(path: Path) -> Iterator[SourceDocument]:
    """The documents of one part.

    Raises:
        DiskError: when it is missing, no Parquet file, or holds records of another version.
    """
    from extractors.record import Record, RecordError  # noqa: PLC0415 - a query on the engine's cache reads no record

    for row in read_rows(path):
        try:
            record = Record.from_json(json.loads(row["record"]))
        except RecordError as error:
            raise DiskError(f"{path} cannot be used: of {row['file']}, {error}; build the graph again") from error
        yield SourceDocument(row["input"], record, row.get("text", ""))
