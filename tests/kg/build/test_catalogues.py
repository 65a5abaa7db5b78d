"""Tables of policy titles in extract and build: rows as documents, columns by --map, what is left out or refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

import cli
from kg.build.build import build_graph
from kg.disk import GraphDirectory
from kg.verify import verify

HEADER = "标题,发文字号,成文日期,链接"
ROWS = [
    "遂宁市人民政府关于推行一网通办的通知,遂府函〔2019〕9912号,2019-05-08,https://example.org/1",
    "一图读懂一网通办,,2019-06-01,https://example.org/2",
    "四川省人民政府关于同意设立示例工业园区的批复,川府函〔2020〕9934号,2020/3/1,https://example.org/3",
    "遂宁市人民政府办公室关于印发《遂宁市深化“证照分离”改革实施方案》的通知,遂府办函〔2019〕9915号,2019-08-01,",
]


def run(*arguments: object) -> Result:
    environment = {"REFORMKG_GRAPH": "", "LC_ALL": "C", "LANG": "en"}
    return CliRunner(env=environment).invoke(cli.main, [str(a) for a in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a catalogue and a notice."""
    made = tmp_path / "r"
    made.mkdir()
    (made / "policies.csv").write_text("\n".join([HEADER, *ROWS]), encoding="utf-8-sig")
    (made / "总结.txt").write_text("遂宁市2019年工作总结\n我市推行一网通办。\n", encoding="utf-8")
    return made


def contents(path: Path) -> dict[str, bytes]:
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}


def test_each_row_is_a_record_and_what_is_no_policy_is_counted(folder: Path) -> None:
    done = run("extract", folder)
    assert done.exit_code == 0
    records = {record["file"]: record for record in map(json.loads, done.stdout.splitlines())}
    assert list(records) == ["policies.csv#1", "policies.csv#3", "policies.csv#4", "总结.txt"]
    first = records["policies.csv#1"]["document"]
    assert (first["issuer"], first["region"], first["year"], first["number"]) == (
        "遂宁市人民政府", "510900", 2019, "遂府函〔2019〕9912号",
    )  # fmt: skip
    assert done.stderr == "reformkg: policies.csv: 1 titles that are no policies left out\n"


def test_rows_become_documents_policies_and_what_their_titles_state(folder: Path, tmp_path: Path) -> None:
    report = build_graph([folder], tmp_path / "g", workers=1)
    assert report.left_out == {"policies.csv": 1} and report.directory is not None
    graph = report.directory.graph
    assert {e.end for e in graph.relationships("TEXT_OF")} == {
        "policy/遂府函〔2019〕9912号", "policy/川府函〔2020〕9934号", "policy/遂府办函〔2019〕9915号"
    }  # fmt: skip
    reply = graph.node("policy/川府函〔2020〕9934号")
    assert reply and reply.properties["date"] == "2020-03-01"
    assert {(e.start, e.end) for e in graph.relationships("CONCERNS")} >= {
        ("policy/遂府函〔2019〕9912号", "initiative/一网通办"),
        ("policy/遂府办函〔2019〕9915号", "initiative/证照分离"),
    }
    assert {e.end for e in graph.relationships("APPLIES_TO")} == {"region/510900/遂宁市", "region/510000/四川省"}
    assert verify(report.directory, [folder]).findings == []


def test_a_catalogue_that_did_not_change_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    build_graph([folder], tmp_path / "g", workers=1)
    before = contents(tmp_path / "g")
    again = build_graph([folder], tmp_path / "g", workers=1)
    assert (again.files, again.reused, again.left_out) == (2, 2, {"policies.csv": 1})
    assert contents(tmp_path / "g") == before
    (folder / "另.txt").write_text("船山区2019年工作总结\n我区推行一网通办。\n", encoding="utf-8")
    more = build_graph([folder], tmp_path / "g", workers=1)
    assert (more.reused, more.left_out) == (2, {"policies.csv": 1})
    build_graph([folder], tmp_path / "fresh", workers=2)
    assert contents(tmp_path / "g") == contents(tmp_path / "fresh")


def test_a_changed_catalogue_gives_what_a_fresh_build_gives(folder: Path, tmp_path: Path) -> None:
    build_graph([folder], tmp_path / "g", workers=1)
    (folder / "policies.csv").write_text("\n".join([HEADER, ROWS[3], ROWS[0]]), encoding="utf-8-sig")
    again = build_graph([folder], tmp_path / "g", workers=1)
    assert (again.reused, again.left_out) == (1, {})
    build_graph([folder], tmp_path / "fresh", workers=1)
    assert contents(tmp_path / "g") == contents(tmp_path / "fresh")


