"""The extraction timed against jieba on three documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.scripts.starting import EXAMPLES, printed, start

pytestmark = pytest.mark.slow


def test_the_table_has_both_speeds_the_ratio_and_the_share_of_each_component(tmp_path: Path) -> None:
    lines = printed("bench_extraction.py", EXAMPLES, "--limit", 3, "--profile", folder=tmp_path)
    for line, name in zip(lines, ("extraction", "jieba"), strict=False):
        assert re.fullmatch(rf"{name} +\d+\.\d documents/s +\d+\.\d{{3}} M characters/s", line)
    assert re.fullmatch(r"ratio +\d+\.\d\d \(jieba's time over the extraction's\)", lines[2])
    assert re.fullmatch(r"memory +[1-9]\d* MB at the largest after a quarter, [1-9]\d* MB after all 3 documents", lines[3])
    shares = [re.fullmatch(r"  (\w+) +\d+\.\d% +\d+\.\d{3} µs a character", line) for line in lines[4:]]
    assert {"reading", "initiatives", "adoptions"} < {share[1] for share in shares if share}
    assert all(shares)


def test_a_folder_without_documents_is_an_error_of_use(tmp_path: Path) -> None:
    done = start("bench_extraction.py", tmp_path, folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.endswith("error: there is no readable document in the folders\n")
