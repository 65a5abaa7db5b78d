"""Documents of the old format of Word and WPS: saved by LibreOffice, within limits, or refused with the way out."""

from __future__ import annotations

import http.server
import os
import threading
import time
from pathlib import Path

import pytest

from extractors.readers import is_old, read_bytes
from extractors.readers.formats import OLE
from extractors.readers.office import program, read_old, saved_anew
from extractors.readers.office_process import Costs
from extractors.source import NotHereError, ReadError
from tests.extractors.readers.test_rtf import REPORT
from tests.requirements import missing

OLD = Path(__file__).parent / "files" / "report.doc"
BROKEN = OLE + bytes(600)
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the program that stands in for LibreOffice is a shell script")


@pytest.fixture
def libreoffice() -> str:
    """The path of a real LibreOffice."""
    return program() or missing("libreoffice", "there is no LibreOffice here (apt install libreoffice-writer-nogui)")


def saved(tmp_path: Path, *said: str) -> list[Path | ReadError]:
    files = []
    for number, word in enumerate(said):
        files.append(tmp_path / f"{number}.doc")
        files[-1].write_bytes(OLE + word.encode())
    (tmp_path / "folder").mkdir()
    return saved_anew(files, tmp_path / "folder", Costs(seconds=1.0))


def test_one_process_saves_many(stand_in: Path, tmp_path: Path) -> None:
    found = saved(tmp_path, "good", "good", "bad", "good")
    assert [type(each).__name__ for each in found] == ["PosixPath", "PosixPath", "ReadError", "PosixPath"]
    assert str(found[2]).startswith("LibreOffice cannot read it: it is damaged, protected by a password, or no text")
    assert (stand_in / "runs").read_text() == "started\n"


@pytest.mark.parametrize("fault", ["hang", "die"])
def test_what_ends_the_program_or_keeps_it_costs_only_itself(
    stand_in: Path, tmp_path: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractors.readers.office_process._STARTUP", 3.0)
    found = saved(tmp_path, "good", fault, "good", fault, "bad")
    names = ["PosixPath", "NotHereError", "PosixPath", "NotHereError", "ReadError"]
    assert [type(each).__name__ for each in found] == names
    assert "came to no end on it" in str(found[1])
    assert (stand_in / "runs").read_text() == "started\n" * 3


def test_nothing_of_the_program_is_left_behind(
    stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractors.readers.office_process._STARTUP", 0.5)
    saved(tmp_path, "hang")
    for _ in range(50):
        if not (left := _processes_of(tmp_path)):
            break
        time.sleep(0.1)
    assert left == []


def _processes_of(folder: Path) -> list[str]:
    """The command lines of processes that name ``folder``."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        found += [command] if str(folder) in command else []
    return found


def test_where_there_is_no_libreoffice_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("extractors.readers.office.program", lambda: None)
    with pytest.raises(NotHereError, match=r"apt install libreoffice-writer-nogui.*save it as \.docx"):
        read_bytes(BROKEN, "报告.doc")


def test_which_files_are_old() -> None:
    assert is_old(BROKEN, "报告.doc") and is_old(BROKEN, "报告.wps") and is_old(BROKEN, "报告.docx")
    assert not is_old(OLE + "EncryptedPackage".encode("utf-16-le"), "报告.docx")
    assert not is_old("遂宁市".encode(), "报告.doc")


def test_what_is_only_called_doc_is_read_as_what_it_is() -> None:
    page = "<html><body><p>遂宁市2019年推行一网通办。</p></body></html>".encode()
    assert read_bytes(page, "报告.doc").text == "遂宁市2019年推行一网通办。\n"
    rich = b"{\\rtf1\\ansi\\ansicpg936 \\u36930?\\u23425?\\u24066?}"
    assert read_bytes(rich, "报告.doc").text == "遂宁市"
    with pytest.raises(ReadError, match=r"named \.doc, but is no Word document"):
        read_bytes("遂宁市".encode(), "报告.doc")


@pytest.mark.slow
def test_a_real_libreoffice_reads_the_old_format(libreoffice: str) -> None:
    source = read_old(OLD.read_bytes())
    assert source.text.splitlines() == REPORT


@pytest.mark.slow
def test_a_real_libreoffice_refuses_what_is_damaged_and_goes_on(libreoffice: str, tmp_path: Path) -> None:
    files = [tmp_path / "a.doc", OLD]
    files[0].write_bytes(BROKEN)
    (tmp_path / "folder").mkdir()
    first, second = saved_anew(files, tmp_path / "folder")
    assert isinstance(first, ReadError) and isinstance(second, Path)


@pytest.mark.slow
def test_a_real_libreoffice_asks_for_nothing_that_a_document_links_to(libreoffice: str, tmp_path: Path) -> None:
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - names that the server looks for

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        place = f"http://127.0.0.1:{server.server_address[1]}"
        linked = tmp_path / "a.doc"  # LibreOffice looks at the content, not at the ending
        linked.write_text(f'<html><body><p>good</p><img src="{place}/a.png"><link rel="stylesheet" href="{place}/a.css"></body></html>')
        (tmp_path / "folder").mkdir()
        saved_anew([linked], tmp_path / "folder")
        server.shutdown()
    assert asked == []
