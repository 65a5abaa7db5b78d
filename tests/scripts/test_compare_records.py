"""Comparing the records of two versions: what counts as a difference, and what it exits with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from extractors.record.record import VERSION
from kg.disk import GraphDirectory
from kg.disk.parts import PART_COLUMNS
from kg.disk.rows import read_rows, write_rows
from tests.kg.disk.test_directory import publish

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "compare_records.py"
FIRST = f'{{"version":{VERSION},'  # what a stored record begins with


def record(file: str, **changed: Any) -> dict[str, Any]:
    document = {"title": "船山区2018年工作总结", "year": 2018}
    return {"file": file, "extractor": "1", "document": document, "regions": [], **changed}


def compared(
    folder: Path, old: list[dict[str, Any]], new: list[dict[str, Any]], *options: str
) -> subprocess.CompletedProcess[str]:
    paths = []
    for name, records in (("old", old), ("new", new)):
        path = folder / f"{name}.jsonl"
        path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
        paths.append(path)
    return subprocess.run([sys.executable, SCRIPT, *paths, *options], capture_output=True, encoding="utf-8", cwd=folder)


def test_the_extractors_version_is_no_difference(tmp_path: Path) -> None:
    done = compared(tmp_path, [record("a")], [record("a", extractor="2")])
    assert (done.returncode, done.stdout) == (0, "1 and 1 records, 0 differ\n")


def test_a_changed_field_and_an_added_entry_are_named(tmp_path: Path) -> None:
    old = [record("a"), record("b")]
    new = [record("a", document={"title": "船山区2018年工作总结", "year": 2019}), record("b", regions=[{"code": "510903"}])]
    done = compared(tmp_path, old, new)
    assert done.returncode == 1
    assert "a document.year\n  - 2018\n  + 2019" in done.stdout
    assert 'b regions\n  - "(missing)"\n  + {"code": "510903"}' in done.stdout
    assert "2 and 2 records, 2 differ\n  document.year: 1\n  regions: 1\n" in done.stdout


def test_a_record_that_is_gone_and_fields_in_another_order_are_differences(tmp_path: Path) -> None:
    turned = record("a", document={"year": 2018, "title": "船山区2018年工作总结"})
    done = compared(tmp_path, [record("a"), record("b")], [turned])
    assert done.returncode == 1
    assert "a document (order of fields)" in done.stdout
    assert "2 and 1 records, 2 differ" in done.stdout


def test_ignored_fields_are_compared_at_no_depth(tmp_path: Path) -> None:
    old = [record("a", regions=[{"code": "510903"}])]
    document = {"title": "船山区2018年工作总结", "url": "https://example.test/1", "year": 2018}
    new = [{"version": 1} | record("a", document=document, regions=[{"code": "510903", "name": "船山区"}])]
    assert "document.url: 1\n  regions.name: 1\n  version: 1\n" in compared(tmp_path, old, new).stdout
    done = compared(tmp_path, old, new, "--ignore", "version", "--ignore", "document.url", "--ignore", "regions.name")
    assert (done.returncode, done.stdout) == (0, "1 and 1 records, 0 differ\n")


def test_graphs_are_compared_by_their_records_as_stored_and_by_their_hash(tmp_path: Path) -> None:
    for name in ("old", "new"):
        publish(tmp_path / name)
    (part,) = GraphDirectory(tmp_path / "old").part_paths()
    rows = [{**row, "record": row["record"].replace(FIRST, "{", 1)} for row in read_rows(part)]
    write_rows(part, PART_COLUMNS, rows)
    command = [sys.executable, SCRIPT, tmp_path / "old", tmp_path / "new", "--show", "0"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=tmp_path)
    assert done.returncode == 1 and done.stdout.startswith("4 and 4 records, 4 differ\n  version: 4\ngraphs are equal: ")
    done = subprocess.run([*command, "--ignore", "version"], capture_output=True, encoding="utf-8", cwd=tmp_path)
    assert done.returncode == 0 and done.stdout.startswith("4 and 4 records, 0 differ\ngraphs are equal: ")


def test_what_is_no_file_of_records_is_an_error_of_use(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, SCRIPT, tmp_path / "none", tmp_path / "none"], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 2
    assert done.stderr.startswith("compare_records: ")
