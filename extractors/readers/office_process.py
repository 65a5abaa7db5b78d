"""A program that reads documents for us: within limits, alone with its folder, and never longer than who started it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_STARTUP = 60.0  # seconds that the program may take before its first document, on a busy machine
_SLOWER = 3  # times the seconds of the processor that a document may take by the clock
_LOOK = 0.1  # seconds between two looks at what is done
# A shell of its own group: it sets the limits, and ends the group when the pipe from who started it is closed.
_GUARD = (
    'ulimit -t "$1" 2>/dev/null; ulimit -v "$2" 2>/dev/null; shift 2; exec 3<&0; '
    '(cat <&3 >/dev/null; kill -9 0) & "$@" </dev/null 3<&-'
)


@dataclass(frozen=True, slots=True)
class Costs:
    """What a document may cost: seconds of the processor, bytes of memory of the program."""

    seconds: float = 20.0
    memory: int = 2 << 30


def run(command: Sequence[str], out: Path, count: int, home: Path, costs: Costs) -> bool:
    """Run ``command``, which writes ``count`` files into ``out``; gives whether it came to its end by itself.

    It is ended where no file comes for a while. ``home`` is where it may keep what it likes.
    """
    environment = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    environment |= {"HOME": str(home), "TMPDIR": str(home), "SAL_USE_VCLPLUGIN": "svp", "LC_ALL": "C.UTF-8"}
    guarded = os.name == "posix"
    if guarded:
        seconds, kilobytes = int(_STARTUP + costs.seconds * count), costs.memory >> 10
        command = ["/bin/sh", "-c", _GUARD, "sh", str(seconds), str(kilobytes), *command]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment,
        cwd=home, start_new_session=guarded,
    ) as process:  # fmt: skip
        try:
            return _watched(process, out, costs)
        finally:
            if process.stdin:
                process.stdin.close()  # which ends what is left of the group
            if not guarded:
                process.kill()


def _watched(process: subprocess.Popen[bytes], out: Path, costs: Costs) -> bool:
    seen, since, most = 0, time.monotonic(), _STARTUP
    while process.poll() is None:
        time.sleep(_LOOK)
        done = sum(1 for _ in out.iterdir())
        if done > seen:
            seen, since, most = done, time.monotonic(), max(_SLOWER * costs.seconds, 1.0)
        if time.monotonic() - since > most:
            return False
    return process.returncode == 0
