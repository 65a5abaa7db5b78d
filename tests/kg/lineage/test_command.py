"""``reformkg lineage``, on the graph of hand-made reports."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from cypher.output import in_language
from kg.lineage.lineage import lineage
from kg.lineage.tables import SECTIONS
from kg.tracing.notes import words
from tests.kg.disk.test_directory import publish_these
from tests.kg.lineage.test_lineage import DISTRICTS, LAST, NEW, OLD, said, turning
from tests.test_cli import run, sentence


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    documents = [said(code, year, name, date=f"{year + 1}-02-01") for code in DISTRICTS for year, name in ((2018, OLD), (2020, NEW))]
    return publish_these(tmp_path_factory.mktemp("lineage") / "graph", documents).path


def test_a_report_has_its_sections_names_side_by_side_and_its_foot(graph: Path) -> None:
    said_ = run("lineage", NEW, "--graph", graph).stdout
    places = [said_.index(words("en")[name]) for name in ("turns", "names", "leads", "shares", "forms", "notes")]
    assert said_.startswith(f"{NEW}\n") and places == sorted(places)
    assert "6 (100 %)" in said_ and words("en")["tempo"] not in said_  # it has no rows
    assert "| 2021 | 6 | 0 | 6 (100 %) | 0 |" in run("lineage", NEW, "--graph", graph, "--format", "md").stdout


def test_csv_holds_the_shares_and_the_foot_goes_to_stderr(graph: Path) -> None:
    done = run("lineage", OLD, "--graph", graph, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["year"], row["name"], row["share"]) for row in rows if row["share"] == "1.0"] == [("2019", OLD, "1.0"), ("2021", NEW, "1.0")]
    assert "reformkg: A first lead is often one region against none" in done.stderr


def test_one_table_in_any_format_and_in_a_file(graph: Path, tmp_path: Path) -> None:
    done = run("lineage", NEW, "--graph", graph, "--table", "leads", "--format", "jsonl")
    assert [json.loads(line)["for_good_both"] for line in done.stdout.splitlines()] == [2021, None]
    target = tmp_path / "names.csv"
    assert run("lineage", NEW, "--graph", graph, "--table", "names", "-o", target).exit_code == 0
    assert target.read_text(encoding="utf-8-sig").startswith("name,relation,turned")


def test_json_has_all_tables(graph: Path) -> None:
    told = json.loads(run("lineage", NEW, "--graph", graph, "--format", "json").stdout)
    assert (told["initiative"], told["names"], list(told["tables"])) == (NEW, [OLD, NEW, LAST], list(SECTIONS))


def test_a_year_to_look_from_a_span_and_a_subgraph(graph: Path) -> None:
    def names(*options: object) -> list[int]:
        done = run("lineage", NEW, "--graph", graph, "--table", "names", "--format", "json", *options)
        return [row["regions"] for row in json.loads(done.stdout)]

    assert names() == [6, 6, 0]
    assert names("--as-of", 2019) == [6, 0]  # nobody knew the last name then
    assert names("--years", "2020:2021") == [0, 6, 0]
    assert names("--region", "涪城区") == [1, 1, 0]
    assert names("--cypher", "MATCH (r:Region {name: '涪城区'}) RETURN r") == [1, 1, 0]
    assert names("--literal") == [6, 6, 0]


def test_chinese_headings_columns_and_notes(graph: Path) -> None:
    said_ = run("--lang", "zh", "lineage", NEW, "--graph", graph).stdout
    assert words("zh")["leads"] in said_ and "两者皆用地区中此后一直领先" in said_ and "首次领先往往是一个地区对零" in said_
    for table in lineage(turning(), NEW).tables.values():
        chinese = in_language(table, "zh").columns
        assert [one for one, other in zip(table.columns, chinese, strict=True) if one == other] == []


def test_wrong_use_is_one_sentence(graph: Path) -> None:
    assert f"nearest: {NEW}" in sentence(run("lineage", "一件事一次", "--graph", graph))
    assert "is no span of years" in sentence(run("lineage", NEW, "--graph", graph, "--years", "lately"))
    assert "no region in this graph is called 杭州市" in sentence(run("lineage", NEW, "--graph", graph, "--region", "杭州市"))
    assert "name a graph" in sentence(run("lineage", NEW))


def test_the_same_bytes_whatever_the_seed_of_hashes() -> None:
    script = (
        "import io\n"
        "from kg.lineage.lineage import lineage\nfrom kg.lineage.tables import SECTIONS\nfrom kg.sections import Report, write_sections\n"
        "from tests.kg.lineage.test_lineage import turning, NEW\nfrom tests.kg.lineage.test_tempo import spread, GRID\n"
        "for found in (lineage(turning(), NEW), lineage(spread(), GRID)):\n"
        "    stream = io.StringIO()\n"
        "    write_sections('', SECTIONS, found.tables, found.notes, Report(stream, 'md'))\n"
        "    print(stream.getvalue())"
    )
    outputs = {
        subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parents[3], env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
                       capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1 and b"gained" in outputs.pop()
