"""Worker processes and the script that calls for them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.build.processes import WorkerProcess, worker_context

ROOT = Path(__file__).parents[3]


def test_a_script_without_a_main_guard_builds_once(tmp_path: Path) -> None:
    (tmp_path / "2020_射洪市.txt").write_text("射洪市2020年工作总结\n推进“一网通办”。\n", encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(
        "from kg import build_graph\n"
        "print('begun')\n"
        "report = build_graph('2020_射洪市.txt', 'graph', workers=2)\n"
        "print(report.files, report.refused)\n",
        encoding="utf-8",
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, script], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "begun\n1 []\n")


def test_an_interrupt_that_another_thread_hears_waits_until_a_process_is_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A process half started would be one of which nobody knows that it is to be ended."""
    whole = []

    def interrupted(process: WorkerProcess) -> object:
        os.kill(os.getpid(), signal.SIGINT)
        heard.wait(10)
        whole.append(process)
        return SimpleNamespace(sentinel=0, poll=lambda: 0)

    # A thread of its own hears what the one that starts a process has blocked.
    heard = threading.Event()
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    before = signal.set_wakeup_fd(writing)
    listener = threading.Thread(target=lambda: (os.read(reading, 1), heard.set()))
    listener.start()
    monkeypatch.setattr(WorkerProcess, "_Popen", staticmethod(interrupted))
    try:
        with pytest.raises(KeyboardInterrupt):
            worker_context().Process(target=print).start()
    finally:
        signal.set_wakeup_fd(before)
        listener.join()
    assert len(whole) == 1
