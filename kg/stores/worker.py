"""A thread that asks a server for one who cannot wait for the answer without end."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any


class Worker:
    """Does one piece of work after another in a thread; to start one for each costs as much as a small query."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[Callable[[], Any] | None] = SimpleQueue()
        self._busy = Lock()
        self._value: Any = None
        self._error: BaseException | None = None
        Thread(target=self._run, daemon=True).start()

    def begin(self, work: Callable[[], Any]) -> None:
        """Do ``work``; what was begun before is done."""
        self._busy.acquire()
        self._waiting.put(work)

    def is_done(self, seconds: float) -> bool:
        """Whether what was begun is done within so many seconds from now."""
        done = self._busy.acquire(timeout=max(0.0, seconds))
        if done:
            self._busy.release()
        return done

    def outcome(self) -> Any:
        """What the work gave that is done; what it raised is raised."""
        value, error = self._value, self._error
        self._value = self._error = None
        if error is not None:
            raise error
        return value

    def end(self) -> None:
        """Let the thread end once it has nothing more to do."""
        self._waiting.put(None)

    def _run(self) -> None:
        while (work := self._waiting.get()) is not None:
            try:
                self._value = work()
            except BaseException as error:  # raised again where it is waited for
                self._error = error
            del work
            self._busy.release()
