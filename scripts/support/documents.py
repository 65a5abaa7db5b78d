"""The documents that a script works on: all files of some folders that a reader takes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from extractors.readers import is_readable


def readable_files(folders: Iterable[Path]) -> list[Path]:
    """The files below ``folders`` that a reader takes, by path."""
    return sorted(p for folder in folders for p in folder.rglob("*") if p.is_file() and is_readable(p.name))
