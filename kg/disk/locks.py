"""Locks on folders between processes: a builder holds its workspace alone, readers hold the generation they read.

A lock ends with the process that holds it, however it ends. Where a system knows no such locks (Windows), or a file
system gives none, nobody waits and nothing is refused.
"""

from __future__ import annotations

import contextlib
import os
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

try:
    import fcntl as _fcntl

    fcntl: ModuleType | None = _fcntl
except ImportError:  # Windows has no fcntl; two builds into one folder are then the user's to avoid
    fcntl = None


class Hold:
    """A folder that one reader holds, until ``release`` or until nothing refers to the hold any more."""

    def __init__(self, handle: int) -> None:
        """Use ``hold`` instead."""
        self.release = weakref.finalize(self, os.close, handle)


def hold(folder: Path) -> Hold | None:
    """Hold ``folder`` with other readers; None where it is not there, or is being removed, or cannot be held."""
    if fcntl is None:
        return None
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            raise
        return Hold(handle)
    return None


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Hold ``folder`` while nobody else does; whether that is so, which is so where there are no locks."""
    if fcntl is None:
        yield True
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            free = True
        except OSError:
            free = False
        yield free
    finally:
        os.close(handle)
