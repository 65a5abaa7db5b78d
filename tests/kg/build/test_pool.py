"""Shards through worker processes, some of which die."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.build.budget import Limits, half_the_memory
from kg.build.pool import in_shards, run_shards
from kg.build.source_file import SourceFile
from kg.disk.rows import Column, write_rows
from kg.errors import InputError


def shout(files: Sequence[SourceFile], refused: frozenset[str]) -> list[str]:
    """A task; a file called ``kill…`` ends its process, unless it is refused."""
    done = []
    for source in files:
        if source.file in refused:
            done.append(f"refused {source.file}")
            continue
        if source.file.startswith("kill"):
            os.kill(os.getpid(), signal.SIGKILL)
        if source.file.startswith("take"):
            bytearray(3 << 30)
        if source.file.startswith("fail"):
            raise InputError(f"{source.file} is wrong")
        done.append(source.file.upper())
    return done


def write(files: Sequence[SourceFile], refused: frozenset[str]) -> int:
    """A task that writes a part; the bytes of addresses that its process has taken for that."""

    def mapped() -> int:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGESIZE")

    before = mapped()
    write_rows(files[0].path, [Column("a")], [{"a": "一"}])
    return mapped() - before


def narrow(files: Sequence[SourceFile], refused: frozenset[str]) -> tuple[int, int]:
    """A task that tells how many bytes of addresses its process may have, while it reads a PDF and after."""
    with half_the_memory():
        inside = resource.getrlimit(resource.RLIMIT_AS)[0]
    return inside, resource.getrlimit(resource.RLIMIT_AS)[0]


def linger(files: Sequence[SourceFile], refused: frozenset[str]) -> None:
    """A task that writes down which process it is in, and does not end by itself."""
    Path(files[0].path).write_text(str(os.getpid()))
    time.sleep(600)


def run(names: list[str], size: int, workers: int) -> list[str]:
    files = [SourceFile(name, Path(name)) for name in names]
    results = list(run_shards(shout, in_shards(files, size), workers))
    assert [index for index, _ in results] == list(range(len(results)))
    return [word for _, words in results for word in words]


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers: int) -> None:
    names = [f"f{n:02}" for n in range(25)]
    assert run(names, 3, workers) == [name.upper() for name in names]


def test_nothing_to_do_is_nothing_done() -> None:
    assert run([], 3, 2) == []


def test_a_file_that_kills_its_worker_is_found_and_everything_else_goes_on() -> None:
    names = [f"f{n:02}" for n in range(6)] + ["kill1"] + [f"g{n:02}" for n in range(6)] + ["kill2"]
    expected = [f"refused {name}" if name.startswith("kill") else name.upper() for name in names]
    assert run(names, 4, 2) == expected


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
def test_a_worker_takes_no_more_memory_than_it_may() -> None:
    with pytest.raises(MemoryError):
        run(["a", "take1"], 1, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
def test_a_pdf_gets_half_of_the_memory_that_was_asked_for() -> None:
    ((_, (inside, after)),) = run_shards(narrow, [[SourceFile("a", Path("a"))]], 1, Limits(memory=3 << 30))
    assert after - inside == 3 << 29


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
def test_writing_a_part_leaves_a_worker_its_memory(tmp_path: Path) -> None:
    ((_, taken),) = run_shards(write, [[SourceFile("a", tmp_path / "a.parquet")]], 1)
    assert taken < 400 << 20


def test_an_error_of_a_task_reaches_the_caller() -> None:
    with pytest.raises(InputError, match="fail1 is wrong"):
        run(["a", "fail1", "b"], 1, 2)


def gone(pid: int) -> bool:
    """Whether a process has ended (a zombie has)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="looks at processes in /proc")
def test_a_killed_run_leaves_no_worker_behind(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\n"
        "from kg.build.source_file import SourceFile\n"
        "from kg.build.pool import run_shards\n"
        "from tests.kg.build.test_pool import linger\n"
        f"if __name__ == '__main__':\n    list(run_shards(linger, [[SourceFile('a', Path({str(note)!r}))]], 1))\n"
    )
    root = Path(__file__).parents[3]
    environment = os.environ | {"PYTHONPATH": str(root)}
    with subprocess.Popen([sys.executable, str(script)], cwd=root, env=environment) as parent:
        deadline = time.monotonic() + 60
        while not (note.is_file() and note.read_text()) and time.monotonic() < deadline:
            time.sleep(0.05)
        parent.kill()
    worker = int(note.read_text())
    while not gone(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert gone(worker)
