"""The lists of sources of a run taken together."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from kg.build.source_list import NAMES, SourceList, is_list, load_sources


class SourceLists:
    """The lists of sources of a run: those named, then those found on the way."""

    def __init__(self, columns: Mapping[str, str] | None, given: Path | SourceList | None) -> None:
        """Begin with the list ``given``, a file, or one that a graph keeps of a file that is no document either."""
        self._columns = columns
        self._lists: list[SourceList] = []
        self._taken: set[str] = set()
        self._kept = given.file if isinstance(given, SourceList) else None
        if isinstance(given, SourceList):
            self._lists.append(given)
        elif given:
            self._add(given)
        self.given_list = self._lists[0] if self._lists else None

    def take(self, path: Path, folder: str, called: str = "", *, found_in: bool) -> bool:
        """Whether the file at ``path`` is a list; one that was found in a folder is read when it is called so."""
        name = called.rpartition("/")[2] or path.name
        if name == self._kept and is_list(path):
            self._taken.add(os.path.realpath(path))
        if os.path.realpath(path) not in self._taken and found_in and name in NAMES and is_list(path):
            self._add(path, folder, called)
        return os.path.realpath(path) in self._taken

    def _add(self, path: Path, folder: str = "", called: str = "") -> None:
        """Read the list at ``path``, which is no document then."""
        self._taken.add(os.path.realpath(path))
        self._lists.append(load_sources(path, self._columns, folder=folder, called=called))

    def given(self, file: str) -> tuple[str, ...]:
        """What the lists say of a file; where two say it, the first."""
        told: dict[str, str] = {}
        for each in self._lists:
            for item in each.of(file):
                told.setdefault(item.split("=", 1)[0], item)
        return tuple(sorted(told.values()))

    def sentences(self, files: Sequence[str]) -> list[str]:
        """What is to tell of them, all ``files`` having been asked for."""
        return [told for each in self._lists for told in each.sentences(files)]
