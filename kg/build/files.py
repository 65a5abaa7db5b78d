"""Which files a run reads, and what each is called in the records: its path relative to its argument."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from extractors.archives import is_archive, split_name
from extractors.catalogues import is_catalogue
from kg.build.budget import Limits
from kg.build.scratch import Scratch, sweep
from kg.build.source_file import SourceFile
from kg.build.source_list import SourceList
from kg.build.source_lists import SourceLists
from kg.build.unpacking import Unpacked, unpacked
from kg.build.walk import fault_of, under
from kg.build.walk import named as named_so
from kg.disk.atomic import NOTHING, readable_sha256
from kg.errors import InputError
from ontology.catalogue import catalogue_cues


@dataclass(slots=True)
class FoundFiles:
    """The files to read, by name, how many were passed over, by ending, and what is to tell of lists.

    ``listed`` are sentences: which lines of lists of sources name no file, and which files have no line. ``sources`` is
    the list that was given. What archives hold lies in a folder that is there until it is closed; use it in a ``with``.
    """

    files: list[SourceFile] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    listed: list[str] = field(default_factory=list)
    sources: SourceList | None = None
    folder: Scratch | None = None

    def __enter__(self) -> FoundFiles:
        return self

    def __exit__(self, *_: object) -> None:
        if self.folder is not None:
            self.folder.remove()


def as_paths(paths: str | Path | Iterable[str | Path]) -> list[Path]:
    """``paths`` as a list, one path as a list of one."""
    return [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]


def nothing_under(paths: Iterable[str | Path]) -> InputError:
    """The error where there is no file to read."""
    return InputError(f"no document to read under {', '.join(map(str, paths))}")


def find_files(
    paths: Sequence[Path],
    columns: Mapping[str, str] | None = None,
    sources: Path | SourceList | None = None,
    *,
    workers: int | None = None,
    limits: Limits | None = None,
    retry: bool = False,
) -> FoundFiles:
    """All files under ``paths``: a file given by name is always taken, of a folder those that have a reader.

    A file is called by its path relative to its argument, with ``/`` and in Unicode NFC; where two arguments give the
    same, the argument's own name stands in front of both, and where one argument does, the second is numbered. What is
    no regular file has ``fault``: it costs only itself. ``columns`` (field → column) go with every catalogue.
    ``sources`` is a list of sources, or one that a graph keeps; one that lies in a folder as ``sources.csv`` or
    ``sources.xlsx`` counts there, and none of these is a document.

    The files of an archive are taken as those of a folder (``reports.zip/2019/a.docx``), also where an argument leads
    into one. Archives are unpacked by worker processes held to ``limits``; in this process where there are none. With
    ``retry`` one in whose way a limit of the machine stood is tried once more when the others are done.

    Raises:
        InputError: when a path is not there, two arguments of one name give the same file name, or a list of sources
            says what cannot be.
    """
    sweep()
    found = FoundFiles()
    lists = SourceLists(columns, sources)
    found.sources = lists.given_list
    named: dict[str, list[tuple[Path, Path]]] = {}
    inside: dict[str, list[str]] = {}  # by archive the names in it that are asked for; an empty one asks for all
    for argument in paths:
        place, inner = split_name(argument)
        if not place.exists():
            raise InputError(f"{argument} is not there")
        for relative, path in under(place, found.passed_over):
            asked = inside.setdefault(os.path.realpath(path), [])
            asked.append(inner)
            if len(asked) == 1 and not lists.take(path, _folder_of(relative), found_in=place.is_dir()):
                named.setdefault(relative, []).append((place, path))
    files = [SourceFile(name, path, fault=fault_of(path)) for name, path in _told_apart(named)]
    _refuse_equal(files)
    archives = [source for source in files if is_archive(source.file) and not source.fault]
    if archives:
        found.folder = Scratch()
        packed = set(archives)
        files = [source for source in files if source not in packed]
        members = unpacked(archives, found.folder.path, workers, limits, retry=retry)
        for archive, one in zip(archives, members, strict=True):
            found.passed_over.update(one.passed_over)
            files += _asked_for(archive, one, inside[os.path.realpath(archive.path)], lists)
    fields = catalogue_cues().columns
    mapped = tuple(sorted(f"{field}={column}" for field, column in (columns or {}).items() if field in fields))
    found.files = sorted(
        replace(source, columns=mapped if is_catalogue(source.file) else (), given=lists.given(source.file))
        for source in files
    )
    _refuse_equal(found.files)
    found.listed = lists.sentences([source.file for source in found.files])
    return found


def _asked_for(archive: SourceFile, found: Unpacked, asked: Sequence[str], lists: SourceLists) -> Iterator[SourceFile]:
    """The files of an archive that are asked for by name or by folder; lists of sources among them are taken.

    Raises:
        InputError: the archive has no such file.
    """
    files = list(found.files(archive))
    for inner in filter(None, asked):
        whole = f"{archive.file}/{inner}"
        if not any(_is_under(source.file, whole) for source in files) and not found.fault:
            raise InputError(f"{archive.path} holds no {inner}")
    for source in files:
        own = source.file == archive.file and bool(source.fault)
        chosen = own or any(not inner or _is_under(source.file, f"{archive.file}/{inner}") for inner in asked)
        is_one = source.fault or own or not lists.take(source.path, _folder_of(source.file), source.file, found_in=True)
        if chosen and is_one:
            yield source


def _is_under(file: str, place: str) -> bool:
    return file == place or file.startswith(f"{place}/")


def _refuse_equal(files: Sequence[SourceFile]) -> None:
    """Refuse two files of one name."""
    ordered = sorted(files)
    for before, after in pairwise(ordered):
        if before.file == after.file:
            raise InputError(
                f"{before.path} and {after.path} would both be called {before.file}; give their common parent folder, "
                "or rename one"
            )


def _folder_of(relative: str) -> str:
    return relative.rpartition("/")[0]


def hashed(files: Sequence[SourceFile]) -> list[SourceFile]:
    """``files`` with the hashes of their bytes; of nothing, where they are refused or cannot be opened."""
    return [
        replace(source, sha256=(source.sha256 or NOTHING) if source.fault else readable_sha256(source.path))
        for source in files
    ]


def _told_apart(named: Mapping[str, Sequence[tuple[Path, Path]]]) -> Iterator[tuple[str, Path]]:
    """Each file with a name of its own: its argument's name in front, or a number in the order of its bytes behind.

    One folder holds two files of a name where their bytes differ and their characters do not (é in one or two).
    """
    for relative, places in named.items():
        by_argument: dict[Path, list[Path]] = {}
        for argument, path in places:
            by_argument.setdefault(argument, []).append(path)
        for argument, files in by_argument.items():
            own = f"{named_so(argument.resolve().name)}/{relative}" if argument.is_dir() else relative
            name = relative if len(by_argument) == 1 else own
            for number, path in enumerate(sorted(files, key=os.fsencode), 1):
                yield name if number == 1 else _numbered(name, number, named), path


def _numbered(name: str, number: int, taken: Collection[str]) -> str:
    """``name`` with a number before its ending, and one more where a file is called so."""
    stem, dot, suffix = name.rpartition(".")
    while (found := f"{stem} ({number}){dot}{suffix}") in taken:
        number += 1
    return found
