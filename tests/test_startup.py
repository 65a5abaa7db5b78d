"""What a command loads before it works: the list of commands none of them, a query nothing that reads or builds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import COMMANDS
from tests.kg.disk.test_directory import publish

ROOT = Path(__file__).resolve().parents[1]
READING = {"spacy", "lxml", "openpyxl", "pypdfium2", "jieba", "charset_normalizer"}
GRAPHS = {"networkx", "numpy", "pandas", "pyarrow", "duckdb", "kglite", "neo4j"}
PAGES = {"pyvis", "jinja2", "IPython", "pypinyin", "prompt_toolkit"}
DATA = {"pydantic", "yaml"}
OURS = {"extractors", "cypher"}
# Runs the command line and prints what it loaded as the last line of stderr.
_SCRIPT = """
import atexit, sys
atexit.register(lambda: print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr))
from kg.cli import main
main()
"""


def loaded(*arguments: object) -> set[str]:
    """The top-level modules in memory after a command that ends well."""
    command = [sys.executable, "-c", _SCRIPT, *map(str, arguments)]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"LC_ALL": "C.UTF-8"}, capture_output=True, encoding="utf-8", check=True
    )
    return set(done.stderr.splitlines()[-1].split())


def test_import_kg_loads_nothing_else() -> None:
    script = "import sys; before = set(sys.modules); import kg; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert {name for name in done.stdout.split() if name.partition(".")[0] in {"kg", *READING, *GRAPHS, *OURS}} == {"kg"}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_the_list_of_commands_and_the_version_load_no_command(option: str) -> None:
    assert loaded(option) & (READING | GRAPHS | PAGES | DATA | OURS) == set()
    assert loaded(option) >= {"click", "kg"}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_loads_nothing_that_the_command_runs(name: str) -> None:
    assert loaded(name, "--help") & (READING | GRAPHS | PAGES) == set()


def test_a_query_on_a_graph_that_the_engine_has_kept_loads_the_engine_alone(tmp_path: Path) -> None:
    graph = publish(tmp_path / "graph").path
    query = ("query", "MATCH (r:Region) RETURN r.name", "--graph", graph, "--format", "csv")
    assert "pyarrow" in loaded(*query), "the first query reads the tables"
    found = loaded(*query)
    assert "kglite" in found
    assert found & ((READING | GRAPHS | PAGES | {"pydantic"}) - {"kglite"}) == set()
    assert "extractors" not in found
