"""Which reader takes a file: its first bytes decide, then its name."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from pathlib import Path, PurePath

from extractors.readers.decoding import utf16_order
from extractors.source import ReadError, SourceText

MAX_BYTES = 64 << 20
"""Size in bytes beyond which a file is refused unread."""
MAX_CHARS = 5_000_000
"""Length in characters beyond which a text is refused: some thousand pages, so no single document."""

_READERS = {
    ".txt": ("plain", "read_plain"),
    ".md": ("markdown", "read_markdown"),
    ".markdown": ("markdown", "read_markdown"),
    ".html": ("page", "read_page"),
    ".htm": ("page", "read_page"),
    ".docx": ("word", "read_word"),
    ".pdf": ("pdf", "read_pdf"),
}
SUFFIXES = tuple(_READERS)
"""The endings, in lower case, of the files that can be read."""

_HEAD = 1 << 16  # bytes that are looked at to know a format
_TAG = re.compile(rb"<[a-zA-Z!/]")
_TEXT_CONTROLS = frozenset((0, 9, 10, 12, 13, 26, 27))  # NUL is looked at apart
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = (
    (b"{\\rtf", "rich text (RTF); save it as .docx"),
    (b"\x89PNG", "a picture; recognise its characters (OCR) first"),
    (b"\xff\xd8\xff", "a picture; recognise its characters (OCR) first"),
    (b"GIF8", "a picture; recognise its characters (OCR) first"),
    (b"\x1f\x8b", "packed (gzip); unpack it first"),
    (b"Rar!", "packed (RAR); unpack it first"),
    (b"7z\xbc\xaf", "packed (7-Zip); unpack it first"),
)
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<!doctype\s{1,9}html|<html)", re.IGNORECASE)


def is_readable(name: str) -> bool:
    """Whether a folder walk takes the file ``name``: a known ending, and no hidden or lock file (``.x``, ``~$x``)."""
    path = PurePath(name)
    return path.suffix.lower() in _READERS and not path.name.startswith((".", "~$"))


def read_path(path: Path) -> tuple[bytes, SourceText]:
    """The bytes of a file, for their hash, and the document in them.

    Raises:
        ReadError: as ``read_bytes``, or the file cannot be opened.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise ReadError(f"it cannot be opened ({error.strerror or type(error).__name__})") from error
    if size > MAX_BYTES:
        raise ReadError(_too_large(size))
    return data, read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> SourceText:
    """The document in ``data``, the content of a file called ``name``.

    A PDF, a Word document and a web page are known by their first bytes whatever their name says; the rest by the name.
    Each reader turns its library's errors on a broken file into a ReadError; any other error is a fault of the reader.

    Raises:
        ReadError: nothing in it, too large, damaged, encrypted, in no known format or encoding, or without text. The
            message is one sentence without the path.
    """
    if len(data) > MAX_BYTES:
        raise ReadError(_too_large(len(data)))
    if not data.strip(b" \t\r\n\0"):
        raise ReadError("it is empty")
    module, function = _READERS[_suffix(data, name)]
    reader: Callable[[bytes], SourceText] = getattr(importlib.import_module(f"extractors.readers.{module}"), function)
    source = reader(data)
    if not source.text.strip():
        raise ReadError("it holds no text")
    if len(source.text) > MAX_CHARS:
        raise ReadError(
            f"its text has {len(source.text):,} characters, more than {MAX_CHARS:,}; split it into documents"
        )
    return source


def _too_large(size: int) -> str:
    return f"it has {size / (1 << 20):.0f} MB, more than {MAX_BYTES >> 20} MB; split it into documents"


def _suffix(data: bytes, name: str) -> str:
    """The ending of the format that ``data`` is in."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise ReadError("the Word document is protected by a password; save it without one")
        raise ReadError("it is in the old format of Word or WPS (.doc); save it as .docx")
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise ReadError(f"it is {what}")
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return ".docx"
    suffix = PurePath(name).suffix.lower()
    if suffix == ".pdf":
        raise ReadError("it is named .pdf, but is no PDF, or its beginning is lost; get the file anew")
    if _PAGE.match(data):
        return ".html"
    if suffix == ".docx":
        raise ReadError("it is named .docx, but is no Word document, or its beginning is lost; get the file anew")
    if suffix in (".html", ".htm") and not _TAG.search(data[:_HEAD].replace(b"\0", b"")):
        suffix = ".txt"  # a text that was only named so: its line ends mean something
    if suffix not in _READERS:
        raise ReadError(
            f"files of the kind {suffix or 'without an ending'} are not read; known are {', '.join(SUFFIXES)}"
        )
    _refuse_binary(data)
    if not suffix.startswith(".htm"):
        _refuse_long(data)
    return suffix


def _refuse_binary(data: bytes) -> None:
    """Refuse what is no text in any encoding: control bytes in quantity, or NULs that are not UTF-16's or UTF-32's."""
    sample = data[:_HEAD]
    controls = sum(sample.count(byte) for byte in range(32) if byte not in _TEXT_CONTROLS)
    binary = controls * 50 > len(sample) or 0 in sample
    if binary and not data.startswith(_WIDE_MARKS) and utf16_order(data) is None:
        raise ReadError("it is no text but binary data")


def _refuse_long(data: bytes) -> None:
    """Refuse a text that is too long by its bytes alone (at most four a character), before it is decoded."""
    if len(data) > 4 * MAX_CHARS:
        raise ReadError(
            f"its {len(data):,} bytes of text are more than {MAX_CHARS:,} characters; split it into documents"
        )
