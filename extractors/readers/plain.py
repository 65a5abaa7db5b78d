"""Plain text: decoded, cleaned, otherwise left as it is; furniture is marked, not taken out."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.readers.cleaning import clean
from extractors.readers.decoding import decode
from extractors.readers.furniture import mark
from extractors.source import SourceText


def read_plain(data: bytes) -> SourceText:
    """The document in a text file of any usual encoding; raises ReadError where no encoding fits."""
    return as_source(clean(decode(data)))


def as_source(text: str, told: Mapping[str, str] | None = None) -> SourceText:
    """A cleaned text with its furniture marked; what the format itself ``told`` goes before what the lines say."""
    spans, found = mark(text)
    return SourceText(text, dict(sorted({**found, **(told or {})}.items())), spans)
