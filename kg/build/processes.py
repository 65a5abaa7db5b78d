"""The processes that extract: started fresh, and without the script that called for them.

Python would import the caller's script into each of them, and a script that builds a graph outside of
``if __name__ == "__main__"`` would build again in its own workers. What they run lies in this package alone.
"""

from __future__ import annotations

import copy
import multiprocessing
import sys
from multiprocessing.context import BaseContext
from types import ModuleType

_METHODS = multiprocessing.get_all_start_methods()
_CONTEXT = multiprocessing.get_context("forkserver" if "forkserver" in _METHODS else "spawn")


class WorkerProcess(_CONTEXT.Process):  # type: ignore[name-defined, misc]
    """A process that does not import the script of its parent."""

    def start(self) -> None:
        """Start it."""
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")  # it is by its path that a child would find the script
        try:
            super().start()
        finally:
            sys.modules["__main__"] = main


def worker_context() -> BaseContext:
    """What a pool needs to start such processes."""
    if "forkserver" in _METHODS:
        _CONTEXT.set_forkserver_preload(["extractors.pipeline"])
    context = copy.copy(_CONTEXT)
    context.Process = WorkerProcess  # type: ignore[attr-defined]
    return context
