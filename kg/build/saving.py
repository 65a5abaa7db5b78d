"""Documents that only LibreOffice reads: those of a run of files saved as .docx together, before they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from extractors.catalogues import is_catalogue
from extractors.readers import MAX_BYTES, is_old
from extractors.source import ReadError
from kg.build.budget import limits
from kg.build.scratch import Scratch
from kg.build.source_file import SourceFile

Saved = Mapping[str, Path | ReadError]
"""By file what it was saved as, or why it was not."""


@contextmanager
def saved_anew(files: Sequence[SourceFile], refused: frozenset[str] = frozenset()) -> Iterator[Saved]:
    """Those of ``files`` in the old format of Word, saved by one process of LibreOffice; they last as the block does.

    ``refused`` are files that are not to be looked at.
    """
    old = [source for source in files if source.file not in refused and _is_old(source)]
    if not old:
        yield {}
        return
    from extractors.readers import office  # noqa: PLC0415 - few runs need it
    from extractors.readers.office_process import Costs  # noqa: PLC0415

    with Scratch() as folder:
        costs = Costs(limits().seconds, limits().memory)
        found = office.saved_anew([source.path for source in old], folder, costs)
        yield dict(zip((source.file for source in old), found, strict=True))


def _is_old(source: SourceFile) -> bool:
    try:
        if source.fault or is_catalogue(source.file) or source.path.stat().st_size > MAX_BYTES:
            return False
        return is_old(source.path.read_bytes(), source.file)
    except OSError:
        return False
