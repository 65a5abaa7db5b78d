"""Folders for what a run needs on the disk meanwhile: gone at its end, or swept by the next one where it was killed."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

from kg.disk import locks

_PREFIX = "reformkg-run-"
_TRIES = 3


class Scratch:
    """A folder below the system's for temporary files, until ``remove``; use it in a ``with``.

    Its process holds it, by which ``sweep`` knows that it is in use.
    """

    def __init__(self) -> None:
        """Make it."""
        for _ in range(_TRIES):  # a sweeper may come between, or the file system know no locks
            self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
            self._hold = locks.hold(self.path)
            if self._hold:
                return
        self.path.mkdir(exist_ok=True)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.remove()

    def remove(self) -> None:
        """Remove it with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._hold:
            self._hold.release()


def sweep() -> None:
    """Remove the folders of runs that were killed, which no process holds any more."""
    if locks.fcntl is None:
        return  # nobody would know which are in use
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError), locks.alone(folder) as unused:  # of another user, or gone meanwhile
            if unused and not folder.is_symlink():
                shutil.rmtree(folder, ignore_errors=True)
