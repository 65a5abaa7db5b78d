"""What a worker process does with a file: read it, extract its record, and turn every failure into a refused record."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extractors.pipeline import Extractor
from extractors.readers import MAX_BYTES
from extractors.record import empty_record
from kg.build.files import SourceFile
from kg.disk.atomic import readable_sha256
from kg.disk.parts import SourceDocument

DEADLINE = 120.0
"""Seconds after which a document is given up; real ones take milliseconds."""


class _Overdue(BaseException):
    """Not an Exception, so that no reader takes it for a broken file."""


@cache
def extractor() -> Extractor:
    """The extractor of this process."""
    return Extractor()


def read_file(path: Path) -> bytes | None:
    """The bytes of a file; None for one that is too large to be a document.

    Raises:
        OSError: when it cannot be opened.
    """
    return None if path.stat().st_size > MAX_BYTES else path.read_bytes()


def documents_of(source: SourceFile, refused: frozenset[str] = frozenset()) -> list[SourceDocument]:
    """The documents of one file; one that cannot be read, or is among ``refused``, has ``error`` set."""
    sha256 = readable_sha256(source.path)
    if source.file in refused:
        return [_refused(source, sha256, "it ended the process that read it (out of memory, or a fault in a library)")]
    try:
        data = read_file(source.path)
        if data is None:
            return [_refused(source, sha256, f"it has more than {MAX_BYTES >> 20} MB; split it into documents")]
        with deadline(DEADLINE):
            record, text = extractor().record_and_text(data, source.file)
        return [SourceDocument(source.file, record, text)]
    except OSError as error:
        return [_refused(source, sha256, f"it cannot be opened ({error.strerror or type(error).__name__})")]
    except _Overdue:
        return [_refused(source, sha256, f"it took longer than {DEADLINE:.0f} seconds; split it into documents")]
    except Exception as error:  # a fault of ours in one document must not cost the run
        return [_refused(source, sha256, f"the extractor failed on it ({type(error).__name__}: {error})")]


@contextlib.contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Give up the block after ``seconds``, where the system has timers and this is the main thread."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(signum: int, frame: object) -> None:
        raise _Overdue

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _refused(source: SourceFile, sha256: str, error: str) -> SourceDocument:
    return SourceDocument(source.file, empty_record(source.file, sha256, extractor().version, error), "")
