"""Commands on a small graph, measured each in a process of its own."""

from __future__ import annotations

import re
from pathlib import Path

from tests.kg.disk.test_directory import publish
from tests.scripts.starting import printed, start


def test_a_line_for_each_command(tmp_path: Path) -> None:
    publish(tmp_path / "graph")
    head, *lines = printed("bench_scale.py", "--graph", tmp_path / "graph", "--only", "verify", folder=tmp_path)
    assert head == "command | CPU s | peak MB | ends with"
    (line,) = lines
    name, seconds, peak, status = line.split(" | ")
    assert (name, status) == ("verify", "0") and re.fullmatch(r"\d+\.\d", seconds) and 20 < int(peak) < 2_000
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


def test_a_number_needs_texts(tmp_path: Path) -> None:
    done = start("bench_scale.py", "4", folder=tmp_path)
    assert done.returncode == 2 and "give a number with --texts, or --graph" in done.stderr
