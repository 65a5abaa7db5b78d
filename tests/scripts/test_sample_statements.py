"""Drawing statements for a reader, and the page of what he judged."""

from __future__ import annotations

import csv
from collections import Counter
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


def drawn(kind: str, graph: Path, folder: Path, *options: object) -> list[dict[str, str]]:
    assert printed("sample_statements.py", "draw", kind, graph, "a.csv", *options, folder=folder) == []
    with (folder / "a.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("kind", ["adoptions", "figures", "events"])
def test_every_kind_is_drawn_with_its_sentence(kind: str, graph: Path, tmp_path: Path) -> None:
    rows = drawn(kind, graph, tmp_path, "--count", 4)
    assert len(rows) == 4
    assert {row["right"] + row["remark"] for row in rows} == {""}
    assert all(row["quote"] and row["subject"] and int(row["start"]) < int(row["end"]) for row in rows)


def test_designations_are_drawn_with_who_gave_them(graph: Path, tmp_path: Path) -> None:
    found = {(row["region"], row["subject"], row["value"], row["group"]) for row in drawn("designations", graph, tmp_path)}
    assert ("射洪县", "相对集中行政许可权改革", "四川省人民政府", "pilot_approved") in found


def test_claims_are_drawn_by_group(tmp_path: Path) -> None:
    sentences = "学习借鉴杭州容缺受理经验。学习运用“千万工程”经验。在全省率先推行一网通办。容缺受理经验在全省推广。"
    (tmp_path / "遂宁市_2018.txt").write_text(f"遂宁市2018年工作总结\n{sentences}\n", encoding="utf-8")
    build_graph([tmp_path / "遂宁市_2018.txt"], tmp_path / "claims")
    rows = drawn("claims", tmp_path / "claims", tmp_path, "--each", 1)
    assert [(row["group"], row["subject"], row["value"]) for row in rows] == [
        ("experience", "", "浙江省"),
        ("first", "一网通办", "province"),
        ("learned", "容缺受理", "杭州市"),
        ("promoted", "容缺受理", "province"),
    ]


def test_no_document_gives_more_than_its_share_and_all_are_drawn_where_there_are_fewer(
    graph: Path, tmp_path: Path
) -> None:
    rows = drawn("adoptions", graph, tmp_path, "--count", 100_000, "--most", 2)
    assert set(Counter(row["file"] for row in rows).values()) <= {1, 2}
    assert 10 < len(drawn("adoptions", graph, tmp_path, "--count", 100_000, "--most", 1_000)) < 100_000


def test_a_judged_table_is_made_a_page(graph: Path, tmp_path: Path) -> None:
    rows = drawn("adoptions", graph, tmp_path, "--count", 4)
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        verdicts = [("known", "no"), ("known", "yes"), ("known", "yes"), ("new", "yes")]
        writer.writerows(
            {**row, "group": group, "right": right} for row, (group, right) in zip(rows, verdicts, strict=True)
        )
    assert printed("sample_statements.py", "page", "adoptions", "a.csv", "a.md", folder=tmp_path) == []
    page = (tmp_path / "a.md").read_text(encoding="utf-8").splitlines()
    assert "| known | 2 | 3 | 67% | 21% to 94% |" in page and "| all | 3 | 4 | 75% | 30% to 95% |" in page
    assert len([line for line in page if " | yes | " in line]) == 3


def test_a_table_that_nobody_judged_makes_no_page(graph: Path, tmp_path: Path) -> None:
    drawn("events", graph, tmp_path, "--count", 1)
    done = start("sample_statements.py", "page", "events", "a.csv", "a.md", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("sample_statements: a.csv has no row that is judged")
    assert not (tmp_path / "a.md").exists()
