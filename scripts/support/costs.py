"""What a piece of work costs: seconds of the processor and memory at most, in processes that may die of it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.build.budget import Overdue, deadline, limit_process

_BATCH = 50  # numbers worked on by a process before a fresh one takes over


@dataclass(frozen=True, slots=True)
class Cost:
    """What the work on ``number`` said (a fault; empty where there is none), its CPU seconds, and bytes of memory more."""

    number: int
    fault: str
    seconds: float
    memory: int


def costs(work: Callable[[int], str], numbers: Sequence[int]) -> Iterator[Cost]:
    """Do ``work`` on each of ``numbers`` in copies of this process, each held to what a document may cost.

    A copy that dies costs the number that it was at; the next one goes on behind it.
    """
    waiting = list(numbers)
    while waiting:
        batch, done = waiting[:_BATCH], 0
        for cost in _in_a_copy(work, batch):
            yield cost
            done += 1
        waiting = waiting[done:]


def _in_a_copy(work: Callable[[int], str], numbers: Sequence[int]) -> Iterator[Cost]:
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException), os.fdopen(send, "w", encoding="utf-8") as out:
            limit_process()
            for number in numbers:
                out.write(json.dumps(_measured(work, number)) + "\n")
                out.flush()
        os._exit(0)
    os.close(send)
    done = 0
    with os.fdopen(receive, encoding="utf-8") as lines:
        for line in lines:
            yield Cost(numbers[done], *json.loads(line))
            done += 1
    _, status = os.waitpid(child, 0)
    if done < len(numbers):
        code = os.waitstatus_to_exitcode(status)
        why = signal.Signals(-code).name if code < 0 else f"exit {code}"
        yield Cost(numbers[done], f"it ended its process ({why})", 0.0, 0)


def _measured(work: Callable[[int], str], number: int) -> tuple[str, float, int]:
    before, start = _forget_the_highest(), time.process_time()
    try:
        with deadline():
            fault = work(number)
    except (Overdue, MemoryError) as error:
        fault = f"{type(error).__name__}"
    return fault, time.process_time() - start, max(0, _memory("VmHWM") - before)


def _forget_the_highest() -> int:
    """Bytes in memory now, from which the highest is counted anew; 0 where the system does not tell."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    return _memory("VmRSS")


def _memory(field: str) -> int:
    with contextlib.suppress(OSError, StopIteration):
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) << 10 for line in lines if line.startswith(field))
    return 0
