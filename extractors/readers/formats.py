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
TEXT = Format("plain", "read_plain", (".txt",))
FORMATS = (
    Format("pdf", "read_pdf", (".pdf",), re.compile(rb"(?s:.{0,1019})%PDF-"), "PDF"),
    Format("word", "read_word", (".docx",), re.compile(rb"PK\x03\x04"), "Word document"),
    Format("page", "read_page", (".html", ".htm"),
           re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<!doctype\s{1,9}html|<html)", re.IGNORECASE)),
    Format("mht", "read_mht", (".mht", ".mhtml"), _MIME_HEAD, "web archive"),
    TEXT,
    Format("markdown", "read_markdown", (".md", ".markdown")),
)  # fmt: skip
SUFFIXES = tuple(suffix for form in FORMATS for suffix in form.suffixes)
"""The endings, in lower case, of the files that can be read."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FOREIGN = (
    Foreign(_OLE, "a Word document with a password; save it without one", inside=_ENCRYPTED),
    Foreign(_OLE, "in the old format of Word or WPS (.doc); save it as .docx", (".doc", ".wps")),
    Foreign(b"{\\rtf", "rich text (RTF); save it as .docx", (".rtf",)),
    Foreign(b"\x89PNG", "a picture; recognise its characters (OCR) first"),
    Foreign(b"\xff\xd8\xff", "a picture; recognise its characters (OCR) first"),
    Foreign(b"GIF8", "a picture; recognise its characters (OCR) first"),
    Foreign(b"\x1f\x8b", "packed (gzip); unpack it first"),
    Foreign(b"Rar!", "packed (RAR); unpack it first"),
    Foreign(b"7z\xbc\xaf", "packed (7-Zip); unpack it first"),
)
EXPECTED = frozenset(suffix for form in FOREIGN for suffix in form.suffixes) | {".odt", ".ofd"}
"""Endings of documents that cannot be read, but that an analyst expects to be: a walk tells of each. (OpenDocument and
OFD are packed like .docx, whose reader refuses them.)"""


def format_of(suffix: str) -> Format | None:
    """The format of files with the ending ``suffix``, in lower case."""
    return next((form for form in FORMATS if suffix in form.suffixes), None)
