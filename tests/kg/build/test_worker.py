"""One file in a worker: what cannot be read is refused, and a fault of ours is told apart from a broken file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractors.pipeline import Extractor
from extractors.record import Record
from extractors.source import SourceText
from kg.build import budget
from kg.build.budget import Limits, Overdue, deadline
from kg.build.files import find_files, hashed
from kg.build.parts import MakePart
from kg.build.source_file import SourceFile
from kg.build.worker import documents_of, extractor
from kg.disk.parts import Aside, read_errors, read_quarantine
from tests.kg.records import NOTICE_TEXT


@pytest.fixture(autouse=True)
def begun() -> None:
    """The extractor of this process, which reads a sentence when it is made, before a test breaks a reader."""
    extractor()


def refusals(path: Path) -> list[str | None]:
    found = documents_of(SourceFile(path.name, path), frozenset(), Aside())
    return [document.record.error for document in found]


@pytest.mark.parametrize(("error", "told"), [(KeyError("十"), "KeyError: '十'"), (SystemExit(3), "SystemExit: 3")])
def test_a_fault_of_ours_is_called_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, told: str
) -> None:
    def fail(data: bytes) -> None:
        raise error

    monkeypatch.setattr("extractors.readers.plain.read_plain", fail)
    (tmp_path / "通知.txt").write_text("推进改革。", encoding="utf-8")
    assert refusals(tmp_path / "通知.txt") == [f"the extractor failed on it ({told})"]


@pytest.mark.parametrize("error", [MemoryError(), Overdue(), PermissionError(13, "Permission denied")])
def test_a_limit_of_the_machine_is_no_fault_of_the_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(data: bytes) -> None:
        raise error

    (tmp_path / "通知.txt").write_text(NOTICE_TEXT, encoding="utf-8")
    (tmp_path / "别的.txt").write_text("船山区2019年工作总结\n我区推行一网通办。\n", encoding="utf-8")
    files = hashed(find_files([tmp_path]).files)
    task = MakePart(tmp_path, "1")
    with monkeypatch.context() as patched:
        patched.setattr("extractors.readers.plain.read_plain", fail)
        made = task(files, frozenset())
    assert made.refused == () and [one.input for one in made.quarantined] == ["别的.txt", "通知.txt"]
    assert [(item.documents, item.refused, item.quarantined) for item in made.inputs] == [(0, 0, 1)] * 2
    (part,) = tmp_path.glob("*.parquet")
    assert list(read_errors(part)) == [] and tuple(read_quarantine(part)) == made.quarantined


def test_what_ended_its_process_is_tried_again(tmp_path: Path) -> None:
    reports = tmp_path / "r"
    reports.mkdir()
    (reports / "通知.txt").write_text(NOTICE_TEXT, encoding="utf-8")
    (reports / "坏.txt").write_text("{", encoding="utf-8")
    files = hashed(find_files([reports]).files)
    made = MakePart(tmp_path, "1")(files, frozenset({"通知.txt"}))
    (one,) = made.quarantined
    assert one.file == "通知.txt" and one.reason.endswith("or a fault in a library")


def test_a_row_in_quarantine_costs_its_table_no_other_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "目录.csv"
    table.write_text("标题\n关于推行一网通办的通知\n关于推行河长制的通知\n", encoding="utf-8")
    usual = Extractor.row_record

    def slow(self: Extractor, row: SourceText, file: str, *given: Any) -> tuple[Record, str]:
        if file.endswith("#2"):
            raise Overdue
        return usual(self, row, file, *given)

    monkeypatch.setattr(Extractor, "row_record", slow)
    made = MakePart(tmp_path, "1")(hashed(find_files([tmp_path]).files), frozenset())
    (item,), (one,) = made.inputs, made.quarantined
    assert (item.documents, item.refused, item.quarantined) == (1, 0, 1)
    assert (one.input, one.file) == ("目录.csv", "目录.csv#2")


def test_a_document_is_given_up_after_seconds_of_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(budget._state, "limits", Limits(seconds=0.2))
    with pytest.raises(Overdue), deadline():
        while True:
            sum(range(1000))


def test_a_broken_file_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "通知.docx").write_bytes(b"PK\x03\x04" + bytes(40))
    (refusal,) = refusals(tmp_path / "通知.docx")
    assert refusal is not None and "cut off or damaged" in refusal


def test_a_day_that_is_none_costs_nothing(tmp_path: Path) -> None:
    text = "成文日期：二〇二一年十十月八日\n\n遂宁市人民政府关于推行一网通办的通知\n各县区人民政府：\n现通知如下。\n"
    (tmp_path / "通知.txt").write_text(text, encoding="utf-8")
    assert refusals(tmp_path / "通知.txt") == [None]
