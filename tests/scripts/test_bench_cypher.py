"""The embedded engine on a made-up graph, timed at its smallest: every query answers, and the cache is kept where asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cypher.named import named_queries
from tests.scripts.starting import printed

pytestmark = pytest.mark.slow

SMALL = ("--nodes", 1000, "--relationships", 8000)


def test_the_table_has_a_line_for_each_named_query(tmp_path: Path) -> None:
    lines = printed("bench_cypher.py", *SMALL, folder=tmp_path)
    assert lines[0] == "1,000 nodes, 8,000 relationships"
    assert re.fullmatch(r"loaded and saved in \d+\.\d s, cache of \d+\.\d MB", lines[1])
    first = r"first answer of a new process from the cache: \d+\.\d\d s \(inside \d+\.\d\d s\)"
    assert all(re.fullmatch(first, line) for line in lines[2:5])
    rows = [re.fullmatch(r" *\d+\.\d ms +[1-9]\d* rows  (\w+)", line) for line in lines[5:-1]]  # none without a row
    assert [row and row[1] for row in rows] == [query.name for query in named_queries()]
    assert re.fullmatch(r"median over the named queries: \d+\.\d ms", lines[-1])
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_is_named_is_kept_and_opened_the_next_time(tmp_path: Path) -> None:
    for did, nodes in (("loaded and saved", 1000), ("opened from the cache", 1000), ("loaded and saved", 1001)):
        lines = printed("bench_cypher.py", "--nodes", nodes, *SMALL[2:], "--cache", "kept.cache", folder=tmp_path)
        assert lines[1].startswith(f"{did} in ")
        assert [path.name for path in tmp_path.iterdir()] == ["kept.cache"]
