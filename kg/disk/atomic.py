"""Writing that a crash cannot leave half done: a temporary name beside, fsync, rename, fsync of the folder."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from kg.errors import DiskError

TEMPORARY = ".tmp"
NOTHING = hashlib.sha256(b"").hexdigest()
"""The hash of what cannot be opened."""


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable; systems that cannot open a folder do it by themselves."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def replacing(path: Path, mark: str = "") -> Iterator[Path]:
    """A temporary path beside ``path``; what is written there takes its place when the block ends well.

    A device or pipe (``/dev/null``) is no file to be replaced: it is given itself.

    Args:
        path: what is to be written.
        mark: tells the temporary path from those of others who may be writing the same at the same time.

    Raises:
        DiskError: when its folder is not there.
    """
    if not path.parent.is_dir():
        raise DiskError(f"{path} cannot be written: there is no folder {path.parent}")
    if path.exists() and not path.is_file() and not path.is_dir():
        yield path
        return
    temporary = path.with_name(path.name + mark + TEMPORARY)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, whole or not at all."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def readable_sha256(path: Path) -> str:
    """Hex SHA-256 of a file; of nothing where it cannot be opened."""
    try:
        return file_sha256(path)
    except OSError:
        return NOTHING


def file_sha256(path: Path) -> str:
    """Hex SHA-256 of the bytes of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
