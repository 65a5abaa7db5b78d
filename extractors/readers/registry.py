"""Which reader takes a file: its first bytes decide, then its name."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

from extractors.readers.decoding import utf16_order
from extractors.readers.formats import BY_NAME, EXPECTED, FOREIGN, FORMATS, OLE, SUFFIXES, TEXT, Format, format_of
from extractors.readers.limits import MAX_BYTES, MAX_CHARS
from extractors.source import ReadError, SourceText

_HEAD = 1 << 16  # bytes that are looked at to know a format
_TAG = re.compile(rb"<[a-zA-Z!/]")
_NO_TEXT = bytes(set(range(32)) - {0, 9, 10, 12, 13, 26, 27})  # NUL is looked at apart
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


def is_readable(name: str) -> bool:
    """Whether a folder walk takes the file ``name``: a known ending, and no hidden or lock file (``.x``, ``~$x``)."""
    return PurePath(name).suffix.lower() in SUFFIXES and not is_hidden(name)


def is_expected(name: str) -> bool:
    """Whether a walk tells of the file ``name``, though nothing reads it: a document in a format for other programs."""
    return PurePath(name).suffix.lower() in EXPECTED and not is_hidden(name)


def is_hidden(name: str) -> bool:
    """Whether ``name`` is a hidden file's or the lock of an open document (``.x``, ``~$x``)."""
    return PurePath(name).name.startswith((".", "~$"))


def is_pdf(data: bytes) -> bool:
    """Whether the content of a file is a PDF's, whatever the file is called."""
    return bool(FORMATS[0].magic and FORMATS[0].magic.match(data))


def read_path(path: Path, name: str = "") -> tuple[bytes, SourceText]:
    """The bytes of a file, for their hash, and the document in them; ``name`` is its own, where ``path`` is not.

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
    return data, read_bytes(data, name or path.name)


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
    source = _format(data, PurePath(name).suffix.lower()).read(data)
    if not source.text.strip():
        raise ReadError("it holds no text")
    if len(source.text) > MAX_CHARS:
        raise ReadError(
            f"its text has {len(source.text):,} characters, more than {MAX_CHARS:,}; split it into documents"
        )
    return source


def foreign_fault(data: bytes) -> str:
    """Why a file that begins with ``data`` is not read, being of a format of others; empty where it is of none."""
    found = (form for form in FOREIGN if data.startswith(form.magic) and form.inside in data)
    return next((f"it is {form.is_what}" for form in found), "")


def is_old(data: bytes, name: str) -> bool:
    """Whether ``data``, the content of a file called ``name``, is a document that only LibreOffice reads."""
    if not data.startswith(OLE):
        return False
    try:
        return _format(data, PurePath(name).suffix.lower()).module == "office"
    except ReadError:
        return False


def _too_large(size: int) -> str:
    return f"it has {size / (1 << 20):.0f} MB, more than {MAX_BYTES >> 20} MB; split it into documents"


def _format(data: bytes, suffix: str) -> Format:
    """The format that ``data`` is in, the content of a file with the ending ``suffix``."""
    if fault := foreign_fault(data):
        raise ReadError(fault)
    if suffix in BY_NAME:
        raise ReadError(f"it is {BY_NAME[suffix]}")
    named = format_of(suffix)
    fitting = [form for form in FORMATS if form.magic and form.magic.match(data)]
    known = named if named in fitting else next(iter(fitting), None)
    if named and named.kind and known is None:
        raise ReadError(f"it is named {suffix}, but is no {named.kind}, or its beginning is lost; get the file anew")
    if known and known.kind:
        return known
    found = known or named
    if found is None:
        kinds = ", ".join(SUFFIXES)
        raise ReadError(f"files of the kind {suffix or 'without an ending'} are not read; known are {kinds}")
    if found.magic and known is None and not _TAG.search(data[:_HEAD].replace(b"\0", b"")):
        found = TEXT  # it was only named so: its line ends mean something
    _refuse_binary(data)
    if not found.magic:
        _refuse_long(data)
    return found


def _refuse_binary(data: bytes) -> None:
    """Refuse what is no text in any encoding: control bytes in quantity, or NULs that are not UTF-16's or UTF-32's."""
    sample = data[:_HEAD]
    controls = len(sample) - len(sample.translate(None, _NO_TEXT))
    binary = controls * 50 > len(sample) or 0 in sample
    if binary and not data.startswith(_WIDE_MARKS) and utf16_order(data) is None:
        raise ReadError("it is no text but binary data")


def _refuse_long(data: bytes) -> None:
    """Refuse a text that is too long by its bytes alone (at most four a character), before it is decoded."""
    if len(data) > 4 * MAX_CHARS:
        raise ReadError(
            f"its {len(data):,} bytes of text are more than {MAX_CHARS:,} characters; split it into documents"
        )
