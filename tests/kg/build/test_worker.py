"""One file in a worker: what cannot be read is refused, and a fault of ours is told apart from a broken file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.build.files import SourceFile
from kg.build.worker import documents_of


def refusals(path: Path) -> list[str | None]:
    found = documents_of(SourceFile(path.name, path), frozenset(), Counter())
    return [document.record.error for document in found]


def test_a_fault_of_ours_is_called_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes) -> None:
        raise KeyError("十")

    monkeypatch.setattr("extractors.readers.plain.read_plain", fail)
    (tmp_path / "通知.txt").write_text("推进改革。", encoding="utf-8")
    assert refusals(tmp_path / "通知.txt") == ["the extractor failed on it (KeyError: '十')"]


def test_a_broken_file_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "通知.docx").write_bytes(b"PK\x03\x04" + bytes(40))
    (refusal,) = refusals(tmp_path / "通知.docx")
    assert refusal is not None and "cut off or damaged" in refusal


def test_a_day_that_is_none_costs_nothing(tmp_path: Path) -> None:
    text = "成文日期：二〇二一年十十月八日\n\n遂宁市人民政府关于推行一网通办的通知\n各县区人民政府：\n现通知如下。\n"
    (tmp_path / "通知.txt").write_text(text, encoding="utf-8")
    assert refusals(tmp_path / "通知.txt") == [None]
