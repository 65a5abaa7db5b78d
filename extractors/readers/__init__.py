"""From bytes to the text that all spans count in: one file format a module."""

from extractors.readers.formats import SUFFIXES
from extractors.readers.limits import MAX_BYTES, MAX_CHARS
from extractors.readers.registry import is_expected, is_hidden, is_old, is_pdf, is_readable, read_bytes, read_path

__all__ = [
    "MAX_BYTES",
    "MAX_CHARS",
    "SUFFIXES",
    "is_expected",
    "is_hidden",
    "is_old",
    "is_pdf",
    "is_readable",
    "read_bytes",
    "read_path",
]
