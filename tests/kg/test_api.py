"""What ``kg`` gives to programmers."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg import InputError, ReformkgError, extract, extract_files

ROOT = Path(__file__).resolve().parents[2]


def test_type_checkers_and_python_are_told_the_same() -> None:
    tree = ast.parse(Path(kg.__file__).read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    typed = {(i.module, alias.name) for i in block.body if isinstance(i, ast.ImportFrom) for alias in i.names}
    assert typed == {(module, name) for module, names in kg._HOMES.items() for name in names}
    assert {name for _, name in typed} | {"__version__"} == set(kg.__all__)


@pytest.mark.parametrize("name", kg.__all__)
def test_every_name_is_there_and_is_the_one_of_its_module(name: str) -> None:
    found = getattr(kg, name)
    assert name in dir(kg)
    if name != "__version__":
        assert getattr(importlib.import_module(found.__module__), name) is found


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'open_grph'"):
        kg.open_grph  # noqa: B018


def test_every_error_is_of_the_one_root() -> None:
    errors = [name for name in kg.__all__ if name.endswith("Error")]
    assert len(errors) > 10 and all(issubclass(getattr(kg, name), ReformkgError) for name in errors)


def test_the_page_on_python_is_fresh_and_whole() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "write_api.py", "--check"], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert [name for name in kg.__all__ if name != "__version__" and f"`{name}`" not in page] == []


def test_a_table_has_a_record_for_each_row_and_is_no_document(tmp_path: Path) -> None:
    table = "标题,文号\n四川省人民政府关于推进放管服改革的意见,川府发〔2018〕15号\n遂宁市人民政府关于优化服务的通知,遂府发〔2019〕3号\n"
    (tmp_path / "policies.csv").write_text(table, encoding="utf-8")
    files = [record.file for record in extract_files(tmp_path)]
    assert files == ["policies.csv#1", "policies.csv#2"]
    with pytest.raises(InputError, match="each row is a document"):
        extract(table.encode(), "policies.csv")


def test_files_that_cannot_be_read_have_a_record_as_well(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("射洪市2020年工作总结\n推进“一网通办”。\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    first, second = extract_files([str(tmp_path / "a.txt"), tmp_path / "b.txt"])
    assert first.error is None and second.error == "it is empty"
    with pytest.raises(InputError, match="is not there"):
        next(extract_files(tmp_path / "c.txt"))
