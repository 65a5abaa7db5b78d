"""The same bytes under other locales, and under other Pythons where this machine has some that can load reformkg."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scripts.support.pythons import usable_pythons
from tests.scripts.starting import EXAMPLES, printed

pytestmark = pytest.mark.slow


def test_all_locales_give_the_same_bytes(tmp_path: Path) -> None:
    options = ["--python", sys.executable, "--documents", 3]
    (line,) = printed("compare_interpreters.py", EXAMPLES, *options, folder=tmp_path)
    assert line == f"1 Pythons, 3 locales: 0 files differ from those of {sys.executable}"


def test_all_pythons_give_the_same_bytes(tmp_path: Path) -> None:
    pythons = usable_pythons()
    if len(pythons) == 1:
        pytest.skip("there is one Python only that can load reformkg")
    (line,) = printed("compare_interpreters.py", EXAMPLES, "--documents", 3, folder=tmp_path)
    assert line == f"{len(pythons)} Pythons, 3 locales: 0 files differ from those of {pythons[0]}"
