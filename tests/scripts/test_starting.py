"""Every script starts the same way, from the checkout and from elsewhere, and its docstring names the options it takes."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scripts.starting import ROOT, SCRIPTS, start

pytestmark = pytest.mark.slow

PYTHON = sorted(path.name for path in SCRIPTS.iterdir() if path.suffix == ".py" or path.name == "neo4j-server")
OPTION = re.compile(r"(?<![\w-])--[a-z][\w-]*")


def docstring(script: str) -> str:
    return ast.get_docstring(ast.parse((SCRIPTS / script).read_text(encoding="utf-8"))) or ""


def options(help_text: str) -> set[str]:
    return set(re.findall(r"^  (?:-\w(?: \w+)?, )?(--[\w-]+)", help_text.split("\noptions:\n")[1], re.M)) - {"--help"}


def test_these_are_all_scripts() -> None:
    assert {path.name for path in SCRIPTS.iterdir() if path.is_file()} == {*PYTHON, "demo"}


@pytest.mark.parametrize("script", PYTHON)
def test_a_script_starts_from_any_folder_and_takes_the_options_of_its_usage(script: str, tmp_path: Path) -> None:
    done = start(script, "--help", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.strip() for line in docstring(script).splitlines()]
    usage = [line for line in lines if line.startswith(f"python scripts/{script} ")]
    assert usage, "the docstring says how to start it"
    assert set(OPTION.findall("\n".join(usage))) == options(done.stdout)
    assert set(OPTION.findall(docstring(script))) <= options(done.stdout)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("script", PYTHON)
def test_a_script_starts_from_the_checkout(script: str) -> None:
    done = subprocess.run(
        [sys.executable, f"scripts/{script}", "--help"], capture_output=True, encoding="utf-8", cwd=ROOT, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_demo_tells_how_it_is_started(tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", SCRIPTS / "demo", "--help"], capture_output=True, encoding="utf-8", cwd=tmp_path, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "    sh scripts/demo [OUT] [REFORMKG]\n" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_demo_runs_from_any_folder(tmp_path: Path) -> None:
    reformkg = Path(sys.executable).with_name("reformkg")
    done = subprocess.run(
        ["sh", SCRIPTS / "demo", "out", reformkg], capture_output=True, encoding="utf-8", cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f"The interactive page: {tmp_path}/out/reforms.html" in done.stdout
    assert (tmp_path / "out" / "reforms.html").is_file()
