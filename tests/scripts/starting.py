"""Starting a script as its docstring says, from a folder that is not the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"
EXAMPLES = ROOT / "examples" / "reports"


def start(script: str, *arguments: object, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``scripts/SCRIPT`` with the Python of the tests in ``folder`` to its end."""
    command = [sys.executable, str(SCRIPTS / script), *map(str, arguments)]
    env = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=folder, env=env, check=False)


def printed(script: str, *arguments: object, folder: Path, **environment: str) -> list[str]:
    """The lines that a script prints which ends well and complains of nothing."""
    done = start(script, *arguments, folder=folder, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()
