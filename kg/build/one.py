"""One document by the path that a person writes: a file, one inside an archive, a row of a table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractors.catalogues import is_catalogue, row_text
from extractors.readers import read_bytes, read_path
from extractors.source import ReadError
from kg.build.files import find_files
from kg.build.saving import saved_anew
from kg.build.source_file import SourceFile
from kg.build.worker import documents_of
from kg.disk.parts import Aside, SourceDocument
from kg.errors import InputError

_SHOWN = 3  # files of an archive that a message names


def text_of(file: Path) -> str:
    """The text of one document, or of the row of a catalogue that ``file`` names (``policies.csv#17``).

    Raises:
        InputError: there is no such document, or it cannot be read.
    """
    with _one(file) as (source, row):
        try:
            if row is not None:
                return row_text(source.path.read_bytes(), source.file, row)
            with saved_anew([source]) as saved:
                made = saved.get(source.file, source.path)
                if isinstance(made, ReadError):
                    raise made
                return read_bytes(made.read_bytes(), source.file).text if made != source.path else _read(source)
        except ReadError as error:
            raise InputError(f"{file}: {error}") from error


def _read(source: SourceFile) -> str:
    if source.fault:
        raise ReadError(source.fault)
    return read_path(source.path, source.file)[1].text


def document_of(file: Path) -> SourceDocument:
    """The one document that ``file`` is, or the row of a catalogue that it names, with its record.

    Raises:
        InputError: there is no such document, or it cannot be read.
    """
    with _one(file) as (source, row), saved_anew([source]) as saved:
        document = next(documents_of(source, frozenset(), Aside(), row, saved), None)
        if document is None:
            raise InputError(f"{file.with_name(file.name.rpartition('#')[0])} has no row {row} that is a policy")
        if document.record.error:
            raise InputError(f"{file}: {document.record.error}")
        return document


@contextmanager
def _one(file: Path) -> Iterator[tuple[SourceFile, int | None]]:
    """The one file that ``file`` is or holds, and the row that it names, while it is there."""
    if file.is_dir():
        raise InputError(f"{file} is a folder; name one file of it")
    whole, row = _file_and_row(file)
    with find_files([whole]) as found:
        own = [source for source in found.files if not source.fault] or found.files
        own = [source for source in own if source.file == whole.name] or own  # a mail with what hangs on it
        if len(own) > 1:
            shown = ", ".join(str(file.parent / _beside(source.file, file)) for source in own[:_SHOWN])
            raise InputError(f"{file} holds {len(own):,} documents; name one of them: {shown}")
        (source,) = own
        if row is None and is_catalogue(source.file):
            raise InputError(f"{file}: each row is a document of its own; name one, such as {source.file}#1")
        yield source, row


def _beside(inner: str, file: Path) -> str:
    """The name of a file in the archive ``file``, as it is written from the archive's folder."""
    return inner if inner.startswith(f"{file.name}/") or inner == file.name else f"{file.name}/{inner}"


def _file_and_row(file: Path) -> tuple[Path, int | None]:
    """The file of one document, or a catalogue and the row of it that ``file`` names."""
    name, _, row = file.name.rpartition("#")
    if is_catalogue(name) and row.isdecimal() and not file.exists():
        return file.with_name(name), int(row)
    return file, None
