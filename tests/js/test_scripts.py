"""The pages' scripts pass their linter, the type checker and their own unit tests, where node and npm are there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.requirements import missing, refuse_in_a_fast_run

ROOT = Path(__file__).resolve().parents[2]
OLDEST = 20
STAMP = ROOT / "node_modules" / ".package-lock.json"

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("node")]


@pytest.fixture(scope="module")
def npm(request: pytest.FixtureRequest) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs npm with the tools of package-lock.json; skips with the reason where there is no node, or no way to them."""
    refuse_in_a_fast_run(request)
    node, command = shutil.which("node"), shutil.which("npm")
    if node is None or command is None:
        missing("node", "no node and npm on the PATH: the scripts of the pages are not linted")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.strip("v\n").split(".")[0]) < OLDEST:
        missing("node", f"node {version.strip()} is older than {OLDEST}")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([command, *words], cwd=ROOT, capture_output=True, text=True, timeout=900)

    if not STAMP.is_file() or STAMP.stat().st_mtime < (ROOT / "package-lock.json").stat().st_mtime:
        installed = run("ci", "--ignore-scripts")
        if installed.returncode:
            missing("node", f"npm cannot install the tools of package-lock.json: {installed.stderr.strip()[-300:]}")
    return run


@pytest.mark.parametrize("check", ["lint", "types", "unit"])
def test_the_scripts_of_the_pages(npm: Callable[..., subprocess.CompletedProcess[str]], check: str) -> None:
    done = npm("run", "--silent", check)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_lock_names_no_host_of_a_registry() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
