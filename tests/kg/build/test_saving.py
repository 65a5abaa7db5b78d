"""Documents of the old format in a build: saved together by one process, in quarantine where no program is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.readers.formats import OLE
from extractors.readers.office import MISSING
from kg.build.files import find_files, hashed
from kg.build.parts import MadePart, MakePart
from kg.disk.parts import read_part
from tests.extractors.archives.packed import zipped

GOOD, BAD = OLE + b"good", OLE + b"bad"


def made(folder: Path, out: Path) -> MadePart:
    out.mkdir(exist_ok=True)
    with find_files([folder]) as found:
        return MakePart(out, "1")(hashed(found.files), frozenset())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.doc").write_bytes(GOOD)
    (tmp_path / "in" / "b.wps").write_bytes(BAD)
    (tmp_path / "in" / "c.txt").write_text("船山区2019年工作总结\n我区推行一网通办。\n", encoding="utf-8")
    (tmp_path / "in" / "d.zip").write_bytes(zipped({"e.doc": GOOD}))
    return tmp_path / "in"


def test_one_process_saves_those_of_a_part(folder: Path, tmp_path: Path, stand_in: Path) -> None:
    part = made(folder, tmp_path / "out")
    assert [(item.file, item.documents, item.refused, item.quarantined) for item in part.inputs] == [
        ("a.doc", 1, 0, 0), ("b.wps", 0, 1, 0), ("c.txt", 1, 0, 0), ("d.zip/e.doc", 1, 0, 0)
    ]  # fmt: skip
    assert (stand_in / "runs").read_text() == "started\n"
    texts = {document.record.file: document.text for document in read_part(tmp_path / "out" / part.name)}
    assert texts["a.doc"] == texts["d.zip/e.doc"] == "遂宁市2019年推行一网通办。"
    records = {document.record.file: document.record for document in read_part(tmp_path / "out" / part.name)}
    hashes = {item.file: item.sha256 for item in part.inputs}
    assert records["a.doc"].sha256 == hashes["a.doc"], "the hash is that of the file, not of what was made of it"


def test_without_the_program_they_are_in_quarantine_and_the_rest_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractors.readers.office.program", lambda: None)
    part = made(folder, tmp_path / "out")
    assert [(one.file, one.reason) for one in part.quarantined] == [
        ("a.doc", MISSING), ("b.wps", MISSING), ("d.zip/e.doc", MISSING)
    ]  # fmt: skip
    assert [item.documents for item in part.inputs] == [0, 0, 1, 0]
