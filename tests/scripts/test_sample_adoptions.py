"""Drawing adoptions for a reader, and the page of what he judged."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.build.build import build_graph
from tests.scripts.starting import EXAMPLES, printed, start

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("examples") / "graph"
    build_graph([EXAMPLES], path)
    return path


def test_a_table_is_drawn_judged_and_made_a_page(graph: Path, tmp_path: Path) -> None:
    assert printed("sample_adoptions.py", "draw", graph, "a.csv", "--count", 4, folder=tmp_path) == []
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 4
    assert {row["right"] + row["remark"] for row in rows} == {""}
    assert all(row["quote"] and int(row["start"]) < int(row["end"]) for row in rows)
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows({**row, "right": "yes" if number else "no"} for number, row in enumerate(rows))
    assert printed("sample_adoptions.py", "page", "a.csv", "a.md", folder=tmp_path) == []
    page = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "**3 of 4 are right (75%, 95 % interval 30% to 95%)**" in page
    assert len([line for line in page.splitlines() if line.startswith("| ") and " | yes | " in line]) == 3


def test_where_there_are_fewer_all_are_drawn(graph: Path, tmp_path: Path) -> None:
    assert printed("sample_adoptions.py", "draw", graph, "a.csv", "--count", 100_000, folder=tmp_path) == []
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()
    assert 10 < len(lines) < 100_000


def test_a_table_that_nobody_judged_makes_no_page(graph: Path, tmp_path: Path) -> None:
    printed("sample_adoptions.py", "draw", graph, "a.csv", "--count", 1, folder=tmp_path)
    done = start("sample_adoptions.py", "page", "a.csv", "a.md", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("sample_adoptions: a.csv has no row that is judged")
    assert not (tmp_path / "a.md").exists()
