"""What a worker process does with a file: read it, extract its records, and turn every failure into a refused one."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.catalogues import is_catalogue
from extractors.readers import MAX_BYTES, is_pdf
from extractors.record import Record
from extractors.source import NotHereError, ReadError, SourceText
from kg.build.budget import Overdue, deadline, half_the_memory, why_given_up
from kg.build.saving import Saved
from kg.build.source_file import SourceFile
from kg.disk.atomic import NOTHING, readable_sha256
from kg.disk.parts import Aside, SourceDocument
from kg.errors import InputError

if TYPE_CHECKING:
    from extractors.pipeline import Extractor

KILLED = "out of memory, out of time, or a fault in a library"
"""What ends a process that reads documents."""


@cache
def extractor() -> Extractor:
    """The extractor of this process, which has read a sentence: what it loads for that is no document's cost."""
    from extractors.pipeline import Extractor  # noqa: PLC0415 - spaCy takes seconds to load, and only workers need it

    made = Extractor()
    made.record("遂宁市2020年推行一网通办。".encode(), "2020_遂宁市.txt")
    return made


def read_file(path: Path) -> bytes | None:
    """The bytes of a file; None for one that is too large to be a document.

    Raises:
        OSError: when it cannot be opened.
    """
    return None if path.stat().st_size > MAX_BYTES else path.read_bytes()


def documents_of(
    source: SourceFile, refused: frozenset[str], aside: Aside, row: int | None = None, saved: Saved | None = None
) -> Iterator[SourceDocument]:
    """The documents of one file, which are many where it is a catalogue.

    Args:
        source: the file.
        refused: files that are put in quarantine unread, because they ended the process that read them.
        aside: where it is told what of a catalogue is no document.
        row: of a catalogue, the only row that is made a document (None: all).
        saved: what documents in an old format were saved as, by file; what is not in it is saved alone.

    Returns:
        Each document as it is made. What cannot be read has ``error`` set: a file, or a row of one.

    Raises:
        InputError: when the file is no longer the one that was hashed.
    """
    if source.fault:
        yield _refused(source, source.sha256 or NOTHING, source.fault, quarantined=source.for_now)
        return
    sha256 = readable_sha256(source.path)
    if source.sha256 and source.sha256 != sha256:
        raise InputError(f"{source.file} changed while it was read; run the build again")
    if source.file in refused:
        yield _refused(source, sha256, f"it ended the process that read it: {KILLED}", quarantined=True)
        return
    try:
        made = (saved or {}).get(source.file, source.path)
        if isinstance(made, ReadError):
            raise made
        data = read_file(made)
        if data is None:
            yield _refused(source, sha256, f"it has more than {MAX_BYTES >> 20} MB; split it into documents")
        elif is_catalogue(source.file):
            yield from _rows(source, data, aside, row)
        else:
            reads = extractor()  # what it loads is not the document's
            with deadline(), half_the_memory() if is_pdf(data) else contextlib.nullcontext():
                record, text = reads.record_and_text(data, source.file, source.told(), sha256)
            yield SourceDocument(source.file, record, text)
    except ReadError as error:
        yield _refused(source, sha256, str(error), quarantined=isinstance(error, NotHereError))
    except OSError as error:
        why = f"it cannot be opened ({error.strerror or type(error).__name__})"
        yield _refused(source, sha256, why, quarantined=True)
    except (Overdue, MemoryError) as error:
        yield _refused(source, sha256, why_given_up(error), quarantined=True)
    except (Exception, SystemExit) as error:  # a fault of ours, or of a library, in one document must not cost the run
        yield _refused(source, sha256, f"the extractor failed on it ({type(error).__name__}: {error})")


def _rows(source: SourceFile, data: bytes, aside: Aside, only: int | None) -> Iterator[SourceDocument]:
    """The rows of a catalogue, one in memory at a time."""
    reads = extractor()
    with deadline():
        catalogue = reads.catalogue(data, source.file, dict(pair.split("=", 1) for pair in source.columns))
    rows = iter(catalogue)
    while True:
        with deadline():
            found = next(rows, None)
        aside.left_out[source.file] = catalogue.left_out
        if found is None:
            aside.unused |= {source.file: catalogue.unused} if catalogue.unused else {}
            return
        if only in {None, found[0]}:
            yield _row(source, *found)


def _row(source: SourceFile, number: int, row: SourceText | ReadError) -> SourceDocument:
    file = f"{source.file}#{number}"
    try:
        with deadline():
            return SourceDocument(source.file, *extractor().row_record(row, file, source.told(number)))
    except (Overdue, MemoryError, Exception, SystemExit) as error:  # as above: the other rows are still read
        text = "" if isinstance(row, ReadError) else row.text
        sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
        beyond = isinstance(error, Overdue | MemoryError)
        why = why_given_up(error) if beyond else f"the extractor failed on it ({type(error).__name__}: {error})"
        return _refused(source, sha256, why, file, quarantined=beyond)


def _refused(
    source: SourceFile, sha256: str, error: str, file: str = "", *, quarantined: bool = False
) -> SourceDocument:
    record = Record.refused(file or source.file, sha256, extractor().version, error)
    return SourceDocument(source.file, record, "", quarantined)
