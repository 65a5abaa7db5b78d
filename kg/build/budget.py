"""What one document may cost: seconds of the processor, and memory of the process that reads it.

Both belong to the machine and not to the document: what goes beyond is put in quarantine, and tried again by the next
build. Seconds are the processor's own, so that a busy machine refuses nothing that an idle one reads.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

try:
    import resource as _resource

    resource: ModuleType | None = _resource
except ImportError:  # Windows sets no such limits
    resource = None

_STUBBORN = 1.5  # the share of the seconds after which a library that does not listen ends with its process


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost.

    Attributes:
        seconds: of the processor, after which it is given up; real documents take milliseconds.
        memory: bytes that the process which reads it may take beyond what it has when it starts.
    """

    seconds: float = 20.0
    memory: int = 2 << 30


DEFAULT = Limits()
_state = {"limits": DEFAULT}
_begun = {"mapped": 0}  # bytes of address space that this process had when its limits were set
_own_process = threading.Event()  # set where this process does nothing but read documents


class Overdue(BaseException):
    """Not an Exception, so that no reader takes it for a broken file."""


def limits() -> Limits:
    """The limits that hold in this process."""
    return _state["limits"]


def why_given_up(error: BaseException) -> str:
    """Which limit was reached, ``error`` being Overdue or a MemoryError."""
    if isinstance(error, MemoryError):
        return f"it takes more memory than there is for one document ({limits().memory / (1 << 30):g} GB)"
    return f"it took longer than {limits().seconds:g} s of the processor"


def limit_process(to: Limits = DEFAULT) -> None:
    """Hold this process, which does nothing but read documents, ``to`` these limits.

    What the system counts are addresses, of which Arrow would reserve a gigabyte, and more with each core.
    """
    _state["limits"] = to
    _own_process.set()
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    _begun["mapped"] = _mapped()
    _hold_to(to.memory)


def _hold_to(memory: int) -> None:
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = _begun["mapped"] + memory
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


@contextlib.contextmanager
def half_the_memory() -> Iterator[None]:
    """Hold the block to half of the memory: a library that ends its process where it gets none needs far less."""
    if not _own_process.is_set():
        yield
        return
    _hold_to(limits().memory // 2)
    try:
        yield
    finally:
        _hold_to(limits().memory)


def _mapped() -> int:
    """The bytes of address space that this process has."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() if resource else 0
    except (OSError, ValueError):  # not on Linux
        return 1 << 30


@contextlib.contextmanager
def deadline() -> Iterator[None]:
    """Give up the block after the seconds of ``limits``, where the system has timers and this is the main thread.

    A library that is deep in its own code hears nothing; the process that reads documents alone is ended then.

    Raises:
        Overdue: when they are over.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(_signum: int, _frame: object) -> None:
        raise Overdue

    seconds = limits().seconds
    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    _end_process_after(seconds * _STUBBORN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        _end_process_after(None)


def _end_process_after(seconds: float | None) -> None:
    """Have the system end this process, where it is one for documents alone, after ``seconds`` more (None: never)."""
    if resource is None or not _own_process.is_set():
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = hard if seconds is None else int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
