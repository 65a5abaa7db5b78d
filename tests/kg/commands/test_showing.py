"""What a terminal shows: the commands run on a real one, of a given size."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from wcwidth import wcswidth

from cypher.named import named_queries
from tests.kg.disk.test_directory import publish


def shown(*arguments: str, columns: int = 80, lines: int = 99, pager: str = "cat") -> list[str]:
    """The lines that a terminal of this size gets."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    told = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES", "LESS"}}
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", *arguments],
        stdin=slave, stdout=slave, stderr=subprocess.DEVNULL, env=told | {"PAGER": pager, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    os.close(slave)
    found = b""
    with contextlib.suppress(OSError):  # the terminal is gone when the process is
        while part := os.read(master, 65536):
            found += part
    os.close(master)
    assert process.wait() == 0
    return found.decode("utf-8").splitlines()


def test_a_table_fits_the_terminal() -> None:
    lines = shown("queries", columns=60)
    assert max(map(wcswidth, lines)) <= 60
    assert any("…" in line for line in lines)


def test_all_of_each_cell_is_shown_when_asked_for() -> None:
    text = "\n".join(shown("queries", "--wide", columns=60))
    assert all(query.asks in text for query in named_queries())


@pytest.mark.parametrize(
    "report",
    [["info"], ["trace", "相对集中行政许可权改革", "--graph"], ["profile", "遂宁市", "--graph"]],
    ids=lambda report: str(report[0]),
)
def test_the_tables_of_a_report_fit_the_terminal(report: list[str], tmp_path: Path) -> None:
    graph = str(publish(tmp_path / "g").path)
    cut, whole = ("\n".join(shown(*report, graph, *wide, columns=90)) for wide in ([], ["--wide"]))
    tables = re.findall(r"^.+\n-[- ]+\n(?:.+\n)+?(?=\(\d+ rows?\)$)", cut, re.MULTILINE)
    assert len(tables) > 2 and max(wcswidth(line) for table in tables for line in table.splitlines()) <= 90
    assert "…" not in whole and len(whole) > len(cut)


def test_what_is_longer_than_a_page_goes_through_the_pager() -> None:
    pager = "sed s/^/>/"
    assert not any(line.startswith(">") for line in shown("queries", lines=99, pager=pager))
    assert all(line.startswith(">") for line in shown("queries", lines=9, pager=pager) if line)
