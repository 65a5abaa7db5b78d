"""Which files a run reads, and what each is called in the records: its path relative to its argument."""

from __future__ import annotations

import errno
import os
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from extractors.catalogues import is_catalogue
from extractors.readers import is_expected, is_hidden, is_readable
from kg.build.source_list import NAMES as LIST_NAMES
from kg.build.source_list import SourceList, is_list, load_sources
from kg.disk.atomic import NOTHING, readable_sha256
from kg.errors import InputError
from ontology.catalogue import catalogue_cues


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """One file of a run.

    Attributes:
        file: what it is called in the records.
        path: where it lies now, which no file of a graph says.
        sha256: hash of its bytes, once they were hashed.
        known: the part of an earlier build that holds its records, if neither it nor the extractors changed since.
        columns: of a catalogue, what the user says its columns are: ``title=列名``, sorted.
        given: what a list of sources says of it: ``#region=510900``, of a row of a catalogue ``17#year=2018``; sorted.
        fault: why it is refused without being opened: it is a pipe, a device, a link that leads nowhere.
    """

    file: str
    path: Path
    sha256: str = ""
    known: Path | None = None
    columns: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    fault: str = ""

    def told(self, row: int | None = None) -> dict[str, str]:
        """What the list of sources says by field; of the row of a catalogue what it says of the row, then of all."""
        pairs = [item.split("#", 1) for item in self.given]
        fields = [pair.split("=", 1) for rows in ("", str(row)) for own, pair in pairs if own == rows]
        return dict(fields)


@dataclass(slots=True)
class FoundFiles:
    """The files to read, by name, how many were passed over in folders, by ending, and what is to tell of lists.

    ``listed`` are sentences: which lines of lists of sources name no file, and which files have no line. ``sources`` is
    the list that was given.
    """

    files: list[SourceFile] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    listed: list[str] = field(default_factory=list)
    sources: SourceList | None = None


def as_paths(paths: str | Path | Iterable[str | Path]) -> list[Path]:
    """``paths`` as a list, one path as a list of one."""
    return [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]


def find_files(
    paths: Sequence[Path], columns: Mapping[str, str] | None = None, sources: Path | SourceList | None = None
) -> FoundFiles:
    """All files under ``paths``: a file given by name is always taken, of a folder those that have a reader.

    A file is called by its path relative to its argument, with ``/`` and in Unicode NFC; where two arguments give the
    same, the argument's own name stands in front of both, and where one argument does, the second is numbered. What is
    no regular file has ``fault``: it costs only itself. ``columns`` (field → column) go with every catalogue.
    ``sources`` is a list of sources, or one that a graph keeps; one that lies in a folder as ``sources.csv`` or
    ``sources.xlsx`` counts there, and none of these is a document.

    Raises:
        InputError: when a path is not there, two arguments of one name give the same file name, or a list of sources
            says what cannot be.
    """
    found = FoundFiles()
    seen = {os.path.realpath(sources)} if isinstance(sources, Path) else set[str]()
    found.sources = load_sources(sources, columns) if isinstance(sources, Path) else sources
    lists = [found.sources] if found.sources else []
    kept = sources.file if isinstance(sources, SourceList) else None
    named: dict[str, list[tuple[Path, Path]]] = {}
    for argument in paths:
        if not argument.exists():
            raise InputError(f"{argument} is not there")
        for relative, path in _under(argument, found.passed_over):
            real = os.path.realpath(path)
            if path.name == kept and is_list(path):
                seen.add(real)
            if real not in seen and path.name in LIST_NAMES and argument.is_dir() and is_list(path):
                seen.add(real)
                lists.append(load_sources(path, columns, folder=_folder_of(relative)))
            if real not in seen:
                seen.add(real)
                named.setdefault(relative, []).append((argument, path))
    fields = catalogue_cues().columns
    mapped = tuple(sorted(f"{field}={column}" for field, column in (columns or {}).items() if field in fields))
    for name, path in _told_apart(named):
        mine = mapped if is_catalogue(name) else ()
        found.files.append(SourceFile(name, path, columns=mine, given=_given(lists, name), fault=_fault(path)))
    found.files.sort()
    names = [source.file for source in found.files]
    found.listed = [told for each in lists for told in each.sentences(names)]
    for before, after in zip(found.files, found.files[1:], strict=False):
        if before.file == after.file:
            raise InputError(
                f"{before.path} and {after.path} would both be called {before.file}; give their common parent folder, "
                "or rename one"
            )
    return found


