"""One file in a worker: what cannot be read is refused, and a fault of ours is told apart from a broken file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.build.budget import Overdue, deadline
from kg.build.files import SourceFile, find_files, hashed
from kg.build.parts import MakePart
from kg.build.worker import documents_of
from kg.disk.parts import read_again
from tests.kg.records import NOTICE_TEXT


def refusals(path: Path) -> list[str | None]:
    found = documents_of(SourceFile(path.name, path), frozenset(), Counter())
    return [document.record.error for document in found]


def test_a_fault_of_ours_is_called_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes) -> None:
        raise KeyError("十")

    monkeypatch.setattr("extractors.readers.plain.read_plain", fail)
    (tmp_path / "通知.txt").write_text("推进改革。", encoding="utf-8")
    assert refusals(tmp_path / "通知.txt") == ["the extractor failed on it (KeyError: '十')"]


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
    assert all(message.endswith("; the next build tries it again") for _, message in made.refused)
    (part,) = tmp_path.glob("*.parquet")
    assert read_again(part) == {"通知.txt", "别的.txt"}


def test_what_ended_its_process_is_tried_again(tmp_path: Path) -> None:
    reports = tmp_path / "r"
    reports.mkdir()
    (reports / "通知.txt").write_text(NOTICE_TEXT, encoding="utf-8")
    (reports / "坏.txt").write_text("{", encoding="utf-8")
    files = hashed(find_files([reports]).files)
    made = MakePart(tmp_path, "1")(files, frozenset({"通知.txt"}))
    assert dict(made.refused)["通知.txt"].endswith("or a fault in a library; the next build tries it again")
    (part,) = tmp_path.glob("*.parquet")
    assert read_again(part) == {"通知.txt"}


def test_a_document_is_given_up_after_seconds_of_the_processor() -> None:
    with pytest.raises(Overdue), deadline(0.2):
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
