"""A walk through a folder: which of its files are read or told of, what they are called, what is no file at all."""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from extractors.archives import is_archive, one_line, readable_name
from extractors.catalogues import is_catalogue
from extractors.readers import is_expected, is_hidden, is_readable

_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def fault_of(path: Path) -> str:
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


def under(argument: Path, passed_over: Counter[str]) -> Iterator[tuple[str, Path]]:
    """The files under ``argument`` that are read or told of, each with its name relative to it; others are counted."""
    if not argument.is_dir():
        yield named(argument.name), argument
        return
    closed: list[Path] = []
    for folder, folders, names in os.walk(argument, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            if is_wanted(name) or is_archive(name):
                yield named(path.relative_to(argument).as_posix()), path
            elif not is_hidden(name):
                passed_over[named(path.suffix.lower() or name)] += 1
        passed_over.update("link to a folder" for name in folders if (Path(folder) / name).is_symlink())
    for path in closed:
        yield f"{named(path.relative_to(argument).as_posix())}/", path


def is_wanted(name: str) -> bool:
    """Whether a file called ``name`` is a document, a table of documents, or one that somebody expects to be read."""
    return is_readable(name) or is_catalogue(name) or is_expected(name)


def named(name: str) -> str:
    """``name`` in NFC and one line, whatever the locale; bytes that are no UTF-8 are GB18030, as in China."""
    return one_line(readable_name(os.fsencode(name)))
