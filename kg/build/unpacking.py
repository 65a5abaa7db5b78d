"""Archives among the files of a run: unpacked into a folder of the run, so that their files are read as any others."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractors.archives import BombError, Member, unpack
from extractors.source import ReadError
from kg.build.budget import Limits, Overdue, deadline, why_given_up
from kg.build.pool import run_shards
from kg.build.source_file import SourceFile
from kg.build.walk import is_wanted
from kg.build.worker import KILLED


@dataclass(slots=True)
class Unpacked:
    """What became of an archive.

    Attributes:
        archive: its name.
        members: its files that are read.
        passed_over: how many others it has, by ending.
        fault: why it, or what is behind its last file, cannot be read.
        for_now: whether that is the machine's doing.
    """

    archive: str
    members: list[Member] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    fault: str = ""
    for_now: bool = False

    def files(self, archive: SourceFile) -> Iterator[SourceFile]:
        """The files of a run that ``archive`` stands for: each of its own, and itself where it is a mail or refused."""
        for member in self.members:
            name = f"{self.archive}/{member.name}" if member.name else self.archive
            path = member.path or archive.path
            yield SourceFile(name, path, sha256=_hash_of(member.fault), fault=member.fault)
        empty = not self.members and not self.fault
        fault = "it holds no file that is read" if empty else self.fault
        if fault:
            sha256 = _hash_of(fault)
            yield SourceFile(self.archive, archive.path, sha256=sha256, fault=fault, for_now=self.for_now)


def _hash_of(fault: str) -> str:
    """A hash by which a build knows that the same is still at fault; none of no fault."""
    return hashlib.sha256(fault.encode("utf-8")).hexdigest() if fault else ""


@dataclass(frozen=True, slots=True)
class _Unpack:
    """The task of unpacking archives below ``folder``, each into one of its own."""

    folder: Path

    def __call__(self, files: Sequence[SourceFile], refused: frozenset[str]) -> list[Unpacked]:
        return [self._one(source, source.file in refused) for source in files]

    def _one(self, source: SourceFile, killed: bool) -> Unpacked:
        found = Unpacked(source.file)
        if killed:
            found.fault, found.for_now = f"it ended the process that unpacked it: {KILLED}", True
            return found
        try:
            members = unpack(source.path, self._own_folder(source), is_wanted, found.passed_over)
            while True:
                with deadline():
                    member = next(members, None)
                if member is None:
                    break
                _take(found.members, member)
        except ReadError as error:
            found.fault = str(error)
            if isinstance(error, BombError):
                found.members = []
        except OSError as error:
            found.fault, found.for_now = f"it cannot be unpacked ({error.strerror or type(error).__name__})", True
        except (Overdue, MemoryError) as error:
            found.fault, found.for_now, found.members = why_given_up(error), True, []
        return found

    def _own_folder(self, source: SourceFile) -> Path:
        """An empty folder for what is in an archive; what a try before this one left in it goes."""
        own = self.folder / hashlib.sha256(source.file.encode("utf-8")).hexdigest()
        if own.exists():
            shutil.rmtree(own)
        own.mkdir()
        return own


def _take(members: list[Member], member: Member) -> None:
    """Take one more; of an archive inside that turned out to be a bomb nothing is kept."""
    if member.bomb:
        members[:] = [each for each in members if not each.name.startswith(f"{member.name}/")]
    members.append(member)


def unpacked(
    archives: Sequence[SourceFile],
    folder: Path,
    workers: int | None = None,
    limits: Limits | None = None,
    *,
    retry: bool = False,
) -> list[Unpacked]:
    """What became of each of ``archives``, unpacked below ``folder``: by workers, or in this process.

    With ``retry``, those in whose way a limit of the machine stood are tried once more when the others are done, one at
    a time.
    """
    found = _each(archives, folder, workers, limits)
    again = [at for at, one in enumerate(found) if retry and one.for_now]
    for at, one in zip(again, _each([archives[at] for at in again], folder, 1, limits), strict=True):
        found[at] = one
    return found


def _each(
    archives: Sequence[SourceFile], folder: Path, workers: int | None, limits: Limits | None
) -> list[Unpacked]:
    task = _Unpack(folder)
    if limits is None or not archives:
        return task(archives, frozenset())
    return [one for _, done in run_shards(task, [[each] for each in archives], workers, limits) for one in done]
