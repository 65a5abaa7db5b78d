"""The files of a tar archive, packed as a whole or not; it is read once from its beginning to its end."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO, Self, cast

from extractors.archives.entry import DAMAGED, Budget, Counting, Entry, Take
from extractors.archives.kinds import readable_name
from extractors.source import ReadError

PACKED: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ\0": lzma.open}
"""What opens a packed file, by its first bytes."""
BROKEN = (tarfile.TarError, EOFError, zlib.error, lzma.LZMAError, OSError, ValueError, RecursionError, OverflowError)
"""What is raised by archives that are damaged."""
_KINDS = {
    tarfile.SYMTYPE: "a link",
    tarfile.LNKTYPE: "a link",
    tarfile.CHRTYPE: "a device",
    tarfile.BLKTYPE: "a device",
    tarfile.FIFOTYPE: "a pipe",
    tarfile.GNUTYPE_SPARSE: "a file with holes",
}


class _Header(tarfile.TarInfo):
    """A header of a file that tells its archive where it is the one of the end."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> Self:
        """The next header."""
        try:
            return super().fromtarfile(archive)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]  # a block of zeros
            cast("_Archive", archive).ended = True
            raise


class _Archive(tarfile.TarFile):
    """An archive that knows whether it was read to its end: tarfile stops without a word where a header is damaged."""

    tarinfo = _Header
    ended = False


_NO_TAR = "it is packed, but holds no tar archive; unpack it first"


def tar_entries(file: BinaryIO, budget: Budget, take: Take) -> Iterator[Entry]:
    """The files of the tar archive in ``file``, in its order; each is to be read before the next is asked for.

    Raises:
        ReadError: it is damaged, or no tar archive; what was given before can be used.
    """
    head = file.read(6)
    file.seek(0)
    opener = next((opener for magic, opener in PACKED.items() if head.startswith(magic)), None)
    stream = Counting(cast(BinaryIO, opener(file)) if opener else file, take)
    last = ""
    try:
        with _Archive.open(
            fileobj=cast(BinaryIO, stream), mode="r|", encoding="utf-8", errors="surrogateescape"
        ) as archive:
            for info in archive:
                budget.file()
                if info.isdir():
                    continue
                last = readable_name(info.name.encode("utf-8", "surrogateescape"))
                yield _entry(archive, info, last)
            whole = archive.ended
    except BROKEN as error:
        raise ReadError(DAMAGED if last or not opener else _NO_TAR) from error
    if not whole:
        raise ReadError(f"it is cut off or damaged behind {last}; get the archive anew")


def _entry(archive: tarfile.TarFile, info: tarfile.TarInfo, name: str) -> Entry:
    if not info.isreg() or info.issparse():
        kind = "a file with holes" if info.issparse() else _KINDS.get(info.type, "a special file")
        return Entry(name, fault=f"it is {kind}, which is not read from archives")
    return Entry(name, partial(_open, archive, info))


def _open(archive: tarfile.TarFile, info: tarfile.TarInfo) -> BinaryIO:
    return cast(BinaryIO, archive.extractfile(info))
