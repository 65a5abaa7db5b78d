"""Bits flipped in what a build stored: none of a sample changes an answer in silence."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kg.build.build import build_graph
from scripts.support.flips import REFUSED, SILENT, flipped, outcome, stored, told
from tests.kg.folders import make_reports


@pytest.mark.slow
def test_no_flipped_bit_changes_an_answer_in_silence(tmp_path: Path) -> None:
    build_graph([make_reports(tmp_path / "reports")], tmp_path / "graph", workers=1)
    right = told(tmp_path / "graph")
    files, dice = stored(tmp_path / "graph"), random.Random(7)
    assert {path.suffix for path in files} >= {".parquet", ".json", ".kgl"}
    ends = []
    for number in range(60):
        path = files[number % len(files)]
        with flipped(path, dice.randrange(path.stat().st_size * 8)):
            ends.append(outcome(tmp_path / "graph", right))
    assert SILENT not in ends and ends.count(REFUSED) > 30
    assert outcome(tmp_path / "graph", right) == "unchanged"
