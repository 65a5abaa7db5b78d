"""Writes the files of an archive that are wanted into a folder, under numbers; archives among them are entered."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from extractors.archives.entry import DAMAGED, INSTEAD, BombError, Budget, Entry, TooMuchError
from extractors.archives.kinds import ending, is_archive, is_aside, plain_path
from extractors.archives.mails import mail_entries
from extractors.archives.tars import BROKEN, PACKED, tar_entries
from extractors.archives.zips import zip_entries
from extractors.readers.limits import MAX_ARCHIVE_BYTES, MAX_BYTES, MAX_NESTED
from extractors.readers.registry import foreign_fault
from extractors.source import ReadError

_CHUNK = 1 << 20
_USTAR, _USTAR_AT = b"ustar", 257


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive.

    Attributes:
        name: in the archive, with ``/``; of an archive in it with what is inside that behind. Empty of a mail that is a
            document itself.
        path: where it was written; None where it was not.
        fault: why it was not.
        bomb: whether it is an archive whose files, which were given before, are to be dropped.
    """

    name: str
    path: Path | None = None
    fault: str = ""
    bomb: bool = False


@dataclass(slots=True)
class _Writer:
    """Where files are written, under numbers: no name of an archive becomes one on the disk."""

    folder: Path
    count: int = 0

    def path(self, name: str) -> Path:
        self.count += 1
        return self.folder / f"{self.count:06}{ending(name)}"


def unpack(
    path: Path, folder: Path, wanted: Callable[[str], bool], passed_over: Counter[str] | None = None
) -> Iterator[Member]:
    """The files of the archive ``path`` that are wanted, each written into ``folder`` before it is given.

    Names that lead out of the archive are cut to what is inside; equal ones are numbered. Links, devices and encrypted
    files have a ``fault``, and so has an archive in it that is damaged, a bomb, or too deep inside others.

    Args:
        path: the archive; its content tells its kind.
        folder: an empty one.
        wanted: whether a file of that name is read.
        passed_over: counts the others, by ending.

    Raises:
        BombError: the archive unpacks to more than documents do; what was given before is to be dropped.
        ReadError: the archive is damaged, too large, or none at all; what was given before is whole.
        OSError: the disk is full.
    """
    task = _Unpacking(_Writer(folder), wanted, Counter() if passed_over is None else passed_over, Budget())
    yield from _numbered(task.members(path, "", 1))


@dataclass(slots=True)
class _Unpacking:
    writer: _Writer
    wanted: Callable[[str], bool]
    passed_over: Counter[str]
    budget: Budget

    def members(self, path: Path, above: str, depth: int) -> Iterator[Member]:
        """The files of one archive; ``above`` is its own name with a slash, empty for the outermost."""
        packed = path.stat().st_size
        if packed > MAX_ARCHIVE_BYTES:
            raise ReadError(f"it has more than {MAX_ARCHIVE_BYTES >> 20} MB; {INSTEAD}")
        with path.open("rb") as file:
            for entry in self._entries(file, packed):
                name = plain_path(entry.name)
                if entry.name and (not name or is_aside(name)):
                    continue
                yield from self._member(entry, above + name, depth)

    def _entries(self, file: BinaryIO, packed: int) -> Iterator[Entry]:
        head = file.read(_USTAR_AT + len(_USTAR))
        file.seek(0)
        take = self.budget.of(packed)
        if head.startswith(b"PK"):
            yield from zip_entries(file, self.budget, take)
        elif head.endswith(_USTAR) or head.startswith(tuple(PACKED)):
            yield from tar_entries(file, self.budget, take)
        elif fault := foreign_fault(head):
            raise ReadError(fault)
        else:
            yield from mail_entries(file, self.budget)

    def _member(self, entry: Entry, name: str, depth: int) -> Iterator[Member]:
        if not entry.name:
            yield Member(name.removesuffix("/"))
            return
        inner = is_archive(name)
        if not inner and not self.wanted(name):
            self.passed_over[ending(name) or name.rpartition("/")[2]] += 1
            return
        fault = entry.fault or ("" if not inner or depth < MAX_NESTED else _TOO_DEEP)
        path = self.writer.path(name)
        if not fault:
            fault = self._write(entry, path, MAX_ARCHIVE_BYTES if inner else MAX_BYTES)
        if fault:
            path.unlink(missing_ok=True)
            yield Member(name, fault=fault)
        elif inner:
            yield from self._inner(path, name, depth)
        else:
            yield Member(name, path)

    def _inner(self, path: Path, name: str, depth: int) -> Iterator[Member]:
        """The files of an archive inside; one that cannot be read costs itself alone."""
        own = False
        try:
            for member in self.members(path, f"{name}/", depth + 1):
                own |= member.name == name  # a mail, which is read as a document itself
                yield Member(name, path) if member.name == name else member
        except TooMuchError:
            raise
        except ReadError as error:
            yield Member(name, fault=str(error), bomb=isinstance(error, BombError))
        if not own:
            path.unlink(missing_ok=True)

    def _write(self, entry: Entry, path: Path, most: int) -> str:
        """Write an entry to ``path``; gives why it cannot be read, empty where it can."""
        if entry.open is None:
            return DAMAGED
        size = 0
        try:
            with entry.open() as source, path.open("xb") as target:
                while chunk := source.read(_CHUNK):
                    size += len(chunk)
                    if size > most:
                        return f"it has more than {most >> 20} MB; split it into documents"
                    target.write(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, *BROKEN) as error:
            if isinstance(error, OSError) and error.errno:
                raise  # the disk's
            return DAMAGED
        return ""


_TOO_DEEP = f"it is the {MAX_NESTED + 1}th archive inside another; unpack it first"


def _numbered(members: Iterator[Member]) -> Iterator[Member]:
    """``members``, each with a name of its own: the second of one name with a number before its ending."""
    names: set[str] = set()
    for member in members:
        name, number = member.name, 1
        while name in names:
            number += 1
            stem, dot, suffix = member.name.rpartition(".")
            name = f"{stem} ({number}){dot}{suffix}"
        names.add(name)
        yield replace(member, name=name)
