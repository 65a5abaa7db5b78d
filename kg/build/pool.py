"""Shards of files through worker processes, in order; a file that kills its worker is found by halving its shard."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol, TypeVar

from kg.build.budget import DEFAULT, Limits, limit_process
from kg.build.processes import end_workers, worker_context
from kg.build.source_file import SourceFile

Result_co = TypeVar("Result_co", covariant=True)
Result = TypeVar("Result")
_AHEAD = 2


class Task(Protocol[Result_co]):
    """A picklable function of a shard and of the names of the files in it that must be refused unread."""

    def __call__(self, files: Sequence[SourceFile], refused: frozenset[str]) -> Result_co:
        """Do the work on one shard."""
        ...


def default_workers() -> int:
    """One worker for each core that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_shards(
    task: Task[Result], shards: Sequence[Sequence[SourceFile]], workers: int | None = None, limits: Limits = DEFAULT
) -> Iterator[tuple[int, Result]]:
    """The results of ``task`` over ``shards`` with their indexes, in order, whatever dies in between.

    Args:
        task: what a worker does with a shard.
        shards: the files, in shards.
        workers: processes (None: one a core).
        limits: what one document may cost.
    """
    workers = max(1, min(workers or default_workers(), len(shards)))
    pending = list(range(len(shards)))
    done: dict[int, Result] = {}
    following = 0
    while pending:
        suspects: list[int] = []
        for index, result in _until_broken(task, shards, pending, workers, suspects, limits):
            done[index] = result
            while following in done:
                yield following, done.pop(following)
                following += 1
        for index in suspects:  # any of those under way may have done it, so each goes alone
            done[index] = _alone(task, shards[index], limits)
            pending.remove(index)
        while following in done:
            yield following, done.pop(following)
            following += 1


def _until_broken(
    task: Task[Result],
    shards: Sequence[Sequence[SourceFile]],
    pending: list[int],
    workers: int,
    suspects: list[int],
    limits: Limits,
) -> Iterator[tuple[int, Result]]:
    """Results of ``pending`` shards, which leave the list; stops with the ``suspects`` named when a worker dies."""
    waiting = list(pending)
    running: dict[int, Future[Result]] = {}
    pool = _pool(workers, limits)
    try:
        while waiting or running:
            while waiting and len(running) < workers * _AHEAD:
                index = waiting.pop(0)
                running[index] = pool.submit(task, shards[index], frozenset())
            index = next(iter(running))
            result = running[index].result()
            del running[index]
            pending.remove(index)
            yield index, result
    except (KeyboardInterrupt, GeneratorExit):
        end_workers()  # nobody waits for what they are at
        raise
    except BrokenProcessPool:
        for index, future in running.items():
            if not future.done() or future.exception() is not None:
                suspects.append(index)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(task: Task[Result], shard: Sequence[SourceFile], limits: Limits) -> Result:
    result = _try(task, shard, frozenset(), limits)
    if result is not None:
        return result[0]
    refused = frozenset(_killers(task, shard, limits))
    result = _try(task, shard, refused, limits)
    if result is None:
        result = _try(task, shard, frozenset(source.file for source in shard), limits)
    if result is None:
        raise BrokenProcessPool(f"no process survives the shard that begins with {shard[0].file}")
    return result[0]


def _killers(task: Task[Result], shard: Sequence[SourceFile], limits: Limits) -> list[str]:
    """The files of a shard that kill a worker on which they are tried."""
    if len(shard) == 1:
        return [shard[0].file]
    middle = len(shard) // 2
    return [
        killer
        for half in (shard[:middle], shard[middle:])
        if _try(task, half, frozenset(), limits) is None
        for killer in _killers(task, half, limits)
    ]


def _try(
    task: Task[Result], shard: Sequence[SourceFile], refused: frozenset[str], limits: Limits
) -> tuple[Result] | None:
    pool = _pool(1, limits)
    try:
        return (pool.submit(task, shard, refused).result(),)
    except BrokenProcessPool:
        return None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(workers: int, limits: Limits) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=worker_context(), initializer=_begin_worker, initargs=(limits,))


def _begin_worker(limits: Limits) -> None:
    """Leave interrupts to the parent, and end when it is gone: a killed run must not leave workers behind."""
    limit_process(limits)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: ParentProcess) -> None:
    parent.join()
    os._exit(1)


class ParentProcess(Protocol):
    """What multiprocessing tells a worker of the process that started it."""

    def join(self) -> None:
        """Wait until it has ended."""
        ...


def in_shards(files: Sequence[SourceFile], size: int) -> list[Sequence[SourceFile]]:
    """``files`` cut into runs of ``size``."""
    return [files[start : start + size] for start in range(0, len(files), size)]


Progress = Callable[[int, int], None]
"""Told how many more files are done, and how many there are in all."""
