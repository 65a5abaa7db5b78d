"""A graph is asked where nothing can be written: no engine is kept then, and nothing half written stays."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kg.disk.test_directory import publish

ROOT = Path(__file__).parents[3]
QUERY = "MATCH (r:Region)-[a:ADOPTED]->(i) RETURN r.name, a.year, i.name"


def full() -> None:
    """Let this process write to no file, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def asked(graph: Path, *command: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """What a command says on a full disk."""
    return subprocess.run(
        [sys.executable, "cli.py", *command, "--graph", str(graph)],
        cwd=ROOT, input=stdin, capture_output=True, encoding="utf-8", check=False, preexec_fn=full,
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("command", ["query", "shell"])
def test_a_full_disk_keeps_nobody_from_asking(tmp_path: Path, command: str) -> None:
    graph = publish(tmp_path / "graph").path
    done = asked(graph, "query", QUERY) if command == "query" else asked(graph, "shell", stdin=f"{QUERY};")
    assert done.returncode == 0, done.stderr
    assert "射洪" in done.stdout
    assert [path for path in graph.rglob("*.kgl*") if path.is_file()] == []