def test_equal_rows_are_one_document_with_several_paths(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "policies.csv", folder / "again.csv")
    directory = build_graph([folder], tmp_path / "g", workers=1).directory
    assert directory is not None and directory.manifest.counts["documents"] == 4
    paths = {tuple(n.properties["paths"]) for n in directory.graph.nodes("Document")}
    assert ("again.csv#1", "policies.csv#1") in paths


def test_columns_by_map(tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    book = openpyxl.Workbook()
    for row in (["文件全称", "字"], ["遂宁市人民政府关于推行一网通办的通知", "遂府函〔2019〕9912号"]):
        book.active.append(row)
    book.save(tmp_path / "r" / "表.xlsx")
    refused = run("build", tmp_path / "r", "-o", tmp_path / "g")
    assert refused.exit_code == 2
    assert "表.xlsx: it has no column of titles (its columns: 文件全称, 字); name it with --map title=COLUMN" in refused.stderr
    mapped = run("build", tmp_path / "r", "-o", tmp_path / "g", "--map", "title=文件全称", "--map", "number=字")
    assert mapped.exit_code == 0, mapped.stderr
    (item,) = GraphDirectory(tmp_path / "g").manifest.inputs
    assert item.columns == ("number=字", "title=文件全称")
    assert [e.end for e in GraphDirectory(tmp_path / "g").graph.relationships("TEXT_OF")] == ["policy/遂府函〔2019〕9912号"]
    other = build_graph([tmp_path / "r"], tmp_path / "g", workers=1, columns={"title": "文件全称"})
    assert other.reused == 0


def test_a_table_of_something_else_is_refused_and_the_rest_is_read(folder: Path) -> None:
    (folder / "gdp.csv").write_text("year,value\n2019,3\n", encoding="utf-8")
    (folder / "bad.jsonl").write_text('{"标题": "遂宁市人民政府关于推行一网通办的通知"}\n{\n', encoding="utf-8")
    done = run("extract", folder)
    assert done.exit_code == 1
    assert "gdp.csv: it has no column of titles (its columns: year, value)" in done.stderr
    assert "bad.jsonl#2: its line 2 is no JSON" in done.stderr
    assert "2 of 7 documents could not be read" in done.stderr


def test_a_map_that_names_no_field_is_wrong_use(folder: Path) -> None:
    for pair in ("titel=文件全称", "title", "title="):
        done = run("extract", folder, "--map", pair)
        assert done.exit_code == 2 and f"--map {pair} names no column" in done.stderr


def test_the_text_of_a_row_is_that_of_its_record(folder: Path) -> None:
    shown = run("text", folder / "policies.csv#4")
    assert shown.exit_code == 0 and shown.stdout.rstrip("\n") == ROWS[3].replace(",", "\t").rstrip("\n")
    records = [json.loads(line) for line in run("extract", folder / "policies.csv").stdout.splitlines()]
    mention = records[-1]["initiatives"][0]["mentions"][0]
    assert shown.stdout[mention["start"] : mention["end"]] == mention["surface"] == "证照分离"
    for name, says in (("policies.csv#9", "it has no row 9"), ("policies.csv", "name one, such as policies.csv#1")):
        wrong = run("text", folder / name)
        assert wrong.exit_code == 2 and says in wrong.stderr
    assert run("text", folder / "none.csv#1").exit_code == 2


def test_a_number_that_is_anothers_joins_no_policies(tmp_path: Path) -> None:
    rows = [
        "四川省人民政府办公厅关于推行一网通办的意见,川办发〔2019〕9901号,2019-05-08,",
        "遂宁市大数据局关于做好一网通办工作的通知,川办发〔2019〕9901号,2019-08-01,",
    ]
    (tmp_path / "a.csv").write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    directory = build_graph([tmp_path / "a.csv"], tmp_path / "g", workers=1).directory
    assert directory is not None
    assert {e.end for e in directory.graph.relationships("TEXT_OF")} == {
        "policy/川办发〔2019〕9901号",
        "policy/遂宁市大数据局/遂宁市大数据局关于做好一网通办工作的通知",
    }
    (conflict,) = [c for c in directory.conflicts() if c.kind == "policy.issuer"]
    assert conflict.values == ("四川省人民政府办公厅", "遂宁市大数据局")
    assert verify(directory).findings == []
