"""What an archive lists, and how much of it is taken before it is refused as a bomb."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from extractors.readers.limits import AT_EASE_BYTES, MAX_RATIO, MAX_UNPACKED_BYTES, MAX_UNPACKED_FILES
from extractors.source import ReadError

INSTEAD = "unpack it, and give folders of it"
DAMAGED = "it is cut off or damaged; get the archive anew"
Take = Callable[[int], None]
"""Counts so many unpacked bytes; raises ReadError where they are too many."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that an archive lists: its name with ``/``, and how it is opened, or why it is not.

    The mail that attachments hang on is an entry without a name: it is a document itself.
    """

    name: str
    open: Callable[[], BinaryIO] | None = None
    fault: str = ""


@dataclass(slots=True)
class Budget:
    """What an archive with all archives in it has unpacked so far."""

    files: int = 0
    unpacked: int = 0

    def file(self) -> None:
        """Count a file.

        Raises:
            ReadError: there are too many.
        """
        self.files += 1
        if self.files > MAX_UNPACKED_FILES:
            raise TooMuchError(f"it holds more than {MAX_UNPACKED_FILES:,} files; {INSTEAD}")

    def of(self, packed: int) -> Take:
        """Counts the bytes that one archive of so many packed bytes unpacks to."""
        return _Taken(self, packed).take


class BombError(ReadError):
    """An archive that unpacks to more than documents do."""


class TooMuchError(BombError):
    """An archive that, with all archives in it, is beyond what is unpacked at all."""


@dataclass(slots=True)
class _Taken:
    budget: Budget
    packed: int
    unpacked: int = field(default=0)

    def take(self, count: int) -> None:
        self.unpacked += count
        self.budget.unpacked += count
        if self.budget.unpacked > MAX_UNPACKED_BYTES:
            raise TooMuchError(f"it unpacks to more than {MAX_UNPACKED_BYTES >> 20} MB; {INSTEAD}")
        if self.unpacked > max(AT_EASE_BYTES, MAX_RATIO * self.packed):
            raise BombError(f"it unpacks to more than {MAX_RATIO} times its size, as no documents do")


class Counting(io.RawIOBase):
    """A stream whose bytes are counted as they are read."""

    def __init__(self, stream: BinaryIO, take: Take) -> None:
        """Read from ``stream`` and tell ``take``."""
        self._stream = stream
        self._take = take

    def readable(self) -> bool:
        """It is."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """As any stream."""
        data = self._stream.read(size)
        self._take(len(data))
        return data
