"""Files that cannot be read cost one sentence each, and nothing else."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from kg.disk import GraphDirectory
from tests.kg.records import NOTICE_TEXT, REPORT_TEXT
from tests.test_cli import process, run, sentence


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two good documents among everything that a folder may hold of bad ones."""
    root = tmp_path_factory.mktemp("bad") / "reports"
    root.mkdir()
    (root / "射洪.txt").write_text(REPORT_TEXT, encoding="utf-8")
    (root / "通知.md").write_text(NOTICE_TEXT, encoding="utf-16")
    (root / "空.txt").write_bytes(b"")
    (root / "程序.txt").write_bytes(bytes(range(256)) * 40)
    (root / "残.docx").write_bytes(_word()[:900])
    (root / "空白.pdf").write_bytes(_PDF)
    (root / "旧.ceb").write_bytes(b"Founder CEB 3.0" + bytes(600))
    (root / "长行.txt").write_bytes("一网通办".encode() * 1_750_000)
    (root / "图.png").write_bytes(b"\x89PNG")
    return root


BAD = ("空.txt", "程序.txt", "残.docx", "空白.pdf", "旧.ceb", "长行.txt")


_PDF = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")  # fmt: skip


def _word() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w:document>" + "一" * 2000)
    return buffer.getvalue()


@pytest.mark.slow
def test_bad_files_cost_one_sentence_each_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    done = process("build", folder, "-o", tmp_path / "g", LC_ALL="C")
    lines = done.stderr.decode("utf-8").splitlines()
    assert done.returncode == 1 and done.stdout == b""
    for name in BAD:
        assert len([line for line in lines if line.startswith(f"reformkg: {name}: ")]) == 1, lines
    assert "reformkg: passed over, since nothing here reads such files: .png 1" in lines
    assert not any("Traceback" in line for line in lines)
    counts = GraphDirectory(tmp_path / "g").manifest.counts
    assert (counts["documents"], counts["refused"]) == (2, 6)
    assert run("verify", tmp_path / "g").exit_code == 0


@pytest.mark.slow
def test_extract_prints_a_record_for_every_file(folder: Path) -> None:
    done = run("extract", folder, "--workers", "2")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 1
    assert [r["file"] for r in records] == sorted([*BAD, "射洪.txt", "通知.md"])
    assert {r["file"] for r in records if r["error"]} == set(BAD)


def test_nothing_readable_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    done = run("extract", tmp_path / "空.txt")
    assert done.exit_code == 2 and json.loads(done.stdout)["error"]
    assert run("build", tmp_path, "-o", tmp_path / "g").exit_code == 2


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "nowhere is not there" in sentence(run("build", tmp_path / "nowhere", "-o", tmp_path / "g"))
    assert "nowhere is not there" in sentence(run("extract", tmp_path / "nowhere"))


@pytest.mark.slow
def test_what_takes_too_long_is_told_and_read_by_a_build_that_allows_more(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "射洪.txt").write_text(REPORT_TEXT, encoding="utf-8")
    long = "射洪市2021年工作总结\n" + "我市推行“一网通办”改革，成效明显。\n" * 20_000
    (reports / "长.txt").write_text(long, encoding="utf-8")
    done = run("build", reports, "-o", tmp_path / "g", "--seconds", "1", "--retry")
    assert done.exit_code == 1
    assert "长.txt: it took longer than 1 s of the processor; in quarantine, the next build tries it again" in done.stderr
    assert "2 files, 0 refused, 1 in quarantine" in done.stderr
    done = run("build", reports, "-o", tmp_path / "g")
    assert done.exit_code == 0 and "2 files, 1 unchanged, 0 refused" in done.stderr
