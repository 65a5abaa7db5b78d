"""The planted worlds of a trace, a few of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scripts.starting import printed

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("part", "rows", "column"),
    [
        ("curve", 12, "naive error"),
        ("hazards", 3, "ratio covers"),
        ("network", 3, "naive: recall"),
        ("tree", 2, "proven kept"),
    ],
)
def test_each_table_has_a_row_for_each_kind_of_world(part: str, rows: int, column: str, tmp_path: Path) -> None:
    name, head, _, *lines = printed("bench_tracing.py", "--part", part, "--seeds", 2, folder=tmp_path)
    assert name == part
    assert column in head
    assert len([line for line in lines if line]) == rows
