"""Which reader takes a file, which files a walk takes, and what is refused before any reader."""

from __future__ import annotations

import importlib
import io
import zipfile
from pathlib import Path

import pytest

from extractors.readers import MAX_BYTES, MAX_CHARS, is_expected, is_readable, read_bytes, read_path
from extractors.readers.formats import FORMATS, Format, format_of
from extractors.source import ReadError

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)


@pytest.mark.parametrize("name", ["甲.txt", "b.MD", "c.markdown", "d.html", "e.HTM", "f.docx", "g.pdf", "2021/h.txt", "i.doc", "j.WPS", "k.rtf", "l.odt",
                                  "m.ofd", "n.eml"])  # fmt: skip
def test_a_walk_takes(name: str) -> None:
    assert is_readable(name)


@pytest.mark.parametrize("name", ["a.rar", "b.xlsx", "c.png", "txt", "~$d.docx", ".e.txt", "f.txt.bak"])
def test_a_walk_leaves(name: str) -> None:
    assert not is_readable(name)


@pytest.mark.parametrize("name", ["a.rar", "b.7Z", "c.gz", "d.ceb", "e.caj", "f.et", "g.ods", "h.pptx"])
def test_a_walk_tells_of(name: str) -> None:
    assert is_expected(name)
    assert not is_readable(name)


@pytest.mark.parametrize("name", ["a.png", "b.zip", "c.docx", "~$d.ppt", ".e.rar"])
def test_a_walk_tells_nothing_of(name: str) -> None:
    assert not is_expected(name)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.module)
def test_every_format_has_its_reader(form: Format) -> None:
    assert callable(getattr(importlib.import_module(f"extractors.readers.{form.module}"), form.function))
    assert all(format_of(suffix) is form for suffix in form.suffixes)


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.txt", "empty"),
        (b" \r\n\n", "a.md", "empty"),
        (b"\xef\xbb\xbf", "a.txt", "no text"),
        (b"MZ\x90\x00\x03\x00\x00\x00" + bytes(range(256)) * 4, "a.txt", "binary"),
        (bytes(range(1, 256)) * 8, "a.txt", "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "a.txt", "picture"),
        (b"Rar!", "a.rar", "unar FILE"),
        (b"Founder CEB 3.0", "a.ceb", "print it as PDF"),
        (OLE, "a.et", r"save it as \.xlsx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "password"),
        ("文字".encode(), "a.docx", "no Word document"),
        ("文字".encode(), "a.pdf", "no PDF"),
        ("文字".encode(), "a.csv", r"files of the kind \.csv"),
        ("文字".encode(), "README", "without an ending"),
    ],
)
def test_refused_with_a_sentence(data: bytes, name: str, message: str) -> None:
    with pytest.raises(ReadError, match=message) as caught:
        read_bytes(data, name)
    assert name not in str(caught.value)


def test_too_large_a_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(ReadError, match="more than 64 MB"):
        read_path(path)


@pytest.mark.parametrize("data", ["改革".encode() * (MAX_CHARS // 2 + 1), "改".encode("gbk") * (MAX_CHARS + 1)])
def test_too_long_a_line_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="more than 5,000,000"):
        read_bytes(data, "a.txt")


def test_a_missing_file_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be opened") as caught:
        read_path(tmp_path / "no.txt")
    assert str(tmp_path) not in str(caught.value)


def test_the_bytes_come_with_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("改革\r\n".encode("gbk"))
    data, source = read_path(path)
    assert data == "改革\r\n".encode("gbk")
    assert source.text == "改革\n"


def test_the_content_decides_before_the_name() -> None:
    page = "<!DOCTYPE html><html><body><p>推进政务服务改革。</p></body></html>".encode()
    for name in ("a.txt", "a.docx", "a.pdf"):
        assert read_bytes(page, name).text == "推进政务服务改革。\n"
    assert read_bytes("第一行\n第二行".encode(), "a.html").text == "第一行\n第二行"


@pytest.mark.parametrize("name", ["通知.txt", "通知.md", "通知.html"])
@pytest.mark.parametrize("day", ["二〇二一年十十月八日", "二〇二一年百月八日", "2021年13月40日", "二〇二一年", "年月日", "²"])
def test_a_day_that_is_none_does_not_cost_the_document(name: str, day: str) -> None:
    source = read_bytes(f"成文日期：{day}\n\n清源市人民政府关于推进改革的通知\n各区县人民政府：\n现通知如下。\n".encode(), name)
    assert "推进改革" in source.text
    assert "date" not in source.metadata


def test_an_empty_page_is_refused() -> None:
    with pytest.raises(ReadError, match="empty or damaged"):
        read_bytes(b"<!DOCTYPE html>", "a.html")


def test_a_fault_of_a_reader_is_not_laid_on_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes) -> None:
        raise KeyError("十")

    monkeypatch.setattr("extractors.readers.plain.read_plain", fail)
    with pytest.raises(KeyError):
        read_bytes("推进改革。".encode(), "a.txt")


def test_another_archive_is_no_word_document() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(ReadError, match="no Word document"):
        read_bytes(packed.getvalue(), "a.docx")
