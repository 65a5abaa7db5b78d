"""The page of the smallest subgraph, timed in a real Chromium."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser

from tests.scripts.starting import printed, start


def test_the_table_has_a_line_for_each_size(browser: Browser, tmp_path: Path) -> None:
    head, *lines = printed("bench_view.py", "--sizes", "1,150", "--no-pyvis", folder=tmp_path)
    assert head == "page | nodes | drawn | relationships | file | write | first picture | choose | year | layout"
    line = r"about \d+ \| \d+ \| \d+ \| \d+ \| \d+\.\d MB \| \d+\.\d s" + 4 * r" \| [\d,]+ ms"
    assert [bool(re.fullmatch(line, found)) for found in lines] == [True, True]
    small, large = (int(found.split(" | ")[1]) for found in lines)
    assert small < large
    assert list(tmp_path.iterdir()) == []


def test_a_chromium_that_is_none_is_told(browser: Browser, tmp_path: Path) -> None:
    done = start("bench_view.py", "--sizes", "1", folder=tmp_path, CHROMIUM=str(tmp_path / "none"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"bench_view: Chromium at {tmp_path / 'none'} does not start: ")
