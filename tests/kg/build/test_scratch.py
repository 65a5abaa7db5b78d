"""The folders of a run for what it needs meanwhile: gone at its end, and with the next run where it was killed."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from kg.build.files import find_files
from kg.build.scratch import Scratch
from tests.test_cli import ROOT

KILLED = """
import os, signal
from kg.build.scratch import Scratch
print(Scratch().path)
(Scratch().path / "a.txt").write_text("b")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_it_is_gone_at_the_end() -> None:
    with Scratch() as folder:
        (folder / "a").mkdir()
        (folder / "a" / "b.txt").write_text("c", encoding="utf-8")
    assert not folder.exists()


def test_the_next_run_sweeps_what_one_that_was_killed_left_and_nothing_else(temporary: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED], cwd=ROOT, env={"TMPDIR": str(temporary)}, capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert len(list(temporary.iterdir())) == 2
    others = temporary / "reformkg-run-link"
    others.symlink_to(ROOT)
    (temporary / "others").mkdir()
    (temporary / "a.txt").write_text("遂宁市推行一网通办。", encoding="utf-8")
    with Scratch() as own, find_files([temporary / "a.txt"]) as found:
        assert [source.file for source in found.files] == ["a.txt"]
        assert sorted(temporary.iterdir()) == sorted([own, others, temporary / "others", temporary / "a.txt"])
