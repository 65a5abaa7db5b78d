"""The Pythons of this machine that can load reformkg, and how to run one of them under another locale."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_VERSIONS = ("3.11", "3.12", "3.13")


def usable_pythons() -> list[str]:
    """The interpreter that runs this, and others of the supported versions that can load reformkg, by path."""
    found = {sys.version_info[:2]: sys.executable}
    for version in _VERSIONS:
        path = shutil.which(f"python{version}")
        number = tuple(map(int, version.split(".")))
        if path and number not in found and not run([path, "-c", "import kg.cli, kglite, pyarrow, spacy"], {}).returncode:
            found[number] = path
    return list(found.values())


def run(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    """Run ``command`` with this checkout's code and nothing of the locale and the Python settings of this process."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    env |= {"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1", **environment}
    return subprocess.run(command, env=env, capture_output=True, check=False)
