"""From bytes to the text that all spans count in: one file format a module."""

from extractors.readers.formats import SUFFIXES
from extractors.readers.registry import (
    MAX_BYTES,
    MAX_CHARS,
    is_expected,
    is_hidden,
    is_readable,
    read_bytes,
    read_path,
)

__all__ = ["MAX_BYTES", "MAX_CHARS", "SUFFIXES", "is_expected", "is_hidden", "is_readable", "read_bytes", "read_path"]
