"""What one document may cost: seconds of the processor, and memory of the process that reads it.

Both belong to the machine and not to the document: what goes beyond is tried again by the next build. Seconds are the
processor's own, so that a busy machine refuses nothing that an idle one reads.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

try:
    import resource as _resource

    resource: ModuleType | None = _resource
except ImportError:  # Windows sets no such limits
    resource = None

SECONDS = 20.0
"""Seconds of the processor after which a document is given up; real ones take milliseconds."""
MEMORY = 2 << 30
"""Bytes of memory that a process may take beyond what it has when it starts."""
_STUBBORN = 1.5  # the share of SECONDS after which a library that does not listen ends with its process

_state = {"own process": False}


class Overdue(BaseException):
    """Not an Exception, so that no reader takes it for a broken file."""


def limit_process(memory: int = MEMORY) -> None:
    """Hold this process, which does nothing but read documents, to ``memory`` bytes more than it has now.

    What the system counts are addresses, of which Arrow would reserve a gigabyte, and more with each core.
    """
    _state["own process"] = True
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = _mapped() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _mapped() -> int:
    """The bytes of address space that this process has."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() if resource else 0
    except (OSError, ValueError):  # not on Linux
        return 1 << 30


@contextlib.contextmanager
def deadline(seconds: float = SECONDS) -> Iterator[None]:
    """Give up the block after ``seconds`` of the processor, where the system has timers and this is the main thread.

    A library that is deep in its own code hears nothing; the process that reads documents alone is ended then.

    Raises:
        Overdue: when they are over.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(_signum: int, _frame: object) -> None:
        raise Overdue

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    _end_process_after(seconds * _STUBBORN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _end_process_after(seconds: float) -> None:
    if resource is None or not _state["own process"]:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
