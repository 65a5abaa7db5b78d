"""Which files a run reads, and what each is called in the records: its path relative to its argument."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractors.catalogues import is_catalogue
from extractors.readers import is_expected, is_hidden, is_readable
from kg.errors import InputError


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """One file of a run.

    Attributes:
        file: what it is called in the records.
        path: where it lies now, which no file of a graph says.
        sha256: hash of its bytes, once they were hashed.
        known: the part of an earlier build that holds its records, if neither it nor the extractors changed since.
        columns: of a catalogue, what the user says its columns are: ``title=列名``, sorted.
    """

    file: str
    path: Path
    sha256: str = ""
    known: Path | None = None
    columns: tuple[str, ...] = ()


@dataclass(slots=True)
class FoundFiles:
    """The files to read, by name, and how many were passed over in folders, by ending."""

    files: list[SourceFile] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)


def as_paths(paths: str | Path | Iterable[str | Path]) -> list[Path]:
    """``paths`` as a list, one path as a list of one."""
    return [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]


def find_files(paths: Sequence[Path], columns: Mapping[str, str] | None = None) -> FoundFiles:
    """All files under ``paths``: a file given by name is always taken, of a folder those that have a reader.

    A file is called by its path relative to its argument, with ``/`` and in Unicode NFC; where two arguments give the
    same, the argument's own name stands in front of both. ``columns`` (field → column) go with every catalogue.

    Raises:
        InputError: when a path is not there, or two arguments of one name give the same file name.
    """
    found = FoundFiles()
    seen: set[Path] = set()
    named: dict[str, list[tuple[Path, Path]]] = {}
    for argument in paths:
        if not argument.exists():
            raise InputError(f"{argument} is not there")
        for relative, path in _under(argument, found.passed_over):
            real = path.resolve()
            if real not in seen:
                seen.add(real)
                named.setdefault(relative, []).append((argument, path))
    mapped = tuple(sorted(f"{field}={column}" for field, column in (columns or {}).items()))
    for relative, places in named.items():
        for argument, path in places:
            own = f"{_readable_name(argument.resolve().name)}/{relative}" if argument.is_dir() else relative
            name = relative if len(places) == 1 else own
            found.files.append(SourceFile(name, path, columns=mapped if is_catalogue(name) else ()))
    found.files.sort()
    for before, after in zip(found.files, found.files[1:], strict=False):
        if before.file == after.file:
            raise InputError(
                f"{before.path} and {after.path} would both be called {before.file}; give their common parent folder, "
                "or rename one"
            )
    return found


def _under(argument: Path, passed_over: Counter[str]) -> Iterator[tuple[str, Path]]:
    if not argument.is_dir():
        yield _readable_name(argument.name), argument
        return
    for folder, folders, names in os.walk(argument):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            if is_readable(name) or is_catalogue(name) or is_expected(name):
                yield _readable_name(path.relative_to(argument).as_posix()), path
            elif not is_hidden(name):
                passed_over[path.suffix.lower() or name] += 1


def _readable_name(name: str) -> str:
    """``name`` in NFC; bytes that are no UTF-8 are read as GB18030, as archives from Chinese systems have them."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        name = os.fsencode(name).decode("gb18030", errors="replace")
    return unicodedata.normalize("NFC", name)