def _given(lists: Sequence[SourceList], file: str) -> tuple[str, ...]:
    """What the lists say of a file; where two say it, the first."""
    told: dict[str, str] = {}
    for each in lists:
        for item in each.of(file):
            told.setdefault(item.split("=", 1)[0], item)
    return tuple(sorted(told.values()))


def _folder_of(relative: str) -> str:
    return relative.rpartition("/")[0]


def hashed(files: Sequence[SourceFile]) -> list[SourceFile]:
    """``files`` with the hashes of their bytes; of nothing, where they are refused or cannot be opened."""
    return [replace(source, sha256=NOTHING if source.fault else readable_sha256(source.path)) for source in files]


def _told_apart(named: Mapping[str, Sequence[tuple[Path, Path]]]) -> Iterator[tuple[str, Path]]:
    """Each file with a name of its own: its argument's name in front, or a number in the order of its bytes behind.

    One folder holds two files of a name where their bytes differ and their characters do not (é in one or two).
    """
    for relative, places in named.items():
        by_argument: dict[Path, list[Path]] = {}
        for argument, path in places:
            by_argument.setdefault(argument, []).append(path)
        for argument, files in by_argument.items():
            own = f"{_readable_name(argument.resolve().name)}/{relative}" if argument.is_dir() else relative
            name = relative if len(by_argument) == 1 else own
            for number, path in enumerate(sorted(files, key=os.fsencode), 1):
                yield name if number == 1 else _numbered(name, number, named), path


def _numbered(name: str, number: int, taken: Collection[str]) -> str:
    """``name`` with a number before its ending, and one more where a file is called so."""
    stem, dot, suffix = name.rpartition(".")
    while (found := f"{stem} ({number}){dot}{suffix}") in taken:
        number += 1
    return found


_LINE_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def _fault(path: Path) -> str:
    """Why ``path`` is not opened at all; opening a pipe would wait for ever."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        if not path.is_symlink():
            return f"it cannot be opened ({error.strerror or type(error).__name__})"
        where = "in a circle" if error.errno == errno.ELOOP else "to nothing that can be opened"
        return f"it is a link that leads {where}"
    if stat.S_ISDIR(mode):
        return "the folder cannot be opened"
    return "" if stat.S_ISREG(mode) else f"it is {_KINDS.get(stat.S_IFMT(mode), 'no file')}, not a file"


def _under(argument: Path, passed_over: Counter[str]) -> Iterator[tuple[str, Path]]:
    if not argument.is_dir():
        yield _readable_name(argument.name), argument
        return
    closed: list[Path] = []
    for folder, folders, names in os.walk(argument, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            if is_readable(name) or is_catalogue(name) or is_expected(name):
                yield _readable_name(path.relative_to(argument).as_posix()), path
            elif not is_hidden(name):
                passed_over[_readable_name(path.suffix.lower() or name)] += 1
        passed_over.update("link to a folder" for name in folders if (Path(folder) / name).is_symlink())
    for path in closed:
        yield f"{_readable_name(path.relative_to(argument).as_posix())}/", path


def _readable_name(name: str) -> str:
    r"""``name`` in NFC, whatever the locale; bytes that are no UTF-8 are GB18030, as in archives of Chinese systems.

    A line break in it is written out (``\x0a``): what a message or a table says of a file stays one line.
    """
    data = os.fsencode(name)
    try:
        name = data.decode("utf-8")
    except UnicodeDecodeError:
        name = data.decode("gb18030", errors="replace")
    return unicodedata.normalize("NFC", _LINE_BREAK.sub(lambda found: f"\\x{ord(found[0]):02x}", name))
