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
import threading
from collections.abc import Iterator
from multiprocessing.context import BaseContext
from types import FrameType, ModuleType

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

    A process inherits what is blocked in the thread that starts it. Another thread may still hear the signal, and
    Python would then break this one off, and leave a process half started of which nobody knows that it is to be ended.
    """
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        with _handler_held():
            yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def _handler_held() -> Iterator[None]:
    """What is to be done upon an interrupt is done after the block; only in the main thread, where it would be done."""
    handler = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(handler):
        yield
        return
    heard: list[tuple[int, FrameType | None]] = []
    signal.signal(signal.SIGINT, lambda number, frame: heard.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if heard:
            handler(*heard[0])


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
