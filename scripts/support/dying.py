"""Run a command of reformkg in a process that is killed (SIGKILL) at a given point of what it writes.

    python dying.py line 120 build FOLDER -o GRAPH       before the 120th line of the code that writes
    python dying.py byte 5000 build FOLDER -o GRAPH      when a file that is put in place grows past 5,000 bytes

Lines are counted over all of a run, and their number is printed to stderr by a run that lives on; bytes count from the
moment on at which a build is published or an engine is kept.
"""

from __future__ import annotations

import atexit
import os
import resource
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import kg.stores.embedded
from kg.cli import main
from kg.disk.workspace import Workspace

_WRITING = ("/kg/disk/", "/kg/stores/kept_engine.py", "/kg/build/build.py", "/cypher/embedded/saved.py")
_ASSEMBLED = ("/kg/disk/tables.py", "/kg/disk/rows.py")  # a line a row: they would drown all others


def die_before_line(number: int) -> None:
    """End this process before the ``number``-th line of the code that writes; below 1 never."""
    done = 0

    def line(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal done
        done += event == "line"
        if done == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return line

    def entered(frame: FrameType, _event: str, _argument: Any) -> Any:
        name = frame.f_code.co_filename
        return line if any(part in name for part in _WRITING) and not name.endswith(_ASSEMBLED) else None

    sys.settrace(entered)
    atexit.register(lambda: print(f"lines: {done}", file=sys.stderr))


def die_past_byte(size: int) -> None:
    """End this process when a file grows past ``size`` bytes, once it publishes a build or keeps an engine."""
    def limited(function: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **named: Any) -> Any:
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            return function(*arguments, **named)

        return called

    Workspace.publish = limited(Workspace.publish)  # type: ignore[method-assign]
    kg.stores.embedded.keep_engine = limited(kg.stores.embedded.keep_engine)


if __name__ == "__main__":
    how, number, *sys.argv[1:] = sys.argv[1:]
    {"line": die_before_line, "byte": die_past_byte}[how](int(number))
    main()
