"""``reformkg sources`` and ``--sources``: a list made, corrected in a cell, given back; what is read in part is told."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

import cli
from scripts.support.tiny_pdf import tiny_pdf


def run(*arguments: object) -> Result:
    environment = {"REFORMKG_GRAPH": "", "LC_ALL": "C", "LANG": "en"}
    return CliRunner(env=environment).invoke(cli.main, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "r"
    made.mkdir()
    (made / "a.txt").write_text("西充县2019年法治政府建设工作情况\n2019年，全县推行河长制。\n", encoding="utf-8")
    (made / "b.txt").write_text("全县推行林长制，各级设立总林长。\n", encoding="utf-8")
    return made


def test_a_list_is_made_corrected_and_given_back(folder: Path, tmp_path: Path) -> None:
    made = run("sources", folder, "-o", tmp_path / "list.xlsx")
    assert (made.exit_code, made.stdout) == (0, "")
    assert made.stderr.endswith("list.xlsx: 2 documents, 1 with cells to look at; give it back with --sources\n")
    book = openpyxl.load_workbook(tmp_path / "list.xlsx")
    book.worksheets[0]["B3"], book.worksheets[0]["C3"] = "南部县", 2020
    book.save(tmp_path / "list.xlsx")
    done = run("extract", folder, "--sources", tmp_path / "list.xlsx")
    heads = [json.loads(line)["document"] for line in done.stdout.splitlines()]
    assert done.stderr == ""
    assert [(head["region"], head["year"]) for head in heads] == [("511325", 2019), ("511321", 2020)]
    assert [head["evidence"]["region"]["from"] for head in heads] == ["text", "sources"]
    built = run("build", folder, "-o", tmp_path / "g", "--sources", tmp_path / "list.xlsx", "--workers", 1)
    assert built.exit_code == 0 and "tell no region" not in built.stderr


def test_what_a_list_leaves_out_is_told_and_what_it_cannot_mean_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_text("文件,地区\na.txt,西充县\nc.txt,西充县\n", encoding="utf-8")
    done = run("extract", folder, "--sources", tmp_path / "l.csv")
    assert "l.csv: 1 of 2 lines name no file that is read: line 3 c.txt" in done.stderr
    assert "l.csv: 1 of 2 files have no line in it: b.txt" in done.stderr
    (tmp_path / "l.csv").write_text("文件,地区\na.txt,鼓楼区\n", encoding="utf-8")
    wrong = run("build", folder, "-o", tmp_path / "g", "--sources", tmp_path / "l.csv")
    assert (wrong.exit_code, wrong.stdout) == (2, "") and "line 2: 鼓楼区 may be 320106" in wrong.stderr


def test_a_list_is_written_as_a_table(folder: Path, tmp_path: Path) -> None:
    wrong = run("sources", folder, "-o", tmp_path / "list.docx")
    assert wrong.exit_code == 2 and "written as .xlsx or .csv" in wrong.stderr
    made = run("--lang", "zh", "sources", folder, "-o", tmp_path / "清单.csv")
    assert made.exit_code == 0
    assert (tmp_path / "清单.csv").read_text("utf-8-sig").startswith("文件,地区,年份,")


def test_what_is_read_in_part_is_told_and_kept(tmp_path: Path) -> None:
    picture = b"q 500 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "2019_西充县.pdf").write_bytes(tiny_pdf([[(80, 700, "西充县推行河长制。")], picture, picture]))
    says = "2019_西充县.pdf: read in part: pages 2-3 hold no text (scanned)"
    extracted = run("extract", tmp_path / "r")
    assert says in extracted.stderr
    assert json.loads(extracted.stdout)["unread"] == ["pages 2-3 hold no text (scanned)"]
    assert says in run("build", tmp_path / "r", "-o", tmp_path / "g", "--workers", 1).stderr
    asked = run("query", "MATCH (d:Document) RETURN d.unread AS u", "--graph", tmp_path / "g", "--format", "jsonl")
    assert json.loads(asked.stdout) == {"u": ["pages 2-3 hold no text (scanned)"]}


def test_the_columns_that_a_catalogue_has_in_vain_are_told(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("标题,地区,备注\n关于推行河长制的通知,鼓楼区,x\n", encoding="utf-8")
    for done in (
        run("extract", tmp_path / "p.csv"),
        run("build", tmp_path / "p.csv", "-o", tmp_path / "g", "--workers", 1),
    ):
        assert "p.csv: not used: column 备注 (--map FIELD=COLUMN names a column)" in done.stderr
        assert "p.csv: 1 row read in part:\n  #1 地区: 鼓楼区 may be 320106" in done.stderr


@pytest.mark.parametrize("seconds", [1.5, 4])
def test_an_interrupt_ends_all_processes_without_a_traceback(tmp_path: Path, seconds: float) -> None:
    (tmp_path / "r").mkdir()
    for number in range(600):
        text = "西充县2019年工作总结\n" + f"2019年，全县推行河长制，办理事项{number}件。\n" * 200
        (tmp_path / "r" / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "kg", "extract", str(tmp_path / "r"), "-o", str(tmp_path / "x.jsonl")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=60)[1].decode()
    assert (process.returncode, said.strip()) == (130, "reformkg: interrupted")
    assert not (tmp_path / "x.jsonl").exists()
