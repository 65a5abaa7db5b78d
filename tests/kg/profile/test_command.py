"""``reformkg profile``, on the graph of hand-made documents."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cypher.output import in_language
from kg.profile.profile import profile
from kg.tracing.notes import words
from tests.kg.disk.test_directory import publish
from tests.kg.profile.test_profile import kept, two
from tests.test_cli import run, sentence

LICENSING = "相对集中行政许可权改革"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("profile") / "graph").path


def test_a_report_of_one_region(graph: Path) -> None:
    said = run("profile", "射洪县", "--graph", graph).stdout
    assert said.startswith("射洪县 (510922)\n")
    places = [said.index(words("en")[name]) for name in ("adopted", "innovativeness", "agencies", "documents", "notes")]
    assert places == sorted(places)
    assert "射洪县行政审批局" in said and LICENSING in said


def test_a_report_of_two_regions(graph: Path) -> None:
    said = run("profile", "射洪县", "船山区", "--graph", graph, "--format", "md").stdout
    assert said.startswith("# 射洪县 (510922), 船山区 (510903)\n\n## Who had more reforms earlier\n")
    assert f"| {LICENSING} | 2017 | left | 2018 | left | 射洪县 | false | false |" in said


def test_csv_is_what_it_adopted_or_two_side_by_side(graph: Path) -> None:
    done = run("profile", "射洪县", "--graph", graph, "--format", "csv")
    assert {row["initiative"]: row["year"] for row in csv.DictReader(io.StringIO(done.stdout))} == {LICENSING: "2017", "一网通办": ""}
    assert "reformkg: 射洪县: reports on 1 years (2017–2017)" in done.stderr
    done = run("profile", "射洪县", "船山区", "--graph", graph, "--format", "csv")
    assert [row["first"] for row in csv.DictReader(io.StringIO(done.stdout))] == ["射洪县"]


def test_json_tables_files_and_what_narrows_it(graph: Path, tmp_path: Path) -> None:
    told = json.loads(run("profile", "510922", "--graph", graph, "--format", "json").stdout)
    assert told["profile"] == "射洪县 (510922)" and told["tables"]["agencies"][0]["agency"] == "射洪县行政审批局"
    target = tmp_path / "agencies.md"
    assert run("profile", "射洪县", "--graph", graph, "--table", "agencies", "-o", target).exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("| region | agency |")

    def adopted(*options: object) -> dict[str, int]:
        done = run("profile", "射洪县", "--graph", graph, "--table", "adopted", "--format", "json", *options)
        return {row["initiative"]: row["year"] for row in json.loads(done.stdout)}

    assert adopted("--count", "planned") == {LICENSING: None, "一网通办": 2018}
    assert adopted("--years", "2018") == {"一网通办": None}
    assert adopted("--min-confidence", "0.5") == adopted("--as-of", 2018) == {LICENSING: 2017, "一网通办": None}


def test_chinese_headings_and_columns(graph: Path) -> None:
    said = run("--lang", "zh", "profile", "射洪县", "--graph", graph).stdout
    assert words("zh")["adopted"] in said and "可采纳数" in said and "只知至迟该年" in said
    for table in (*profile(two(), "船山区", "安居区").tables.values(), *profile(kept(), "船山区").tables.values()):
        chinese = in_language(table, "zh").columns
        assert [one for one, other in zip(table.columns, chinese, strict=True) if one == other] == []


def test_wrong_use_is_one_sentence(graph: Path) -> None:
    assert "nearest: 射洪县" in sentence(run("profile", "射县", "--graph", graph))
    assert "射洪县 and 510922 are the same region" in sentence(run("profile", "射洪县", "510922", "--graph", graph))
    assert "--table order is of two regions; name another one" in sentence(run("profile", "射洪县", "--graph", graph, "--table", "order"))
    assert "is no stage to count" in sentence(run("profile", "射洪县", "--graph", graph, "--count", "done"))
    assert "could be known at the end of 1990" in sentence(run("profile", "射洪县", "--graph", graph, "--as-of", 1990))
    assert "name a graph" in sentence(run("profile", "射洪县"))
