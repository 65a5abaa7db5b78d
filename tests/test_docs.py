"""What users read is true: every command is in both READMEs, links lead somewhere, measured figures are fresh."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
READMES = ["README.md", "README.zh-CN.md"]


@pytest.mark.parametrize("readme", READMES)
def test_every_command_is_in_the_readme(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert [name for name in COMMANDS if not re.search(rf"`{name}[ `]", text)] == []


@pytest.mark.parametrize(
    "page", [*READMES, *sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "docs").glob("*.md"))]
)
def test_links_lead_to_files_that_are_there(page: str) -> None:
    path = ROOT / page
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)  # patterns have ](, too
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", prose)
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.slow
@pytest.mark.minutes
@pytest.mark.xdist_group("minutes")
def test_what_is_learnt_and_measured_on_annotations_is_fresh(shared: Path) -> None:
    command = [sys.executable, ROOT / "scripts" / "measure_quality.py", shared / "gold", shared / "corpus", "--check"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT)
    assert run.returncode == 0, run.stderr
