"""The processes that extract: started fresh, and without the script that called for them.

Python would import the caller's script into each of them, and a script that builds a graph outside of
``if __name__ == "__main__"`` would build again in its own workers. What they run lies in this package alone.
"""

from __future__ import annotations

import contextlib
import copy
import multiprocessing
import signal
import sys
from collections.abc import Iterator
from multiprocessing.context import BaseContext
from types import ModuleType

_METHODS = multiprocessing.get_all_start_methods()
_CONTEXT = multiprocessing.get_context("forkserver" if "forkserver" in _METHODS else "spawn")


class WorkerProcess(_CONTEXT.Process):  # type: ignore[name-defined, misc]
    """A process that does not import the script of its parent, and leaves interrupts to it from the first moment."""

    def start(self) -> None:
        """Start it."""
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")  # it is by its path that a child would find the script
        try:
            with _interrupts_held():
                super().start()
        finally:
            sys.modules["__main__"] = main


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """What is started meanwhile is not interrupted: Ctrl-C goes to all processes of a terminal; here it waits.

    A process inherits what is held in the thread that starts it.
    """
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_workers() -> None:
    """End all worker processes at once, whatever they are at."""
    for process in multiprocessing.active_children():
        if isinstance(process, WorkerProcess):
            process.terminate()


def worker_context() -> BaseContext:
    """What a pool needs to start such processes."""
    if "forkserver" in _METHODS:
        _CONTEXT.set_forkserver_preload(["extractors.pipeline"])
    context = copy.copy(_CONTEXT)
    context.Process = WorkerProcess  # type: ignore[attr-defined]
    return context
