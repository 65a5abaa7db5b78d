"""``reformkg shares``, on the graph of hand-made documents."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from cypher.output import in_language
from kg.disk import GraphDirectory
from kg.shared_text.shares import shares
from kg.tracing.notes import words
from tests.kg.disk.test_directory import publish_these
from tests.kg.shared_text.test_shares import ALIKE, LONG, OTHER, wrote
from tests.test_cli import ROOT, run, sentence


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    documents = [wrote("510903", 2016, LONG, OTHER, rivers=True), wrote("510904", 2018, LONG), wrote("510921", 2019, ALIKE, OTHER, rivers=True)]
    return publish_these(tmp_path_factory.mktemp("shares") / "graph", documents).path


def test_a_report_of_documents_and_sentences(graph: Path) -> None:
    said = run("shares", "--graph", graph).stdout
    assert said.startswith("graph\n") and said.index(words("en")["pairs"]) < said.index(words("en")["sentences"])
    assert "2 pairs of sentences" in said and "--similar finds those that are much alike" in said
    assert f"| {LONG} | {LONG} |" in run("shares", "--graph", graph, "--format", "md").stdout


def test_csv_holds_the_sentences_and_alike_ones_on_request(graph: Path, tmp_path: Path) -> None:
    done = run("shares", "--graph", graph, "--similar", "0.8", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert sorted((row["region"], row["other_region"], row["similarity"]) for row in rows) == [
        ("安居区", "蓬溪县", "0.886"), ("船山区", "安居区", "1.0"), ("船山区", "蓬溪县", "0.886"), ("船山区", "蓬溪县", "1.0")
    ]  # fmt: skip
    assert "a share of 0.8 or more" in done.stderr
    target = tmp_path / "pairs.json"
    assert run("shares", "--graph", graph, "--table", "pairs", "-o", target).exit_code == 0
    assert [row["sentences"] for row in json.loads(target.read_text(encoding="utf-8"))] == [1, 1]


def test_what_narrows_it(graph: Path) -> None:
    def told(*options: object) -> list[str]:
        done = run("shares", "--graph", graph, "--table", "sentences", "--format", "json", *options)
        return [row["sentence"] for row in json.loads(done.stdout)]

    assert told() == [LONG, OTHER]
    assert told("--initiative", "河长制") == told("--region", "蓬溪县") == [OTHER]
    assert told("--years", "2016:2018") == told("--as-of", 2019) == [LONG]


def test_chinese_headings_and_columns(graph: Path) -> None:
    assert words("zh")["pairs"] in run("--lang", "zh", "shares", "--graph", graph).stdout
    directory = GraphDirectory(graph)
    for table in shares(directory, directory).tables.values():
        chinese = in_language(table, "zh").columns
        assert [one for one, other in zip(table.columns, chinese, strict=True) if one == other] == []


def test_wrong_use_is_one_sentence(graph: Path) -> None:
    assert "nearest: 河长制" in sentence(run("shares", "--graph", graph, "--initiative", "河长志"))
    assert "no region in this graph is called 安居县; nearest: 安居区" in sentence(run("shares", "--graph", graph, "--region", "安居县"))
    assert "0.3 is not in the range" in sentence(run("shares", "--graph", graph, "--similar", "0.3"))
    assert "name a graph" in sentence(run("shares"))


def test_the_same_bytes_whatever_the_seed_of_hashes(graph: Path) -> None:
    command = [sys.executable, "cli.py", "shares", "--graph", str(graph), "--similar", "0.7", "--format", "json"]
    outputs = {
        subprocess.run(command, cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout for seed in ("1", "2")
    }
    assert len(outputs) == 1 and LONG.encode() in outputs.pop()
