"""The script that kills builds and queries: what it says of a few kills."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scripts.starting import EXAMPLES, printed

pytestmark = pytest.mark.slow


def test_what_is_killed_is_made_good_by_the_same_command(tmp_path: Path) -> None:
    options = ["--documents", 2, "--kills", 3, "--workers", 1, "--seed", 5]
    *found, end = printed("try_kills.py", EXAMPLES, *options, folder=tmp_path)
    assert end == "3 kills: 0 left another graph or answer"
    assert sum(int(line.split()[0]) for line in found) == 3
    assert list(tmp_path.iterdir()) == []

