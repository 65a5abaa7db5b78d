"""The files of a ZIP archive."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, cast

from extractors.archives.entry import DAMAGED, Budget, Counting, Entry, Take
from extractors.archives.kinds import readable_name
from extractors.source import ReadError

_ENCRYPTED, _UTF8 = 0x1, 0x800  # flags of an entry
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_UNICODE_PATH = b"\x75\x70"  # Info-ZIP's extra field with the name in UTF-8 (APPNOTE 4.6.9)
_LIST = 16 << 20  # bytes of the list of files, which is read at once; what is larger lists more than may be


class _Guarded(io.RawIOBase):
    """A file of which nobody reads a great deal at once, as zipfile does with a list of any length.

    A place that no file has is damage, which the system would tell as a fault of the disk.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        try:
            return self._file.seek(offset, whence)
        except (OSError, OverflowError) as error:
            raise zipfile.BadZipFile(f"there is no byte {offset}") from error

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int = -1, /) -> bytes:
        if size > _LIST:
            raise ReadError("its list of files is longer than that of any archive of documents")
        return self._file.read(size)


def zip_entries(file: BinaryIO, budget: Budget, take: Take) -> Iterator[Entry]:
    """The files of the ZIP archive in ``file``, in the order of its list.

    Names without the mark of UTF-8 are read as GB18030 where they are no UTF-8.

    Raises:
        ReadError: it is damaged, or lists more than is read.
    """
    try:
        archive = zipfile.ZipFile(cast(BinaryIO, _Guarded(file)))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise ReadError(DAMAGED) from error
    with archive:
        for info in archive.infolist():
            budget.file()
            name = _name(info)
            if name.endswith(("/", "\\")):
                continue
            fault = _fault(info)
            yield Entry(name, None if fault else partial(_open, archive, info, take), fault)


def _open(archive: zipfile.ZipFile, info: zipfile.ZipInfo, take: Take) -> BinaryIO:
    return cast(BinaryIO, Counting(cast(BinaryIO, archive.open(info)), take))


def _fault(info: zipfile.ZipInfo) -> str:
    """Why an entry is not opened."""
    if info.flag_bits & _ENCRYPTED:
        return "it is encrypted; unpack the archive with its password first"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link, not a file"
    if info.compress_type not in _METHODS:
        return f"it is packed by a method (number {info.compress_type}) that is not read here; unpack the archive first"
    return ""


def _name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _UTF8:
        return readable_name(info.orig_filename.encode("utf-8", "replace"))
    raw = info.orig_filename.encode("cp437", "replace")
    return readable_name(_unicode_path(info.extra) or raw)


def _unicode_path(extra: bytes) -> bytes:
    """The name in the extra field for it; empty where there is none."""
    while len(extra) >= 4:
        size = int.from_bytes(extra[2:4], "little")
        if extra[:2] == _UNICODE_PATH:
            return extra[9 : 4 + size]  # behind a version of one byte and a checksum of four
        extra = extra[4 + size :]
    return b""
