"""The formats of files: those that are read, each with its reader, and those that are refused with what to do."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from extractors.source import SourceText


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read.

    Attributes:
        module: the module of ``extractors.readers`` that reads it; imported when a file asks for it.
        function: its function from bytes to a document, which turns its library's errors into ReadError.
        suffixes: the endings of its files, in lower case.
        magic: what its files begin with, whatever they are called; None where only the name tells.
        kind: what a file that is only called so is not; empty where any text will do.
    """

    module: str
    function: str
    suffixes: tuple[str, ...]
    magic: re.Pattern[bytes] | None = None
    kind: str = ""

    def read(self, data: bytes) -> SourceText:
        """The document in ``data``.

        Raises:
            ReadError: when it is damaged.
        """
        reader: Callable[[bytes], SourceText] = getattr(
            importlib.import_module(f"extractors.readers.{self.module}"), self.function
        )
        return reader(data)


@dataclass(frozen=True, slots=True)
class Foreign:
    """A format that is not read: how its files begin, what such a file is and what to do about it, its endings.

    ``suffixes`` are the endings of documents, which an analyst expects to be read, so that a walk through folders tells
    of them; ``inside`` is what must stand in the file as well.
    """

    magic: bytes
    is_what: str
    suffixes: tuple[str, ...] = ()
    inside: bytes = b""


_MIME_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:From|Subject|Date|MIME-Version|(?:Snapshot-)?Content-[A-Z-]{1,30}|X-[\w-]{1,60})\s?:"
    rb"(?s:.{0,4000}?)\nContent-Type:\s{0,9}(?:multipart/related|text/html)",
    re.IGNORECASE,
)
# A mail begins with one of these heads and has a number or a version in the following ones.
_MAIL_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:(?:MIME-Version|Message-ID)\s?:|(?:Return-Path|Received|Delivered-To|From|To|Cc|Subject|Date|Sender|Reply-To|"
    rb"Content-[A-Z-]{1,30}|DKIM-Signature|ARC-[A-Z-]{1,40}|Authentication-Results|X-[\w-]{1,60})\s?:"
    rb"(?:[^\r\n]{0,9999}\r?\n){0,200}?(?<=\n)(?:MIME-Version|Message-ID)\s?:)",
    re.IGNORECASE,
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What files begin with that the older programs of Microsoft and WPS write."""
TEXT = Format("plain", "read_plain", (".txt",))
FORMATS = (
    Format("pdf", "read_pdf", (".pdf",), re.compile(rb"(?s:.{0,1019})%PDF-"), "PDF"),
    Format("open_document", "read_open_document", (".odt",), re.compile(
        rb"PK\x03\x04(?s:.{26})mimetypeapplication/vnd\.oasis\.opendocument\.text"), "OpenDocument text"),
    Format("word", "read_word", (".docx",), re.compile(rb"PK\x03\x04(?!(?s:.{26})mimetype)"), "Word document"),
    Format("ofd", "read_ofd", (".ofd",), re.compile(rb"PK\x03\x04"), "OFD document"),
    Format("office", "read_old", (".doc", ".wps"), re.compile(re.escape(OLE)), "Word document"),
    Format("rtf", "read_rtf", (".rtf",), re.compile(rb"\s{0,200}\{\\rtf"), "rich text (RTF)"),
    Format("page", "read_page", (".html", ".htm"),
           re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<!doctype\s{1,9}html|<html)", re.IGNORECASE)),
    Format("mht", "read_mht", (".mht", ".mhtml"), _MIME_HEAD, "web archive"),
    Format("mail", "read_mail", (".eml",), _MAIL_HEAD, "mail"),
    TEXT,
    Format("markdown", "read_markdown", (".md", ".markdown")),
)  # fmt: skip
SUFFIXES = tuple(suffix for form in FORMATS for suffix in form.suffixes)
"""The endings, in lower case, of the files that can be read."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
FOREIGN = (
    Foreign(OLE, "a Word document with a password; save it without one", inside=_ENCRYPTED),
    Foreign(b"\x89PNG", "a picture; recognise its characters (OCR) first"),
    Foreign(b"\xff\xd8\xff", "a picture; recognise its characters (OCR) first"),
    Foreign(b"GIF8", "a picture; recognise its characters (OCR) first"),
    Foreign(b"\x1f\x8b", "packed (gzip); unpack it first: gzip -d FILE", (".gz",)),
    Foreign(b"Rar!", "packed (RAR); unpack it first: unar FILE, or 7z x FILE", (".rar",)),
    Foreign(b"7z\xbc\xaf", "packed (7-Zip); unpack it first: 7z x FILE", (".7z",)),
)
BY_NAME = {
    ".ceb": "in Founder's format (CEB); open it in Apabi Reader and print it as PDF",
    ".caj": "in the format of CNKI (CAJ); open it in CAJViewer and save it as PDF",
    ".et": "a WPS spreadsheet (.et); save it as .xlsx",
    ".ods": "an OpenDocument spreadsheet (.ods); save it as .xlsx",
    ".pptx": "a presentation; save it as PDF",
    ".ppt": "a presentation; save it as PDF",
}
"""Formats that are not read, by the endings of their files: what such a file is and what to do about it."""
EXPECTED = frozenset(suffix for form in FOREIGN for suffix in form.suffixes) | BY_NAME.keys()
"""Endings of documents that cannot be read, but that an analyst expects to be: a walk tells of each."""


def format_of(suffix: str) -> Format | None:
    """The format of files with the ending ``suffix``, in lower case."""
    return next((form for form in FORMATS if suffix in form.suffixes), None)
