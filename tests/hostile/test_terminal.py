"""A terminal is sent nothing of others' words that it would obey, whatever the format; a pipe gets everything as it is."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kg.disk.test_directory import publish
from tests.test_cli import ROOT

COMMAND = [sys.executable, "cli.py", "query", "RETURN '甲\u202e\x9b31m乙' AS x"]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph directory of the hand-made documents."""
    return publish(tmp_path_factory.mktemp("terminal") / "graph").path


def on_a_terminal(command: list[str]) -> str:
    """What ``command`` prints on a terminal."""
    master, slave = pty.openpty()
    with subprocess.Popen(command, cwd=ROOT, stdout=slave, stderr=slave) as process:
        os.close(slave)
        found = b""
        while True:
            try:
                data = os.read(master, 4096)
            except OSError:  # Linux says so when nobody holds the other end any more
                break
            if not data:
                break
            found += data
        assert process.wait() == 0, found
    os.close(master)
    return found.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.slow
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_terminal_is_shown_what_it_would_obey(graph: Path, form: str) -> None:
    command = [*COMMAND, "--graph", str(graph), "--format", form]
    shown = on_a_terminal(command)
    assert r"甲\u202e\x9b31m乙" in shown
    assert "\x9b" not in shown and "\u202e" not in shown
    piped = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode("utf-8")
    assert "甲\u202e\x9b31m乙" in piped
