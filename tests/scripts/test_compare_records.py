"""Comparing the records of two versions: what counts as a difference, and what it exits with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "compare_records.py"


def record(file: str, **changed: Any) -> dict[str, Any]:
    document = {"title": "船山区2018年工作总结", "year": 2018}
    return {"file": file, "extractor": "1", "document": document, "regions": [], **changed}


def compared(folder: Path, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> subprocess.CompletedProcess[str]:
    paths = []
    for name, records in (("old", old), ("new", new)):
        path = folder / f"{name}.jsonl"
        path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
        paths.append(path)
    return subprocess.run([sys.executable, SCRIPT, *paths], capture_output=True, encoding="utf-8", cwd=folder)


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


def test_what_is_no_file_of_records_is_an_error_of_use(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, SCRIPT, tmp_path / "none", tmp_path / "none"], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 2
    assert done.stderr.startswith("compare_records: ")
