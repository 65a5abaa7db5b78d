"""What of the catalogues of a run is of no use: columns that tell nothing of a document, sheets without titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extractors.catalogues import is_catalogue, unused_in
from extractors.readers import MAX_BYTES
from extractors.source import ReadError
from kg.build.files import SourceFile


def unused_of(files: Iterable[SourceFile]) -> dict[str, list[str]]:
    """By file what is not used, a few words each; files without such, and those that cannot be read, are left out."""
    found = {}
    for source in files:
        if not is_catalogue(source.file) or source.fault:
            continue
        try:
            if source.path.stat().st_size <= MAX_BYTES:
                columns = dict(pair.split("=", 1) for pair in source.columns)
                found[source.file] = unused_in(source.path.read_bytes(), source.file, columns)
        except (ReadError, OSError):
            continue  # its record says why
    return {file: told for file, told in found.items() if told}


def unused_sentences(unused: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """A sentence for each file."""
    for file, told in sorted(unused.items()):
        yield f"{file}: not used: {'; '.join(told)} (--map FIELD=COLUMN names a column)"
