"""docs/rules.md is what the data of the ontology says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ontology.rules import Rule

ROOT = Path(__file__).parents[2]


def test_the_page_of_rules_is_fresh_and_names_every_rule() -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "scripts" / "write_rules.py", "--check"], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert [rule for rule in Rule if f"### `{rule}`" not in page] == []
